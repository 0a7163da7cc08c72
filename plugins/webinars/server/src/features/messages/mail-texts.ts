import type { MailKind } from '../../domain/job-catalog';
import type { Locale } from '../../../../shared/locales';

/** The words of one kind of mail. They may hold the placeholders of `mail-template.ts`. */
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
  joinLink: string;
  password: string;
  linkFollows: string;
  reference: string;
  rank: string;
  calendarHeading: string;
  calendarRequest: string;
  calendarCancel: string;
  preparationHeading: string;
  noPreparation: string;
  technicalHeading: string;
  technicalDefault: readonly string[];
  shareHeading: string;
  shareIntro: string;
  /** The post that a registrant is offered to publish where the organisers have not written one. */
  sharePost: (title: string, date: string) => string;
  shareOn: string;
  supportHeading: string;
  supportIntro: string;
  supportMail: string;
  supportPhone: string;
  manage: string;
  aboutSession: string;
  whyThisMail: string;
};

export type MailTexts = { shared: SharedTexts; kinds: Record<MailKind, KindTexts> };

/** A missing translation does not compile. */
export const MAIL_TEXTS: Record<Locale, MailTexts> = {
  en: {
    shared: {
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
      joinLink: 'Open the meeting',
      password: 'Password',
      linkFollows: 'Online. The meeting link follows before the start.',
      reference: 'Reference',
      rank: 'Place in line',
      calendarHeading: 'In your calendar',
      calendarRequest:
        'An invitation is attached. Most mail programs put it into your calendar by themselves; otherwise open webinar.ics. If anything changes, we update the entry.',
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
      sharePost: (title, date) =>
        `I have signed up for the webinar “${title}” on ${date}. Join me?`,
      shareOn: 'Share on',
      supportHeading: 'Questions, or trouble joining?',
      supportIntro: 'We are glad to help.',
      supportMail: 'Write to',
      supportPhone: 'call',
      manage: 'Manage your registration',
      aboutSession: 'About the webinar',
      whyThisMail: 'You receive this mail because this address was registered for a webinar.',
    },
    kinds: {
      confirmation: {
        subject: 'You’re in: {{ session.title }}',
        preheader: '{{ when.text }}. The calendar invitation is attached.',
        badge: 'Registration confirmed',
        heading: 'You’re in, {{ attendee.firstName }}!',
        intro: [
          'Wonderful that you will be there: your seat is booked. Here is everything you need for the day.',
        ],
        button: 'View your registration',
      },
      'waitlist-joined': {
        subject: 'You’re on the waitlist: {{ session.title }}',
        preheader: 'Number {{ rank }} in line. We write as soon as a seat becomes free.',
        badge: 'On the waitlist',
        heading: 'You’re on the waitlist',
        intro: [
          'The webinar is fully booked at the moment. You are number {{ rank }} in line.',
          'As soon as a seat becomes free for you, we write to this address. You need not do anything until then.',
        ],
        button: 'View your place',
      },
      'waitlist-offer': {
        subject: 'A seat is free for you: {{ session.title }}',
        preheader: 'It is yours if you accept it by {{ deadline }}.',
        badge: 'A seat for you',
        heading: 'Good news: a seat is free for you',
        intro: [
          'A seat in the webinar has become free, and you are next in line. We keep it for you until {{ deadline }}.',
          'Please accept or decline it on the page of your registration. If we do not hear from you by then, it goes to the next person.',
        ],
        button: 'Accept or decline',
      },
      'offer-expired': {
        subject: 'Your seat has been passed on: {{ session.title }}',
        preheader: 'We had kept a seat for you; the time for it has run out.',
        badge: 'Offer expired',
        heading: 'Your seat has been passed on',
        intro: [
          'We had kept a seat in this webinar for you and have not heard from you in time, so that it has gone to the next person in line.',
          'Are you still interested? As long as the webinar takes registrations, you are welcome to register again.',
        ],
        button: 'Back to the webinar',
      },
      approved: {
        subject: 'Welcome, you’re in: {{ session.title }}',
        preheader: '{{ when.text }}. The calendar invitation is attached.',
        badge: 'Registration approved',
        heading: 'You’re in, {{ attendee.firstName }}!',
        intro: [
          'The organisers have approved your registration: your seat is booked. Here is everything you need for the day.',
        ],
        button: 'View your registration',
      },
      rejected: {
        subject: 'About your registration: {{ session.title }}',
        preheader: 'This time we could not accept your registration.',
        badge: 'Not accepted',
        heading: 'We could not accept your registration',
        intro: [
          'Thank you for your interest. This time the organisers could not accept your registration for this webinar.',
        ],
        button: 'See other webinars',
      },
      'approval-pending': {
        subject: 'We have received your registration: {{ session.title }}',
        preheader: 'The organisers look at every registration. You will hear from us.',
        badge: 'Waiting for approval',
        heading: 'Thank you, we’re on it',
        intro: [
          'Your registration has arrived. The organisers of this webinar look at every registration and will answer you by mail.',
        ],
        button: 'View your registration',
      },
      'cancelled-by-attendee': {
        subject: 'You have cancelled: {{ session.title }}',
        preheader: 'Your seat is free again. You are welcome to come back.',
        badge: 'Cancelled',
        heading: 'Your registration is cancelled',
        intro: [
          'As you asked, we have cancelled your registration. Thank you for letting us know: somebody else can have the seat now.',
          'If your plans change again, you are welcome to register once more.',
        ],
        button: 'Back to the webinar',
      },
      'cancelled-by-organizer': {
        subject: 'Your registration was cancelled: {{ session.title }}',
        preheader: 'The organisers have cancelled your registration.',
        badge: 'Cancelled',
        heading: 'Your registration was cancelled',
        intro: [
          'The organisers have cancelled your registration for this webinar.',
          'If you think that this is a mistake, please get in touch with us.',
        ],
        button: 'Back to the webinar',
      },
      'manage-link': {
        subject: 'Your link to your registration: {{ session.title }}',
        preheader: 'See your registration, or cancel it, with one click.',
        badge: 'Your registration',
        heading: 'Here is your link',
        intro: [
          'This address is registered for the webinar. With your personal link you see your registration, and can cancel it.',
          'If it was not you who asked for it, you can ignore this mail: nothing has changed.',
        ],
        button: 'Open your registration',
      },
      'session-moved': {
        subject: 'Please note the change: {{ session.title }}',
        preheader: 'It takes place on {{ when.text }}.',
        badge: 'Date or time changed',
        heading: 'Please note the change',
        intro: [
          'The webinar that you registered for has been changed. This is how it takes place now; your registration stays valid.',
        ],
        button: 'View your registration',
      },
      'access-changed': {
        subject: 'New meeting link: {{ session.title }}',
        preheader: 'Date and time stay the same. Please use this link.',
        badge: 'Way in changed',
        heading: 'The way in has changed',
        intro: [
          'Date and time of the webinar stay as they are, but the meeting link or its password has changed. Please use this one; your registration stays valid.',
        ],
        button: 'View your registration',
      },
      'session-cancelled': {
        subject: 'Cancelled: {{ session.title }}',
        preheader: 'We are sorry: the webinar does not take place.',
        badge: 'Webinar cancelled',
        heading: 'This webinar does not take place',
        intro: [
          'We are sorry: the webinar that you registered for had to be cancelled. Your registration has ended with it, and there is nothing for you to do.',
        ],
        button: 'See other webinars',
      },
    },
  },
  de: {
    shared: {
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
      joinLink: 'Zum Meeting',
      password: 'Passwort',
      linkFollows: 'Online. Den Link zum Meeting erhalten Sie vor Beginn.',
      reference: 'Buchungsnummer',
      rank: 'Warteplatz',
      calendarHeading: 'In Ihrem Kalender',
      calendarRequest:
        'Eine Einladung liegt bei. Die meisten Mailprogramme tragen sie selbst in den Kalender ein; sonst öffnen Sie webinar.ics. Ändert sich etwas, aktualisieren wir den Eintrag.',
      calendarCancel: 'Die beiliegende Absage nimmt den Eintrag aus Ihrem Kalender.',
      preparationHeading: 'Zur Vorbereitung',
      noPreparation: 'Sie brauchen nichts vorzubereiten. Bringen Sie Ihre Fragen mit.',
      technicalHeading: 'Was Sie brauchen',
      technicalDefault: [
        'Einen aktuellen Browser (Chrome, Edge, Firefox oder Safari) und eine stabile Verbindung.',
        'Kopfhörer oder Lautsprecher; ein Mikrofon, wenn Sie mitreden möchten.',
        'Prüfen Sie den Ton einige Minuten vor Beginn.',
      ],
      shareHeading: 'Für wen wäre das noch etwas?',
      shareIntro: 'Teilen Sie das Webinar, der Beitrag ist schon geschrieben:',
      sharePost: (title, date) =>
        `Ich habe mich für das Webinar „${title}“ am ${date} angemeldet. Sind Sie auch dabei?`,
      shareOn: 'Teilen auf',
      supportHeading: 'Fragen, oder klappt etwas nicht?',
      supportIntro: 'Wir helfen gern.',
      supportMail: 'Schreiben Sie an',
      supportPhone: 'Telefon',
      manage: 'Anmeldung verwalten',
      aboutSession: 'Zum Webinar',
      whyThisMail:
        'Sie erhalten diese E-Mail, weil diese Adresse für ein Webinar angemeldet wurde.',
    },
    kinds: {
      confirmation: {
        subject: 'Sie sind dabei: {{ session.title }}',
        preheader: '{{ when.text }}. Die Kalendereinladung liegt bei.',
        badge: 'Anmeldung bestätigt',
        heading: 'Schön, dass Sie dabei sind!',
        intro: [
          'wir freuen uns auf Sie: Ihr Platz ist gebucht. Hier finden Sie alles, was Sie für den Tag brauchen.',
        ],
        button: 'Anmeldung ansehen',
      },
      'waitlist-joined': {
        subject: 'Sie stehen auf der Warteliste: {{ session.title }}',
        preheader: 'Platz {{ rank }}. Wir schreiben, sobald etwas frei wird.',
        badge: 'Auf der Warteliste',
        heading: 'Sie stehen auf der Warteliste',
        intro: [
          'das Webinar ist zurzeit ausgebucht. Sie stehen auf Platz {{ rank }} der Warteliste.',
          'Sobald ein Platz für Sie frei wird, schreiben wir an diese Adresse. Bis dahin brauchen Sie nichts zu tun.',
        ],
        button: 'Warteplatz ansehen',
      },
      'waitlist-offer': {
        subject: 'Ein Platz ist für Sie frei: {{ session.title }}',
        preheader: 'Er gehört Ihnen, wenn Sie bis {{ deadline }} zusagen.',
        badge: 'Ein Platz für Sie',
        heading: 'Gute Nachricht: Ein Platz ist frei',
        intro: [
          'im Webinar ist ein Platz frei geworden, und Sie sind als Nächstes an der Reihe. Wir halten ihn für Sie bis {{ deadline }}.',
          'Bitte sagen Sie auf der Seite Ihrer Anmeldung zu oder ab. Hören wir bis dahin nichts von Ihnen, bekommt ihn die nächste Person.',
        ],
        button: 'Zusagen oder absagen',
      },
      'offer-expired': {
        subject: 'Ihr Platz ist weitergegeben: {{ session.title }}',
        preheader: 'Wir hatten einen Platz für Sie gehalten; die Frist ist abgelaufen.',
        badge: 'Angebot abgelaufen',
        heading: 'Ihr Platz ist weitergegeben',
        intro: [
          'wir hatten in diesem Webinar einen Platz für Sie gehalten und nicht rechtzeitig von Ihnen gehört. Deshalb hat ihn jetzt die nächste Person auf der Warteliste.',
          'Haben Sie noch Interesse? Solange das Webinar Anmeldungen annimmt, können Sie sich gern erneut anmelden.',
        ],
        button: 'Zurück zum Webinar',
      },
      approved: {
        subject: 'Willkommen, Sie sind dabei: {{ session.title }}',
        preheader: '{{ when.text }}. Die Kalendereinladung liegt bei.',
        badge: 'Anmeldung angenommen',
        heading: 'Schön, dass Sie dabei sind!',
        intro: [
          'die Veranstalter haben Ihre Anmeldung angenommen: Ihr Platz ist gebucht. Hier finden Sie alles, was Sie für den Tag brauchen.',
        ],
        button: 'Anmeldung ansehen',
      },
      rejected: {
        subject: 'Zu Ihrer Anmeldung: {{ session.title }}',
        preheader: 'Diesmal konnten wir Ihre Anmeldung nicht annehmen.',
        badge: 'Nicht angenommen',
        heading: 'Wir konnten Ihre Anmeldung nicht annehmen',
        intro: [
          'danke für Ihr Interesse. Diesmal konnten die Veranstalter Ihre Anmeldung für dieses Webinar nicht annehmen.',
        ],
        button: 'Andere Webinare ansehen',
      },
      'approval-pending': {
        subject: 'Ihre Anmeldung ist eingegangen: {{ session.title }}',
        preheader: 'Die Veranstalter prüfen jede Anmeldung. Sie hören von uns.',
        badge: 'Wartet auf Freigabe',
        heading: 'Danke, wir kümmern uns darum',
        intro: [
          'Ihre Anmeldung ist eingegangen. Die Veranstalter dieses Webinars prüfen jede Anmeldung und antworten Ihnen per E-Mail.',
        ],
        button: 'Anmeldung ansehen',
      },
      'cancelled-by-attendee': {
        subject: 'Sie haben abgesagt: {{ session.title }}',
        preheader: 'Ihr Platz ist wieder frei. Sie sind jederzeit willkommen.',
        badge: 'Abgesagt',
        heading: 'Ihre Anmeldung ist abgesagt',
        intro: [
          'wie gewünscht haben wir Ihre Anmeldung abgesagt. Danke, dass Sie Bescheid gegeben haben: Jetzt kann jemand anders den Platz haben.',
          'Wenn sich Ihre Pläne noch einmal ändern, melden Sie sich gern wieder an.',
        ],
        button: 'Zurück zum Webinar',
      },
      'cancelled-by-organizer': {
        subject: 'Ihre Anmeldung wurde abgesagt: {{ session.title }}',
        preheader: 'Die Veranstalter haben Ihre Anmeldung abgesagt.',
        badge: 'Abgesagt',
        heading: 'Ihre Anmeldung wurde abgesagt',
        intro: [
          'die Veranstalter haben Ihre Anmeldung für dieses Webinar abgesagt.',
          'Wenn Sie das für einen Irrtum halten, melden Sie sich bitte bei uns.',
        ],
        button: 'Zurück zum Webinar',
      },
      'manage-link': {
        subject: 'Ihr Link zu Ihrer Anmeldung: {{ session.title }}',
        preheader: 'Anmeldung ansehen oder absagen, mit einem Klick.',
        badge: 'Ihre Anmeldung',
        heading: 'Hier ist Ihr Link',
        intro: [
          'diese Adresse ist für das Webinar angemeldet. Mit Ihrem persönlichen Link sehen Sie Ihre Anmeldung und können sie absagen.',
          'Wenn nicht Sie danach gefragt haben, können Sie diese E-Mail ignorieren: Es hat sich nichts geändert.',
        ],
        button: 'Anmeldung öffnen',
      },
      'session-moved': {
        subject: 'Bitte beachten Sie die Änderung: {{ session.title }}',
        preheader: 'Der Termin: {{ when.text }}.',
        badge: 'Termin geändert',
        heading: 'Bitte beachten Sie die Änderung',
        intro: [
          'bei dem Webinar, für das Sie angemeldet sind, hat sich etwas geändert. So findet es jetzt statt; Ihre Anmeldung bleibt gültig.',
        ],
        button: 'Anmeldung ansehen',
      },
      'access-changed': {
        subject: 'Neuer Link zum Meeting: {{ session.title }}',
        preheader: 'Der Termin bleibt derselbe. Bitte verwenden Sie diesen Link.',
        badge: 'Zugang geändert',
        heading: 'Der Zugang hat sich geändert',
        intro: [
          'der Termin des Webinars bleibt derselbe, aber der Link zum Meeting oder das Passwort hat sich geändert. Bitte verwenden Sie diesen Zugang; Ihre Anmeldung bleibt gültig.',
        ],
        button: 'Anmeldung ansehen',
      },
      'session-cancelled': {
        subject: 'Abgesagt: {{ session.title }}',
        preheader: 'Es tut uns leid: Das Webinar findet nicht statt.',
        badge: 'Webinar abgesagt',
        heading: 'Dieses Webinar findet nicht statt',
        intro: [
          'es tut uns leid: Das Webinar, für das Sie angemeldet waren, musste abgesagt werden. Ihre Anmeldung ist damit beendet, Sie brauchen nichts zu tun.',
        ],
        button: 'Andere Webinare ansehen',
      },
    },
  },
};
