import { aSession, aSpeaker, aTopic, inDays } from '../factories';
import { registered } from '../support/registering';
import type { TestApp } from '../support/strapi';

/** A topic, a speaker, a session and registrations as an editor might have written them. */
export const someContent = async (app: TestApp) => {
  const speaker = await aSpeaker(app.strapi, {
    title: 'Dr.',
    firstName: 'Mara',
    lastName: 'Lindqvist',
    slug: 'mara-lindqvist',
    email: 'mara.lindqvist@example.org',
    company: 'Northlight GmbH',
    position: 'Head of process consulting',
    phone: '+49 30 5550 1234',
    biography:
      'Mara has spent fifteen years in the back offices of mid-sized companies, first as an auditor, then as the person who made the auditors unnecessary.',
    expertise: [{ text: 'Process automation' }, { text: 'Internal controls' }],
    linkedinUrl: 'https://www.linkedin.com/in/mara-lindqvist-example',
    websiteUrl: 'https://northlight.example/mara',
    consultantType: 'internal',
    isInternal: true,
    socialHandles: { mastodon: '@mara@social.example' },
    credentials: {
      certifications: [{ text: 'Certified internal auditor' }],
      speakingExperience: 9,
    },
    businessSettings: { hourlyRate: 18_000, availableForConsultations: true },
    german: {
      firstName: 'Mara',
      lastName: 'Lindqvist',
      email: 'mara.lindqvist@example.org',
      slug: 'mara-lindqvist',
      position: 'Leiterin Prozessberatung',
      biography:
        'Mara hat fünfzehn Jahre in den Verwaltungen mittelständischer Unternehmen verbracht, erst als Prüferin, dann als die, die das Prüfen überflüssig machte.',
      expertise: [{ text: 'Prozessautomatisierung' }, { text: 'Interne Kontrollen' }],
    },
  });
  const topic = await aTopic(app.strapi, {
    title: 'Automate office work without losing control',
    slug: 'automate-office-work',
    description:
      'Most offices could hand over a third of their routine to software. We look at **which third**, and at what has to stay with people.',
    learningObjectives: [
      { text: 'Find the processes that are worth automating' },
      { text: 'Keep an audit trail that an auditor accepts' },
    ],
    prerequisites: 'A process of your own that occurs at least ten times a week.',
    targetAudience: 'Heads of administration, finance and operations',
    agenda: [
      { title: 'What to automate first', minutes: 20, description: 'A map of effort and risk' },
      { title: 'Live: a process from start to end', minutes: 45 },
      { title: 'Your questions', minutes: 25 },
    ],
    difficultyLevel: 'intermediate',
    defaultDuration: 90,
    defaultCapacity: 60,
    materials: [{ title: 'Worksheet: draw your process', url: 'https://northlight.example/sheet' }],
    german: {
      title: 'Büroarbeit automatisieren, ohne die Kontrolle zu verlieren',
      slug: 'bueroarbeit-automatisieren',
      description:
        'Ein Drittel der Routine könnten die meisten Büros an Software abgeben. Wir schauen, **welches Drittel**, und was bei Menschen bleiben muss.',
      learningObjectives: [
        { text: 'Prozesse finden, bei denen sich das Automatisieren lohnt' },
        { text: 'Eine Prüfspur behalten, die der Revision genügt' },
      ],
      prerequisites: 'Ein eigener Prozess, der mindestens zehnmal pro Woche vorkommt.',
      targetAudience: 'Leitung von Verwaltung, Finanzen und Betrieb',
      agenda: [
        {
          title: 'Womit man anfängt',
          minutes: 20,
          description: 'Eine Karte von Aufwand und Risiko',
        },
        { title: 'Live: ein Prozess von Anfang bis Ende', minutes: 45 },
        { title: 'Ihre Fragen', minutes: 25 },
      ],
      materials: [{ title: 'Arbeitsblatt: Ihr Prozess', url: 'https://northlight.example/blatt' }],
    },
  });
  const session = await aSession(app.strapi, {
    topic: topic.documentId,
    speaker: speaker.documentId,
    slug: 'automate-office-work-live',
    datetime: `${inDays(14).slice(0, 10)}T15:00:00.000Z`,
    duration: 90,
    capacity: 3,
    platform: 'zoom',
    meetingUrl: 'https://zoom.example/j/4711',
    overrides: [
      { locale: 'en', title: 'Automate office work: the live edition' },
      { locale: 'de', title: 'Büroarbeit automatisieren: live' },
    ],
    agenda: [{ title: 'Straight into the process', minutes: 60 }],
    consultantFocus: {
      primaryExpertise: 'Process automation',
      secondaryTopics: [{ text: 'Internal controls' }],
    },
    consultantConfiguration: { consultantRole: 'presenter', interactionLevel: 'hands-on' },
  });
  await aSession(app.strapi, {
    topic: topic.documentId,
    speaker: speaker.documentId,
    sessionType: 'workshop',
    datetime: inDays(30),
    price: 19_900,
    earlyBirdPrice: 14_900,
    earlyBirdEndDate: inDays(20),
    state: 'draft',
  });
  for (const person of PEOPLE) await registered(app, session.documentId, person);
  const copyCounts = app.strapi.plugin('webinars').service('registration').copyCounts;
  await copyCounts();
  const registrations = await app.rows('webinars_registrations', {
    session_document_id: session.documentId,
  });
  return {
    topic: topic.documentId,
    speaker: speaker.documentId,
    session: session.documentId,
    registration: String(registrations[0]?.document_id),
  };
};

const PEOPLE = [
  {
    firstName: 'Johanna',
    lastName: 'Winter',
    email: 'johanna.winter@example.org',
    phone: '+49 170 5550123',
    company: 'Winter & Söhne KG',
    position: 'Head of finance',
    website: 'https://winter-soehne.example',
    timezone: 'Europe/Berlin',
    industryVertical: 'Mechanical engineering',
    currentChallenges: ['Invoices on paper', 'Two people on leave'],
    specificQuestions: 'Does the works council have to agree?',
    marketingConsent: true,
  },
  { firstName: 'Tobias', lastName: 'Okafor', company: 'Hafenwerk AG', language: 'de' },
  { firstName: 'Élodie', lastName: 'Brunet', company: 'Atelier du Nord' },
  { firstName: 'Piotr', lastName: 'Zieliński', company: 'Zieliński Logistics' },
];
