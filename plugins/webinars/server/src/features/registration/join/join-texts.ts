import type { Locale } from '../../../../../shared/locales';

/** What the page at the way in says. */
export type JoinTexts = {
  heading: string;
  early: string;
  countdown: string;
  again: string;
  open: string;
  openExplanation: string;
  button: string;
  /** By the code that a program is answered with. */
  refused: Record<JoinRefusal, { badge: string; text: string }>;
};

export type JoinRefusal =
  'session_cancelled' | 'registration_not_confirmed' | 'session_ended' | 'meeting_url_missing';

export const JOIN_TEXTS: Record<Locale, JoinTexts> = {
  en: {
    heading: 'Your way in',
    early: 'You are early. The way into the webinar opens on',
    countdown: 'Still to go:',
    again: 'Try again',
    open: 'Open now',
    openExplanation: 'The webinar is open. If nothing happens by itself, please use the button.',
    button: 'Join now',
    refused: {
      session_cancelled: {
        badge: 'Called off',
        text: 'The organisers have cancelled this webinar. It does not take place.',
      },
      registration_not_confirmed: {
        badge: 'No seat',
        text: 'Only people with a confirmed seat are let in. The link in your latest mail shows how your registration stands.',
      },
      session_ended: { badge: 'Over', text: 'This webinar is over.' },
      meeting_url_missing: {
        badge: 'In a moment',
        text: 'The organisers have not put up the link to the meeting yet. Please try again in a few minutes.',
      },
    },
  },
  de: {
    heading: 'Ihr Zugang',
    early: 'Sie sind früh dran. Der Zugang zum Webinar öffnet am',
    countdown: 'Noch:',
    again: 'Erneut versuchen',
    open: 'Jetzt geöffnet',
    openExplanation:
      'Das Webinar ist geöffnet. Wenn Sie nicht von selbst weitergeleitet werden, klicken Sie bitte auf die Schaltfläche.',
    button: 'Jetzt teilnehmen',
    refused: {
      session_cancelled: {
        badge: 'Abgesagt',
        text: 'Die Veranstalter haben dieses Webinar abgesagt. Es findet nicht statt.',
      },
      registration_not_confirmed: {
        badge: 'Kein Platz',
        text: 'Zugang haben nur Personen mit bestätigtem Platz. Wie es um Ihre Anmeldung steht, zeigt der Link in Ihrer neuesten E-Mail.',
      },
      session_ended: { badge: 'Vorbei', text: 'Dieses Webinar ist vorbei.' },
      meeting_url_missing: {
        badge: 'Gleich',
        text: 'Die Veranstalter haben den Link zum Webinar noch nicht hinterlegt. Bitte versuchen Sie es in einigen Minuten erneut.',
      },
    },
  },
};
