import type { Locale } from '../../../../shared/locales';
import type { RegistrationState } from '../../domain/registration';
import type { CancellationReason } from './registration-store';

/** What the registrant's page says. A missing translation does not compile. */
export type PageTexts = {
  heading: string;
  state: Record<RegistrationState, string>;
  explanation: Record<Exclude<RegistrationState, 'cancelled'>, string>;
  cancelledBy: Record<CancellationReason, string>;
  begunWithSeat: string;
  begunWithoutSeat: string;
  rank: string;
  when: string;
  yourTime: string;
  sessionTime: string;
  duration: string;
  minutes: string;
  reference: string;
  registeredAs: string;
  join: string;
  calendar: string;
  cancelHeading: string;
  cancelExplanation: string;
  cancelButton: string;
  cancelWarning: string;
  cancelConfirm: string;
  otherLanguage: string;
  invalidHeading: string;
  invalidText: string;
  feedHeading: string;
  feedExplanation: string;
  feedSend: string;
  feedRenew: string;
  done: Record<'cancel' | 'accept' | 'decline' | 'feed', string>;
  offerHeading: string;
  offerDeadline: string;
  acceptButton: string;
  declineButton: string;
  questions: string;
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
      rejected: 'The organisers could not accept this registration.',
      expired:
        'The time for this registration has run out. As long as the webinar takes registrations, you are welcome to register again.',
    },
    cancelledBy: {
      attendee:
        'You have cancelled this registration. As long as the webinar takes registrations, you are welcome to register again.',
      editor: 'The organisers have cancelled this registration.',
      session_cancelled: 'The organisers have cancelled this webinar. It does not take place.',
    },
    begunWithSeat: 'This webinar has begun or is already over.',
    begunWithoutSeat: 'This webinar has begun or is already over. No seat became free for you.',
    rank: 'Place in line',
    when: 'When',
    yourTime: 'your time',
    sessionTime: 'Organisers’ time',
    duration: 'Duration',
    minutes: 'minutes',
    reference: 'Reference',
    registeredAs: 'Registered as',
    join: 'Join the webinar',
    calendar: 'Add to calendar',
    cancelHeading: 'You cannot make it?',
    cancelExplanation: 'Then please let somebody else have your place.',
    cancelButton: 'Cancel my registration',
    cancelWarning: 'Your place is given up at once. This cannot be undone.',
    cancelConfirm: 'Yes, cancel it',
    otherLanguage: 'Deutsch',
    invalidHeading: 'This link is not valid',
    invalidText:
      'It may be incomplete, or no longer valid. Please use the link in your latest mail.',
    feedHeading: 'All your webinars in one calendar',
    feedExplanation:
      'Your calendar program can subscribe to it. Its address is yours alone; we mail it to you. Should anybody else know it, have it replaced.',
    feedSend: 'Mail me the address',
    feedRenew: 'Replace the address',
    done: {
      cancel: 'Done: your registration is cancelled. You will have it in writing by e-mail.',
      accept: 'Done: the seat is yours. The confirmation is on its way to your mailbox.',
      decline: 'Done: somebody else gets the seat. Thank you for letting us know.',
      feed: 'Done: the address of your calendar is on its way to your mailbox.',
    },
    offerHeading: 'Will you take the seat?',
    offerDeadline: 'It is kept for you until',
    acceptButton: 'Yes, I will be there',
    declineButton: 'No, pass it on',
    questions: 'Questions? We are glad to help:',
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
      cancelled: 'Storniert',
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
      rejected: 'Die Veranstalter konnten diese Anmeldung nicht annehmen.',
      expired:
        'Die Frist für diese Anmeldung ist abgelaufen. Solange das Webinar Anmeldungen annimmt, können Sie sich gern erneut anmelden.',
    },
    cancelledBy: {
      attendee:
        'Sie haben diese Anmeldung storniert. Solange das Webinar Anmeldungen annimmt, können Sie sich gern erneut anmelden.',
      editor: 'Die Veranstalter haben diese Anmeldung storniert.',
      session_cancelled: 'Die Veranstalter haben dieses Webinar abgesagt. Es findet nicht statt.',
    },
    begunWithSeat: 'Dieses Webinar hat begonnen oder ist bereits vorbei.',
    begunWithoutSeat:
      'Dieses Webinar hat begonnen oder ist bereits vorbei. Für Sie wurde kein Platz frei.',
    rank: 'Warteplatz',
    when: 'Wann',
    yourTime: 'Ihre Ortszeit',
    sessionTime: 'Zeit der Veranstalter',
    duration: 'Dauer',
    minutes: 'Minuten',
    reference: 'Buchungsnummer',
    registeredAs: 'Angemeldet als',
    join: 'Am Webinar teilnehmen',
    calendar: 'In den Kalender eintragen',
    cancelHeading: 'Sie können nicht dabei sein?',
    cancelExplanation: 'Dann geben Sie Ihren Platz bitte für jemand anderen frei.',
    cancelButton: 'Anmeldung stornieren',
    cancelWarning: 'Ihr Platz wird sofort frei. Das lässt sich nicht rückgängig machen.',
    cancelConfirm: 'Ja, stornieren',
    otherLanguage: 'English',
    invalidHeading: 'Dieser Link ist nicht gültig',
    invalidText:
      'Er ist vielleicht unvollständig oder nicht mehr gültig. Bitte verwenden Sie den Link in Ihrer neuesten E-Mail.',
    feedHeading: 'Alle Ihre Webinare in einem Kalender',
    feedExplanation:
      'Ihr Kalenderprogramm kann ihn abonnieren. Die Adresse gehört nur Ihnen; wir schicken sie Ihnen per E-Mail. Sollte sie jemand anders kennen, lassen Sie sie ersetzen.',
    feedSend: 'Adresse zusenden',
    feedRenew: 'Adresse ersetzen',
    done: {
      cancel: 'Erledigt: Ihre Anmeldung ist storniert. Sie bekommen es per E-Mail bestätigt.',
      accept: 'Erledigt: Der Platz gehört Ihnen. Die Bestätigung ist auf dem Weg in Ihr Postfach.',
      decline: 'Erledigt: Jemand anders bekommt den Platz. Danke, dass Sie Bescheid gegeben haben.',
      feed: 'Erledigt: Die Adresse Ihres Kalenders ist auf dem Weg in Ihr Postfach.',
    },
    offerHeading: 'Möchten Sie den Platz?',
    offerDeadline: 'Er ist für Sie reserviert bis',
    acceptButton: 'Ja, ich bin dabei',
    declineButton: 'Nein, weitergeben',
    questions: 'Fragen? Wir helfen gern:',
  },
};
