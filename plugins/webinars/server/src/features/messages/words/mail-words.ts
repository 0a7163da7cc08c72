import type { Locale } from '../../../../../shared/locales';

/** The words of one kind of mail. They may hold the placeholders of `MailContext`. */
export type KindTexts = {
  subject: string;
  /** What a mailbox shows behind the subject. */
  preheader: string;
  /** The state of things in two or three words. */
  badge: string;
  heading: string;
  /** Paragraphs. */
  intro: readonly string[];
  button: string;
};

/** The words that kinds share. */
export type SharedTexts = {
  greeting: string;
  when: string;
  yourTime: string;
  sessionTime: string;
  duration: string;
  minutes: string;
  spokenLanguage: string;
  languages: Record<Locale, string>;
  speakers: string;
  where: string;
  online: string;
  password: string;
  linkFollows: string;
  reference: string;
  rank: string;
  calendarHeading: string;
  calendarRequest: string;
  calendarTentative: string;
  /** In front of the address of the person's own calendar. */
  feed: string;
  feedLink: string;
  calendarCancel: string;
  preparationHeading: string;
  noPreparation: string;
  technicalHeading: string;
  technicalDefault: readonly string[];
  shareHeading: string;
  shareIntro: string;
  /** The post that a registrant is offered to publish where the organisers have not written one. */
  sharePost: (post: { title: string; date: string; expert: string | null }) => string;
  shareOn: string;
  supportHeading: string;
  supportHeadingAfter: string;
  supportIntro: string;
  supportMail: string;
  supportPhone: string;
  othersHeading: string;
  agendaHeading: string;
  /** Who is to be learned from; the name and what it is expert in follow. */
  learnFrom: string;
  expertIn: string;
  join: string;
  expertHeading: string;
  contactHeading: string;
  connect: string;
  consult: string;
  afterHeading: string;
  recording: string;
  slides: string;
  nextHeading: string;
  emergencyHeading: string;
  emergencyIntro: string;
  manage: string;
  unsubscribe: string;
  aboutSession: string;
  whyThisMail: string;
};

export const ENGLISH_WORDS: SharedTexts = {
  greeting: 'Hello {{ attendee.firstName }},',
  when: 'When',
  yourTime: 'your time',
  sessionTime: 'Organisers’ time',
  duration: 'Duration',
  minutes: 'minutes',
  spokenLanguage: 'Language',
  languages: { en: 'English', de: 'German' },
  speakers: 'With',
  where: 'Where',
  online: 'Online',
  password: 'Password',
  linkFollows: 'Online. The meeting link follows before the start.',
  reference: 'Reference',
  rank: 'Place in line',
  calendarHeading: 'In your calendar',
  calendarRequest:
    'An invitation is attached. Most mail programs put it into your calendar by themselves; otherwise open webinar.ics. If anything changes, we update the entry.',
  calendarTentative:
    'A tentative entry is attached, so that you see the time. It is confirmed when you accept, and goes away when you do not.',
  feed: 'All your webinars in one calendar: subscribe to this address. It is yours alone, so keep it to yourself.',
  feedLink: 'Your calendar',
  calendarCancel: 'The attached cancellation takes the entry out of your calendar.',
  preparationHeading: 'Getting ready',
  noPreparation: 'You need not prepare anything. Bring your questions.',
  technicalHeading: 'What you need',
  technicalDefault: [
    'A current browser (Chrome, Edge, Firefox or Safari) and a stable connection.',
    'Headphones or speakers; a microphone if you would like to speak.',
    'Try your sound a few minutes before the start.',
  ],
  shareHeading: 'Know someone who should be there?',
  shareIntro: 'Share the webinar, the post is already written:',
  sharePost: ({ title, date, expert }) =>
    expert === null
      ? `I have signed up for the webinar “${title}” on ${date}. Join me?`
      : `I’m learning from ${expert} in the webinar “${title}” on ${date}. Join me?`,
  shareOn: 'Share on',
  supportHeading: 'Questions, or trouble joining?',
  supportHeadingAfter: 'Any questions?',
  supportIntro: 'We are glad to help.',
  supportMail: 'Write to',
  supportPhone: 'call',
  othersHeading: 'Also coming up for you',
  agendaHeading: 'Agenda',
  learnFrom: 'You are registered to learn from',
  expertIn: 'expert in',
  join: 'Your personal link',
  expertHeading: 'Your expert',
  contactHeading: 'Stay in touch',
  connect: 'Connect on LinkedIn',
  consult: 'Ask for a consultation',
  afterHeading: 'To watch and to keep',
  recording: 'Recording',
  slides: 'Slides',
  nextHeading: 'Next dates',
  emergencyHeading: 'Can’t get in?',
  emergencyIntro: 'We are at hand before the start and throughout.',
  manage: 'Manage your registration',
  unsubscribe: 'No more mails of this kind',
  aboutSession: 'About the webinar',
  whyThisMail: 'You receive this mail because this address was registered for a webinar.',
};

