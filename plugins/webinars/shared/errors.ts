import type { ErrorCode } from '../server/src/domain/errors';
import type { Locale } from './locales';

export type PublicError = { status: number; message: Record<Locale, string> };

/** What a refusal looks like from outside: its HTTP status and a sentence for people. */
export const PUBLIC_ERRORS = {
  already_registered: {
    status: 409,
    message: {
      en: 'This e-mail address is registered already. The link to the registration is in our mail; we send it again at most once an hour.',
      de: 'Diese E-Mail-Adresse ist bereits angemeldet. Der Link zur Anmeldung steht in unserer Mail; wir senden sie höchstens einmal pro Stunde erneut.',
    },
  },
  announcement_not_found: {
    status: 404,
    message: { en: 'There is no such announcement.', de: 'Diese Ankündigung gibt es nicht.' },
  },
  draft_submitted: {
    status: 409,
    message: {
      en: 'This registration has been submitted already.',
      de: 'Diese Anmeldung wurde bereits abgesendet.',
    },
  },
  feedback_closed: {
    status: 410,
    message: {
      en: 'Answers are no longer taken: this webinar is too long ago.',
      de: 'Antworten werden nicht mehr angenommen: Das Webinar liegt zu lange zurück.',
    },
  },
  feedback_not_open: {
    status: 403,
    message: {
      en: 'The webinar has not begun yet: nobody can tell how it was.',
      de: 'Das Webinar hat noch nicht begonnen: Noch kann niemand sagen, wie es war.',
    },
  },
  invalid_move: {
    status: 409,
    message: {
      en: 'This is not possible in the present state.',
      de: 'Das ist im jetzigen Zustand nicht möglich.',
    },
  },
  join_not_open: {
    status: 403,
    message: {
      en: 'The way into this webinar is not open yet.',
      de: 'Der Zugang zu diesem Webinar ist noch nicht geöffnet.',
    },
  },
  meeting_url_missing: {
    status: 409,
    message: {
      en: 'The link to this meeting is not there yet. Please try again in a few minutes.',
      de: 'Der Link zu diesem Meeting ist noch nicht hinterlegt. Bitte versuchen Sie es in einigen Minuten erneut.',
    },
  },
  offer_expired: {
    status: 409,
    message: {
      en: 'The offer of this seat has expired.',
      de: 'Das Angebot für diesen Platz ist abgelaufen.',
    },
  },
  payment_required: {
    status: 409,
    message: {
      en: 'This webinar has a price, and payment is not possible here yet.',
      de: 'Dieses Webinar ist kostenpflichtig, und eine Zahlung ist hier noch nicht möglich.',
    },
  },
  price_changed: {
    status: 409,
    message: {
      en: 'The price has changed. Please look at it again.',
      de: 'Der Preis hat sich geändert. Bitte prüfen Sie ihn noch einmal.',
    },
  },
  registration_closed: {
    status: 409,
    message: {
      en: 'Registration for this webinar has closed.',
      de: 'Die Anmeldung für dieses Webinar ist geschlossen.',
    },
  },
  registration_not_confirmed: {
    status: 409,
    message: {
      en: 'This is only for people with a confirmed seat.',
      de: 'Das ist nur mit einem bestätigten Platz möglich.',
    },
  },
  registration_not_found: {
    status: 404,
    message: { en: 'There is no such registration.', de: 'Diese Anmeldung gibt es nicht.' },
  },
  registration_not_open: {
    status: 409,
    message: {
      en: 'Registration for this webinar has not opened yet.',
      de: 'Die Anmeldung für dieses Webinar ist noch nicht geöffnet.',
    },
  },
  session_cancelled: {
    status: 409,
    message: { en: 'This webinar has been cancelled.', de: 'Dieses Webinar wurde abgesagt.' },
  },
  session_ended: {
    status: 410,
    message: { en: 'This webinar is over.', de: 'Dieses Webinar ist vorbei.' },
  },
  session_full: {
    status: 409,
    message: { en: 'This webinar is fully booked.', de: 'Dieses Webinar ist ausgebucht.' },
  },
  session_has_registrations: {
    status: 409,
    message: {
      en: 'This session has registrations: cancel it instead of deleting it.',
      de: 'Für diesen Termin gibt es Anmeldungen: Sagen Sie ihn ab, statt ihn zu löschen.',
    },
  },
  session_moved_on: {
    status: 409,
    message: {
      en: 'Someone else changed this at the same moment. Please look at it again.',
      de: 'Jemand anderes hat dies im selben Augenblick geändert. Bitte prüfen Sie es noch einmal.',
    },
  },
  session_not_found: {
    status: 404,
    message: { en: 'There is no such webinar.', de: 'Dieses Webinar gibt es nicht.' },
  },
  session_not_started: {
    status: 409,
    message: {
      en: 'This webinar has not begun yet.',
      de: 'Dieses Webinar hat noch nicht begonnen.',
    },
  },
  session_started: {
    status: 409,
    message: {
      en: 'This webinar has begun already.',
      de: 'Dieses Webinar hat bereits begonnen.',
    },
  },
  site_url_missing: {
    status: 404,
    message: {
      en: 'There is no public website to name pages of: set SITE_URL.',
      de: 'Es gibt keine öffentliche Website, deren Seiten genannt werden könnten: Setzen Sie SITE_URL.',
    },
  },
  speaker_not_found: {
    status: 404,
    message: {
      en: 'There is no such speaker.',
      de: 'Diese Referentin oder diesen Referenten gibt es nicht.',
    },
  },
  token_invalid: {
    status: 404,
    message: {
      en: 'This link is not valid, or no longer.',
      de: 'Dieser Link ist nicht oder nicht mehr gültig.',
    },
  },
  topic_not_found: {
    status: 404,
    message: { en: 'There is no such topic.', de: 'Dieses Thema gibt es nicht.' },
  },
} satisfies Record<ErrorCode, PublicError>;

