import type { MailCategory } from '../../../domain/mail-preferences';
import type { Locale } from '../../../../../shared/locales';

/** What the page of somebody's preferences says. */
export type UnsubscribeTexts = {
  heading: string;
  lead: string;
  address: string;
  category: Record<MailCategory, { name: string; about: string }>;
  on: string;
  off: string;
  stop: string;
  start: string;
  stopAll: string;
  always: string;
  done: Record<'stop' | 'start', string>;
};

export const UNSUBSCRIBE_TEXTS: Record<Locale, UnsubscribeTexts> = {
  en: {
    heading: 'Which mails you get',
    lead: 'Choose what you want to hear from us. It holds for all webinars that you register for with this address, at once, and can be changed here at any time.',
    address: 'Your address',
    category: {
      reminders: { name: 'Reminders', about: 'Before a webinar begins.' },
      follow_ups: {
        name: 'Follow-ups',
        about: 'After a webinar: recordings, materials and what comes next.',
      },
      feedback: { name: 'Questions about your opinion', about: 'How you liked a webinar.' },
      announcements: { name: 'Announcements', about: 'What the organisers have to say besides.' },
    },
    on: 'On',
    off: 'Off',
    stop: 'Turn off',
    start: 'Turn on again',
    stopAll: 'Turn all of them off',
    always:
      'What concerns your seat always comes: confirmations, another date, a webinar that is called off.',
    done: {
      stop: 'Done: these mails do not come any more.',
      start: 'Done: these mails come again.',
    },
  },
  de: {
    heading: 'Welche E-Mails Sie erhalten',
    lead: 'Wählen Sie, was Sie von uns hören möchten. Ihre Wahl gilt sofort und für alle Webinare, zu denen Sie sich mit dieser Adresse anmelden. Sie können sie hier jederzeit ändern.',
    address: 'Ihre Adresse',
    category: {
      reminders: { name: 'Erinnerungen', about: 'Bevor ein Webinar beginnt.' },
      follow_ups: {
        name: 'Nachlese',
        about: 'Nach einem Webinar: Aufzeichnung, Material und wie es weitergeht.',
      },
      feedback: { name: 'Fragen nach Ihrer Meinung', about: 'Wie Ihnen ein Webinar gefallen hat.' },
      announcements: { name: 'Ankündigungen', about: 'Was die Veranstalter sonst noch mitteilen.' },
    },
    on: 'An',
    off: 'Aus',
    stop: 'Abbestellen',
    start: 'Wieder erhalten',
    stopAll: 'Alle abbestellen',
    always:
      'Was Ihren Platz betrifft, erhalten Sie immer: Bestätigungen, neue Termine und Absagen.',
    done: {
      stop: 'Erledigt: Sie erhalten diese E-Mails nicht mehr.',
      start: 'Erledigt: Sie erhalten diese E-Mails wieder.',
    },
  },
};