export const GERMAN_WORDS: SharedTexts = {
  greeting: 'Guten Tag {{ attendee.name }},',
  when: 'Wann',
  yourTime: 'Ihre Ortszeit',
  sessionTime: 'Zeit der Veranstalter',
  duration: 'Dauer',
  minutes: 'Minuten',
  spokenLanguage: 'Sprache',
  languages: { en: 'Englisch', de: 'Deutsch' },
  speakers: 'Mit',
  where: 'Wo',
  online: 'Online',
  password: 'Passwort',
  linkFollows: 'Online. Den Link zum Webinar erhalten Sie vor Beginn.',
  reference: 'Buchungsnummer',
  rank: 'Warteplatz',
  calendarHeading: 'In Ihrem Kalender',
  calendarRequest:
    'Eine Einladung liegt bei. Die meisten Mailprogramme tragen sie selbst in den Kalender ein; sonst öffnen Sie webinar.ics. Ändert sich etwas, aktualisieren wir den Eintrag.',
  calendarTentative:
    'Ein vorläufiger Eintrag liegt bei, damit Sie den Termin im Blick haben. Nehmen Sie den Platz an, wird er bestätigt; sonst verschwindet er wieder.',
  feed: 'Alle Ihre Webinare in einem Kalender: Abonnieren Sie diese Adresse. Sie gehört nur Ihnen, bitte geben Sie sie nicht weiter.',
  feedLink: 'Ihr Kalender',
  calendarCancel: 'Die beiliegende Absage nimmt den Eintrag aus Ihrem Kalender.',
  preparationHeading: 'Zur Vorbereitung',
  noPreparation: 'Sie brauchen nichts vorzubereiten. Bringen Sie Ihre Fragen mit.',
  technicalHeading: 'Was Sie brauchen',
  technicalDefault: [
    'Einen aktuellen Browser (Chrome, Edge, Firefox oder Safari) und eine stabile Verbindung.',
    'Kopfhörer oder Lautsprecher; ein Mikrofon, wenn Sie mitreden möchten.',
    'Prüfen Sie den Ton einige Minuten vor Beginn.',
  ],
  shareHeading: 'Wer sollte noch dabei sein?',
  shareIntro: 'Teilen Sie das Webinar, der Beitrag ist schon geschrieben:',
  sharePost: ({ title, date, expert }) =>
    expert === null
      ? `Ich habe mich für das Webinar „${title}“ am ${date} angemeldet. Sind Sie auch dabei?`
      : `Ich lerne von ${expert}: Webinar „${title}“ am ${date}. Sind Sie auch dabei?`,
  shareOn: 'Teilen auf',
  supportHeading: 'Haben Sie Fragen, oder klappt etwas nicht?',
  supportHeadingAfter: 'Haben Sie noch Fragen?',
  supportIntro: 'Wir helfen gern.',
  supportMail: 'Schreiben Sie an',
  supportPhone: 'Telefon',
  othersHeading: 'Ihre weiteren Webinare',
  agendaHeading: 'Ablauf',
  learnFrom: 'Sie lernen von',
  expertIn: 'Fachgebiet:',
  join: 'Ihr persönlicher Link',
  expertHeading: 'Wer das Webinar hält',
  contactHeading: 'In Verbindung bleiben',
  connect: 'Auf LinkedIn vernetzen',
  consult: 'Beratung anfragen',
  afterHeading: 'Zum Ansehen und Aufheben',
  recording: 'Aufzeichnung',
  slides: 'Folien',
  nextHeading: 'Nächste Termine',
  emergencyHeading: 'Sie kommen nicht hinein?',
  emergencyIntro: 'Wir sind vor Beginn und während des Webinars erreichbar.',
  manage: 'Anmeldung verwalten',
  unsubscribe: 'Keine E-Mails dieser Art mehr',
  aboutSession: 'Mehr über das Webinar',
  whyThisMail: 'Sie erhalten diese E-Mail, weil diese Adresse für ein Webinar angemeldet wurde.',
};
