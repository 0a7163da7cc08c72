import type { Locale } from '../../../../../shared/locales';

/** What the page that asks how it was says. */
export type FeedbackTexts = {
  heading: string;
  lead: string;
  rating: string;
  /** From one star to five. */
  marks: readonly [string, string, string, string, string];
  comment: string;
  commentHelp: string;
  send: string;
  change: string;
  changeable: string;
  done: string;
  early: string;
  refused: Record<FeedbackRefusal, { badge: string; text: string }>;
};

export type FeedbackRefusal =
  'session_cancelled' | 'registration_not_confirmed' | 'feedback_closed';

export const FEEDBACK_TEXTS: Record<Locale, FeedbackTexts> = {
  en: {
    heading: 'How did you like it?',
    lead: 'A minute of your time helps us, and everybody who comes next. Only the organisers read your words; the stars become part of an average.',
    rating: 'Your rating',
    marks: ['Not at all', 'Not much', 'It was all right', 'Good', 'Very good'],
    comment: 'What would you like to tell us?',
    commentHelp: 'As you like: what was useful, what was missing.',
    send: 'Send',
    change: 'Send again',
    changeable: 'You can change your answer until',
    done: 'Thank you: we have your answer.',
    early: 'The webinar has not begun yet. Come back once it has:',
    refused: {
      session_cancelled: {
        badge: 'Called off',
        text: 'This webinar did not take place, so there is nothing to rate.',
      },
      registration_not_confirmed: {
        badge: 'Not possible',
        text: 'Only people who were there are asked how it was.',
      },
      feedback_closed: {
        badge: 'Over',
        text: 'Answers are no longer taken: this webinar is too long ago. Thank you anyway.',
      },
    },
  },
  de: {
    heading: 'Wie hat es Ihnen gefallen?',
    lead: 'Eine Minute Ihrer Zeit hilft uns und allen, die nach Ihnen kommen. Ihre Worte lesen nur die Veranstalter; die Sterne gehen in einen Durchschnitt ein.',
    rating: 'Ihre Bewertung',
    marks: ['Gar nicht', 'Wenig', 'Es ging so', 'Gut', 'Sehr gut'],
    comment: 'Was möchten Sie uns sagen?',
    commentHelp: 'Wenn Sie mögen: Was war hilfreich, was hat gefehlt?',
    send: 'Absenden',
    change: 'Erneut absenden',
    changeable: 'Änderungen sind möglich bis',
    done: 'Vielen Dank: Ihre Antwort ist angekommen.',
    early: 'Das Webinar hat noch nicht begonnen. Bewerten können Sie es ab',
    refused: {
      session_cancelled: {
        badge: 'Abgesagt',
        text: 'Dieses Webinar hat nicht stattgefunden, es gibt also nichts zu bewerten.',
      },
      registration_not_confirmed: {
        badge: 'Nicht möglich',
        text: 'Gefragt wird nur, wer dabei war.',
      },
      feedback_closed: {
        badge: 'Vorbei',
        text: 'Antworten werden nicht mehr angenommen: Das Webinar liegt zu lange zurück. Danke trotzdem.',
      },
    },
  },
};