/** Refusals that have nothing to do with webinars. */
export const REQUEST_ERRORS = {
  body_unreadable: {
    status: 400,
    message: {
      en: 'The body of the request cannot be read.',
      de: 'Der Inhalt der Anfrage ist nicht lesbar.',
    },
  },
  body_too_large: {
    status: 413,
    message: {
      en: 'The body of the request is too large.',
      de: 'Der Inhalt der Anfrage ist zu groß.',
    },
  },
  validation_failed: {
    status: 400,
    message: {
      en: 'Please check the marked fields.',
      de: 'Bitte prüfen Sie die markierten Felder.',
    },
  },
  idempotency_key_reused: {
    status: 422,
    message: {
      en: 'This Idempotency-Key came with another request before. Please use a new one.',
      de: 'Dieser Idempotency-Key gehörte zu einer anderen Anfrage. Bitte verwenden Sie einen neuen.',
    },
  },
  idempotency_in_progress: {
    status: 409,
    message: {
      en: 'The same request is still being answered. Please try again in a moment.',
      de: 'Dieselbe Anfrage wird noch bearbeitet. Bitte versuchen Sie es gleich noch einmal.',
    },
  },
  unauthorized: {
    status: 401,
    message: {
      en: 'This is only for whoever has the right token.',
      de: 'Das ist nur mit dem richtigen Token zugänglich.',
    },
  },
  metrics_off: {
    status: 404,
    message: {
      en: 'This server publishes no metrics.',
      de: 'Dieser Server veröffentlicht keine Messwerte.',
    },
  },
  rate_limited: {
    status: 429,
    message: {
      en: 'Too many attempts. Please try again later.',
      de: 'Zu viele Versuche. Bitte versuchen Sie es später noch einmal.',
    },
  },
  busy: {
    status: 503,
    message: {
      en: 'The server is very busy. Please try again in a moment.',
      de: 'Der Server ist stark ausgelastet. Bitte versuchen Sie es gleich noch einmal.',
    },
  },
} satisfies Record<string, PublicError>;
