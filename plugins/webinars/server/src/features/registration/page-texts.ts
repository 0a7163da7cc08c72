import type { Locale } from '../../../../shared/locales';
import type { RegistrationState } from '../../domain/registration';

/** What the registrant's page says. A missing translation does not compile. */
type PageTexts = {
  heading: string;
  state: Record<RegistrationState, string>;
  explanation: Record<RegistrationState, string>;
  rank: string;
  when: string;
  yourTime: string;
  duration: string;
  minutes: string;
  reference: string;
  registeredAs: string;
  calendar: string;
  cancelHeading: string;
  cancelExplanation: string;
  cancelButton: string;
  otherLanguage: string;
  invalidHeading: string;
  invalidText: string;
  done: string;
};

export const PAGE_TEXTS: Record<Locale, PageTexts> = {
  en: {
    heading: 'Your registration',
    state: {
      awaiting_approval: 'Waiting for approval',
      awaiting_payment: 'Waiting for payment',
      waitlisted: 'On the waitlist',
      offered: 'A seat is offered to you',
      confirmed: 'Confirmed',
      attended: 'Attended',
      no_show: 'Not attended',
      cancelled: 'Cancelled',
      rejected: 'Not accepted',
      expired: 'Expired',
    },
    explanation: {
      awaiting_approval:
        'The organisers look at every registration. You will hear from them by e-mail.',
      awaiting_payment: 'Your seat is held until the payment has arrived.',
      waitlisted:
        'The webinar is full. As soon as a seat becomes free for you, you will hear by e-mail.',
      offered: 'A seat has become free and is held for you for a while.',
      confirmed:
        'Your seat is booked. The confirmation with the calendar entry is in your mailbox.',
      attended: 'Thank you for having been there.',
      no_show: 'We missed you this time.',
      cancelled: 'This registration has been cancelled. You are welcome to register again.',
      rejected: 'The organisers could not accept this registration.',
      expired: 'The time for this registration has run out. You are welcome to register again.',
    },
    rank: 'Your place on the waitlist',
    when: 'Date and time',
    yourTime: 'Your time',
    duration: 'Duration',
    minutes: 'minutes',
    reference: 'Reference',
    registeredAs: 'Registered as',
    calendar: 'Calendar file (.ics)',
    cancelHeading: 'You cannot make it?',
    cancelExplanation: 'If you cancel, your place goes to somebody else at once.',
    cancelButton: 'Cancel my registration',
    otherLanguage: 'Deutsch',
    invalidHeading: 'This link is not valid',
    invalidText:
      'It may be incomplete, or no longer valid. Please use the link in your latest mail.',
    done: 'Your registration has been cancelled.',
  },
  de: {
    heading: 'Ihre Anmeldung',
    state: {
      awaiting_approval: 'Wartet auf Freigabe',
      awaiting_payment: 'Wartet auf Zahlung',
      waitlisted: 'Auf der Warteliste',
      offered: 'Ein Platz ist für Sie frei',
      confirmed: 'Bestätigt',
      attended: 'Teilgenommen',
      no_show: 'Nicht teilgenommen',
      cancelled: 'Abgesagt',
      rejected: 'Nicht angenommen',
      expired: 'Abgelaufen',
    },
    explanation: {
      awaiting_approval: 'Die Veranstalter prüfen jede Anmeldung. Sie hören per E-Mail von ihnen.',
      awaiting_payment: 'Ihr Platz ist reserviert, bis die Zahlung eingegangen ist.',
      waitlisted:
        'Das Webinar ist ausgebucht. Sobald ein Platz für Sie frei wird, erfahren Sie es per E-Mail.',
      offered: 'Ein Platz ist frei geworden und eine Zeit lang für Sie reserviert.',
      confirmed:
        'Ihr Platz ist gebucht. Die Bestätigung mit dem Kalendereintrag liegt in Ihrem Postfach.',
      attended: 'Danke, dass Sie dabei waren.',
      no_show: 'Wir haben Sie diesmal vermisst.',
      cancelled: 'Diese Anmeldung wurde abgesagt. Sie können sich gern erneut anmelden.',
      rejected: 'Die Veranstalter konnten diese Anmeldung nicht annehmen.',
      expired:
        'Die Frist für diese Anmeldung ist abgelaufen. Sie können sich gern erneut anmelden.',
    },
    rank: 'Ihr Platz auf der Warteliste',
    when: 'Datum und Uhrzeit',
    yourTime: 'Ihre Ortszeit',
    duration: 'Dauer',
    minutes: 'Minuten',
    reference: 'Buchungsnummer',
    registeredAs: 'Angemeldet als',
    calendar: 'Kalenderdatei (.ics)',
    cancelHeading: 'Sie können nicht dabei sein?',
    cancelExplanation: 'Wenn Sie absagen, geht Ihr Platz sofort an jemand anderen.',
    cancelButton: 'Anmeldung absagen',
    otherLanguage: 'English',
    invalidHeading: 'Dieser Link ist nicht gültig',
    invalidText:
      'Er ist vielleicht unvollständig oder nicht mehr gültig. Bitte verwenden Sie den Link in Ihrer neuesten E-Mail.',
    done: 'Ihre Anmeldung wurde abgesagt.',
  },
};
