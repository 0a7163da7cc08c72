import type { Core } from '@strapi/strapi';
import { normalizeEmail } from '../../../../../shared/email-address';
import type { Locale } from '../../../../../shared/locales';
import type { ErasedRows } from '../../../../../shared/privacy';
import { clockOf, transactionOf } from '../../../container';
import { MAIL_CATEGORIES, type MailCategory } from '../../../domain/mail-preferences';
import { recordActivities } from '../../../platform/activity-log';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements, type Tx } from '../../../platform/transaction';
import { registrationOf } from '../../registration';
import * as store from './optout-store';

export type PreferenceChange = { action: 'stop' | 'start'; category: MailCategory | 'all' };

const createService = (strapi: Core.Strapi) => {
  const rows = createStatements(strapi);
  const clock = clockOf(strapi);
  const transaction = transactionOf(strapi);
  const { findByUnsubscribeToken, pageProgram } = registrationOf(strapi);

  const bearerOf = async (token: string) => {
    const { documentId, email, language } = await findByUnsubscribeToken(token);
    return { documentId, email, language, emailKey: normalizeEmail(email) ?? email };
  };

  return {
    /** What the page says; `locale` defaults to the registrant's own. */
    async show(token: string, wanted?: Locale) {
      const { email, emailKey, language } = await bearerOf(token);
      const locale = wanted ?? language;
      const optOuts = await store.optOutsOf(rows, emailKey);
      return {
        email,
        optOuts: optOuts.map(({ category }) => category),
        program: await pageProgram(locale),
        locale,
      };
    },

    /** Does or undoes it for the address, whichever of its registrations the token belongs to. Repeating it is fine. */
    async change(token: string, { action, category }: PreferenceChange): Promise<void> {
      const { documentId, emailKey } = await bearerOf(token);
      const categories = category === 'all' ? MAIL_CATEGORIES : [category];
      await transaction(async (tx) => {
        const at = clock.now();
        const changed =
          action === 'stop'
            ? await store.optOut(tx, { emailKey, categories, at })
            : await store.optIn(tx, { emailKey, categories });
        if (changed.length === 0) return;
        await recordActivities(tx, {
          at,
          actor: { kind: 'attendee' },
          activities: [
            {
              action: action === 'stop' ? 'mails.stopped' : 'mails.started',
              subjectType: 'registration',
              subjectId: documentId,
              fields: changed,
            },
          ],
        });
      });
    },

    /** For one person's data, known by the normalised address. */
    exportPerson: (emailKey: string) => store.optOutsOf(rows, emailKey),

    async erase(tx: Tx, emailKey: string): Promise<ErasedRows> {
      const deleted = await store.eraseOptOuts(tx, emailKey);
      return { table: 'webinars_mail_optouts', deleted, reduced: 0, kept: 0, why: 'preference' };
    },

    /** What each of the addresses does without. */
    optOutsAmong: (emailKeys: readonly string[]) => store.optOutsAmong(rows, emailKeys),
  };
};

export const preferencesOf = oncePerStrapi(createService);
