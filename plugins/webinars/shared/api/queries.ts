import { z } from 'zod';
import { MAIL_CATEGORIES } from '../../server/src/domain/mail-preferences';
import { LOCALES } from '../locales';
import { PAGE_ACTIONS } from './shapes';

/** Without `?locale`, a registration answers in the language that its registrant chose. */
export const registrationQuery = z.strictObject({ locale: z.enum(LOCALES).optional() });
/** A person who follows a link sees a page, whatever became of the link on its way. */
export const pageQuery = z.object({
  locale: z.enum(LOCALES).optional().catch(undefined),
  done: z
    .enum([...PAGE_ACTIONS, 'feed'])
    .optional()
    .catch(undefined)
    .meta({
      description: 'What has just been done by the form of the page.',
    }),
});

/** Links of mails, besides: whatever else became of them on their way is nobody's fault. */
export const linkQuery = z.object({ locale: z.enum(LOCALES).optional().catch(undefined) });

export const feedbackQuery = linkQuery.extend({
  done: z.enum(['sent']).optional().catch(undefined).meta({
    description: 'What has just been done by the form of the page.',
  }),
});

export const unsubscribeQuery = linkQuery.extend({
  category: z.enum(MAIL_CATEGORIES).optional().catch(undefined).meta({
    description:
      'Which mails a single click of a mail program is about; without it, all that may be turned off.',
  }),
  done: z.enum(['stop', 'start']).optional().catch(undefined).meta({
    description: 'What has just been done by the form of the page.',
  }),
});
