import type { Core } from '@strapi/strapi';
import type { MailOutcome } from './read-health';

const LATEST = 10;

export const createOperationsStore = (strapi: Core.Strapi) => ({
  async pingDatabase(): Promise<void> {
    await strapi.db.connection.raw('SELECT 1');
  },

  /** What the mail server said to the latest attempts after `since`, latest first. */
  async latestMailOutcomes(since: Date): Promise<MailOutcome[]> {
    const rows: { outcome: MailOutcome }[] = await strapi.db
      .getConnection('webinars_mail_attempts')
      .where('at', '>=', since)
      .orderBy('id', 'desc')
      .limit(LATEST)
      .select('outcome');
    return rows.map(({ outcome }) => outcome);
  },
});
