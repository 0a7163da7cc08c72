let registrants = 0;

/** A filled-in registration form: everything that the form asks, and an address that nobody else has. */
export const aRegistrant = () => {
  registrants += 1;
  return {
    firstName: 'Katharina',
    lastName: 'Oberhuber',
    email: `katharina.${process.pid}.${registrants}@example.org`,
    phone: '+43 1 234 567 890',
    company: 'Oberhuber Maschinenbau GmbH',
    position: 'Head of Operations',
    website: 'https://oberhuber.example.org',
    industryVertical: 'manufacturing',
    currentChallenges: ['supply chain', 'energy cost'],
    expertiseInterest: ['automation'],
    consultationInterest: true,
    specificQuestions: 'Which of the three approaches suits a plant with 80 people?',
    learningObjectives: 'Find out where to begin.',
    followUpPreferences: 'email',
    interestedServices: {
      oneOnOneConsultation: true,
      workshopSeries: false,
      whitepaperDownloads: true,
      ongoingMentorship: false,
    },
    specialRequirements: 'Slides in advance, please.',
    accessibilityNeeds: 'Captions',
    termsAccepted: true,
    privacyConsent: true,
    marketingConsent: false,
    consultantFollowUpConsent: true,
    dataProcessingConsent: true,
    language: registrants % 2 === 0 ? 'en' : 'de',
    timezone: 'Europe/Vienna',
    registrationSource: 'newsletter',
    utm: { source: 'newsletter', medium: 'email', campaign: 'autumn' },
    referralCode: 'AUTUMN',
  };
};
