/**
 * Invented people at reserved domains. The same index always gives the same person, so that a seed that was interrupted
 * goes on with the same ones.
 */
const FIRST_NAMES = [
  'Anna',
  'Ben',
  'Clara',
  'David',
  'Elif',
  'Felix',
  'Greta',
  'Hannes',
  'Ines',
  'Jakob',
  'Karin',
  'Lukas',
  'Maja',
  'Nils',
  'Olga',
  'Paul',
  'Rosa',
  'Samir',
  'Tilda',
  'Viktor',
  'Wanda',
  'Yusuf',
  'Zoë',
  'Aoife',
  'Bruno',
  'Carmen',
  'Daniel',
  'Esther',
  'Farid',
  'Helen',
  'Ivan',
  'Joyce',
  'Kenji',
  'Lina',
  'Mehmet',
  'Nora',
  'Oscar',
  'Priya',
  'Quentin',
  'Ruth',
  'Søren',
];
const LAST_NAMES = [
  'Adler',
  'Becker',
  'Clausen',
  'Dietrich',
  'Engel',
  'Fischer',
  'Göbel',
  'Hartmann',
  'Ibrahim',
  'Jansen',
  'Krüger',
  'Lang',
  'Möller',
  'Neumann',
  'Okafor',
  'Petersen',
  'Quast',
  'Richter',
  'Schäfer',
  'Thorne',
  'Ullrich',
  'Vogt',
  'Winter',
  'Yıldız',
  'Zimmer',
  'Archer',
  'Bennett',
  'Costa',
  'Doyle',
  'Evans',
  'Fernández',
  'Greene',
  'Hughes',
  'Ito',
  'Kowalski',
  'Lim',
  'Murphy',
];
const COMPANIES = [
  ['Nordlicht Maschinenbau', 'manufacturing'],
  ['Hafenkontor Spedition', 'logistics'],
  ['Stadtwerke Musterau', 'energy-and-utilities'],
  ['Kupfer & Blau', 'professional-services'],
  ['Lindenklinik', 'health-care'],
  ['Alder Retail Group', 'retail'],
  ['Brightwell Components', 'manufacturing'],
  ['Fernsicht Beratung', 'professional-services'],
  ['Harbour City Council', 'public-sector'],
  ['Sunda Cold Storage', 'logistics'],
  ['Papierhaus Eberle', 'retail'],
  ['Greyfield Instruments', 'manufacturing'],
];
const POSITIONS = {
  en: [
    'Head of operations',
    'Project lead',
    'Controller',
    'IT manager',
    'Managing director',
    'Team lead',
    'Analyst',
  ],
  de: [
    'Betriebsleitung',
    'Projektleitung',
    'Controlling',
    'IT-Leitung',
    'Geschäftsführung',
    'Teamleitung',
    'Referentin',
  ],
};
const QUESTIONS = {
  en: [
    'How do you deal with data that is spread over three systems?',
    'Is this worth the effort for a company of forty people?',
    'Which mistake would you not make a second time?',
  ],
  de: [
    'Wie gehen Sie mit Daten um, die in drei Systemen liegen?',
    'Lohnt sich das für ein Unternehmen mit vierzig Leuten?',
    'Welchen Fehler würden Sie nicht noch einmal machen?',
  ],
};
const CAPTIONS = { en: 'Captions, please', de: 'Bitte mit Untertiteln' };
const SOURCES = ['website', 'newsletter', 'linkedin', 'partner', 'recommendation'];

const plainLetters = (name) =>
  name.replace(/ı/g, 'i').replace(/ø/gi, 'o').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const pick = (list, number) => list[number % list.length];

/**
 * The registration form of person `index`, filled in in `language`, with every field that the use-case expects. Both lists of names have prime
 * lengths, so that 41 × 37 people come before a pair of names repeats.
 */
export const personRegistering = (index, language) => {
  const firstName = pick(FIRST_NAMES, index);
  const lastName = pick(LAST_NAMES, index);
  const [company, industryVertical] = pick(COMPANIES, index * 5 + 1);
  return {
    firstName,
    lastName,
    email: `${plainLetters(firstName)}.${plainLetters(lastName)}@example.org`,
    phone: null,
    company,
    position: pick(POSITIONS[language], index),
    website: null,
    industryVertical,
    currentChallenges: [],
    expertiseInterest: [],
    consultationInterest: index % 6 === 0,
    specificQuestions: index % 4 === 0 ? pick(QUESTIONS[language], index / 4) : null,
    learningObjectives: null,
    followUpPreferences: pick(['email', 'resources', 'none', 'consultation'], index),
    interestedServices: {
      oneOnOneConsultation: index % 6 === 0,
      workshopSeries: index % 5 === 0,
      whitepaperDownloads: index % 3 === 0,
      ongoingMentorship: index % 11 === 0,
    },
    specialRequirements: null,
    accessibilityNeeds: index % 19 === 0 ? CAPTIONS[language] : null,
    termsAccepted: true,
    privacyConsent: true,
    marketingConsent: index % 3 === 0,
    consultantFollowUpConsent: index % 6 === 0,
    dataProcessingConsent: index % 2 === 0,
    language,
    timezone: null,
    registrationSource: pick(SOURCES, index),
    utm: null,
    referralCode: null,
  };
};
