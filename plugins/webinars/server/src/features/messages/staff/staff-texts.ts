import type { StaffMailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import type { KindTexts } from '../words/mail-words';
import type { StageRole } from './staff-subject';

export type StaffWords = {
  greeting: string;
  role: string;
  /** What the link into the meeting is called: theirs leads straight there. */
  wayIn: string;
  roles: Record<StageRole, string>;
  figuresHeading: string;
  confirmed: string;
  seats: (count: number) => string;
  waitlisted: string;
  undecided: string;
  revenue: string;
  insightsHeading: string;
  insights: Record<'companies' | 'positions' | 'industries' | 'languages' | 'sources', string>;
  nobodyYet: string;
  more: (count: number) => string;
  questionsHeading: string;
  trendHeading: string;
  attendeesHeading: string;
  setUpHeading: string;
  setUp: readonly string[];
  adminHeading: string;
  adminSession: string;
  adminRegistrations: string;
  why: string;
};

export const STAFF_WORDS: Record<Locale, StaffWords> = {
  en: {
    greeting: 'Hello {{ member.name }},',
    role: 'Your part',
    wayIn: 'Link to the meeting',
    roles: { speaker: 'Speaker', panelist: 'Panellist', moderator: 'Moderator' },
    figuresHeading: 'Registrations',
    confirmed: 'Confirmed',
    seats: (count) => `of ${count} seats`,
    waitlisted: 'On the waitlist',
    undecided: 'Not decided yet',
    revenue: 'Revenue so far',
    insightsHeading: 'Who is coming',
    insights: {
      companies: 'Companies',
      positions: 'Job titles',
      industries: 'Industries',
      languages: 'Languages',
      sources: 'Came by',
    },
    nobodyYet: 'Nobody has registered yet.',
    more: (count) => `and ${count} more`,
    questionsHeading: 'What they ask, and ask for',
    trendHeading: 'Registrations per day',
    attendeesHeading: 'Attendees',
    setUpHeading: 'Technical set-up',
    setUp: [
      'Please be in the meeting 20 minutes before the start: we test sound, picture and slides together.',
      'A headset and a wired connection help most.',
      'Keep your slides at hand as a PDF, in case sharing your screen fails.',
      'If your line breaks, come back by the same link. If that does not work, call us.',
    ],
    adminHeading: 'In the admin',
    adminSession: 'Session',
    adminRegistrations: 'Registrations',
    why: 'You receive this mail because you are on stage in this webinar, or manage the programme.',
  },
  de: {
    greeting: 'Guten Tag {{ member.name }},',
    role: 'Ihre Rolle',
    wayIn: 'Link zum Webinar',
    roles: { speaker: 'Vortrag', panelist: 'Podium', moderator: 'Moderation' },
    figuresHeading: 'Anmeldungen',
    confirmed: 'Bestätigt',
    seats: (count) => `von ${count} Plätzen`,
    waitlisted: 'Auf der Warteliste',
    undecided: 'Noch offen',
    revenue: 'Umsatz bisher',
    insightsHeading: 'Wer kommt',
    insights: {
      companies: 'Unternehmen',
      positions: 'Positionen',
      industries: 'Branchen',
      languages: 'Sprachen',
      sources: 'Aufmerksam geworden über',
    },
    nobodyYet: 'Bisher hat sich niemand angemeldet.',
    more: (count) => `und ${count} weitere`,
    questionsHeading: 'Fragen und Wünsche',
    trendHeading: 'Anmeldungen pro Tag',
    attendeesHeading: 'Teilnehmende',
    setUpHeading: 'Technik',
    setUp: [
      'Bitte wählen Sie sich 20 Minuten vor Beginn ein: Wir prüfen gemeinsam Ton, Bild und Folien.',
      'Am besten sind ein Headset und eine Internetverbindung per Kabel.',
      'Halten Sie Ihre Folien als PDF bereit, falls die Bildschirmfreigabe nicht gelingt.',
      'Bricht Ihre Verbindung ab, kommen Sie über denselben Link zurück. Gelingt das nicht, rufen Sie uns an.',
    ],
    adminHeading: 'In der Verwaltung',
    adminSession: 'Termin',
    adminRegistrations: 'Anmeldungen',
    why: 'Sie erhalten diese E-Mail, weil Sie an diesem Webinar mitwirken oder das Programm verantworten.',
  },
};

/** A missing translation does not compile. */
export const STAFF_TEXTS: Record<Locale, Record<StaffMailKind, KindTexts>> = {
  en: {
    'speaker-confirmation': {
      subject: 'You’re on stage: {{ session.title }}',
      preheader: '{{ when.text }}. Please keep the date.',
      badge: 'Your session',
      heading: 'Your session is set',
      intro: [
        'Thank you for taking part in this webinar. Below is what is settled; please tell us soon if something is wrong.',
        'A few days before the start you hear from us who has registered, and what they would like to know.',
      ],
      button: 'See its page',
    },
    'speaker-alert': {
      subject: 'Your webinar {{ startsIn }}: {{ session.title }}',
      preheader: '{{ figures.confirmed }} registrations so far. Who is coming, and what they ask.',
      badge: 'Coming up {{ startsIn }}',
      heading: 'Your audience so far',
      intro: [
        'Your webinar takes place {{ startsIn }}. Here is who has registered so far, what they ask, and your way in.',
      ],
      button: 'Open the meeting',
    },
    'manager-summary': {
      subject: 'Summary, webinar {{ startsIn }}: {{ session.title }}',
      preheader: '{{ figures.confirmed }} confirmed, {{ figures.waitlisted }} on the waitlist.',
      badge: 'Coming up {{ startsIn }}',
      heading: 'How the webinar stands',
      intro: ['The webinar takes place {{ startsIn }}. This is how it stands now.'],
      button: 'Open in the admin',
    },
  },
  de: {
    'speaker-confirmation': {
      subject: 'Ihr Auftritt: {{ session.title }}',
      preheader: '{{ when.text }}. Bitte halten Sie den Termin frei.',
      badge: 'Ihr Webinar',
      heading: 'Ihr Termin steht',
      intro: [
        'danke, dass Sie an diesem Webinar mitwirken. Unten steht, was vereinbart ist; bitte geben Sie uns bald Bescheid, wenn etwas nicht stimmt.',
        'Einige Tage vor Beginn erfahren Sie von uns, wer sich angemeldet hat und was die Teilnehmenden wissen möchten.',
      ],
      button: 'Zur Seite des Webinars',
    },
    'speaker-alert': {
      subject: 'Ihr Webinar {{ startsIn }}: {{ session.title }}',
      preheader: '{{ figures.confirmed }} Anmeldungen bisher. Wer kommt, und was gefragt wird.',
      badge: 'Beginn {{ startsIn }}',
      heading: 'Ihr Publikum bisher',
      intro: [
        '{{ startsIn }} findet Ihr Webinar statt. Hier erfahren Sie, wer sich bisher angemeldet hat, was gefragt wird und wie Sie hineinkommen.',
      ],
      button: 'Webinar öffnen',
    },
    'manager-summary': {
      subject: 'Überblick zum Webinar {{ startsIn }}: {{ session.title }}',
      preheader: '{{ figures.confirmed }} bestätigt, {{ figures.waitlisted }} auf der Warteliste.',
      badge: 'Beginn {{ startsIn }}',
      heading: 'Der aktuelle Stand',
      intro: ['{{ startsIn }} findet das Webinar statt. Das ist der aktuelle Stand.'],
      button: 'In der Verwaltung öffnen',
    },
  },
};
