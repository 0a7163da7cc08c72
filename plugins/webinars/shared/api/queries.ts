import { z } from 'zod';
import { MAIL_CATEGORIES } from '../../server/src/domain/mail-preferences';
import { LOCALES } from '../locales';
import { PAGE_ACTIONS } from './shapes';

/** Without `?locale`, a registration answers in the language that its registrant chose. */
export const registrationQuery = z.strictObject({ locale: z.enum(LOCALES).optional() });

/** Whoever follows a link in a mail sees a page, whatever mail programs have made of the address on its way. */
export const linkQuery = z.object({ locale: z.enum(LOCALES).optional().catch(undefined) });

const justDone = <const T extends readonly string[]>(actions: T) =>
  z.enum(actions).optional().catch(undefined).meta({
    description: 'What has just been done by the form of the page.',
  });

export const pageQuery = linkQuery.extend({ done: justDone([...PAGE_ACTIONS, 'feed']) });

export const feedbackQuery = linkQuery.extend({ done: justDone(['sent']) });

export const unsubscribeQuery = linkQuery.extend({
  category: z.enum(MAIL_CATEGORIES).optional().catch(undefined).meta({
    description:
      'Which mails a single click of a mail program is about; without it, all that may be turned off.',
  }),
  done: justDone(['stop', 'start']),
});
