import type { Core } from '@strapi/strapi';
import type { Announcement } from '../../../../../shared/announcements';
import type { Pagination } from '../../../../../shared/catalog';
import type { ErasedRows } from '../../../../../shared/privacy';
import { DomainError } from '../../../domain/errors';
import { paginationOf } from '../../../platform/http/pagination';
import { createStatements, type Tx } from '../../../platform/transaction';
import { clockOf, jobsOf, transactionOf } from '../../../container';
import { loadAddressees } from '../mail-store';
import { reachesOf } from '../reaches-of';
import { createRenderer } from '../look/render-mail';
import { announcementTemplate } from './announcement-template';
import {
  confirmAnnouncement,
  handOut,
  previewAnnouncement,
  stopAnnouncement,
  type AnnounceDeps,
} from './announce';
import * as store from './announcement-store';
import type { StoredAnnouncement, Tally } from './announcement-store';
import { hasConsent, isStillFound } from './recipient-store';
import { sendAnnouncement, type SendAnnouncementDeps } from './send-announcement';

/** What organisers write by hand to many registrants at once. */
export const createAnnouncements = (
  strapi: Core.Strapi,
  deps: Omit<SendAnnouncementDeps, 'announcements' | 'renderAnnouncement'>
) => {
  const rows = createStatements(strapi);
  const send = { ...deps, renderAnnouncement: createRenderer(announcementTemplate) };
  const announce: AnnounceDeps = {
    rows,
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
    reachesOf: reachesOf(strapi),
    loadAddressees: (ids) => loadAddressees(rows, ids),
    compose: send,
  };
  const confirm = confirmAnnouncement(announce);
  const stop = stopAnnouncement(announce);

  const show = async (id: string): Promise<Announcement<Date>> => {
    const announcement = await store.find(rows, id);
    if (announcement === null) throw new DomainError('announcement_not_found');
    return withProgress(announcement, await store.tally(rows, [announcement]));
  };

  return {
    preview: previewAnnouncement(announce),
    async confirm(...input: Parameters<typeof confirm>) {
      return show(await confirm(...input));
    },
    /** Throws `announcement_not_found`. */
    async stop(...[id, actor]: Parameters<typeof stop>) {
      await stop(id, actor);
      return show(id);
    },
    /** Throws `announcement_not_found`. */
    show,
    async list(query: {
      page: number;
      pageSize: number;
    }): Promise<{ items: Announcement<Date>[]; pagination: Pagination }> {
      const { page, pageSize } = query;
      const { announcements, total } = await store.list(rows, {
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      const tallies = await store.tally(rows, announcements);
      const items = announcements.map((announcement) => withProgress(announcement, tallies));
      return { items, pagination: paginationOf(query, total) };
    },

    /** For one person's data: that they were to get it. What they were sent goes with the other mails. */
    async erase(tx: Tx, registrationIds: readonly string[]): Promise<ErasedRows> {
      const deleted = await store.eraseRecipients(tx, registrationIds);
      const table = 'webinars_announcement_recipients';
      return { table, deleted, reduced: 0, kept: 0, why: 'announcement' };
    },

    handlers: {
      'messages.announce': handOut(announce),
      'messages.send-announcement': sendAnnouncement({
        ...send,
        announcements: {
          find: (id) => store.find(rows, id),
          hasConsent: (registrationId) => hasConsent(rows, registrationId),
          isStillFound: (...meant) => isStillFound(rows, ...meant),
        },
      }),
    },
  };
};

const withProgress = (
  announcement: StoredAnnouncement,
  tallies: ReadonlyMap<string, Tally>
): Announcement<Date> => {
  const progress = progressOf(announcement, tallies.get(announcement.id));
  const isDone = announcement.state === 'running' && progress.open === 0;
  return { ...announcement, state: isDone ? 'done' : announcement.state, progress };
};

const progressOf = (
  announcement: StoredAnnouncement,
  { recipients, mails }: Tally = { recipients: 0, mails: [] }
): Announcement['progress'] => {
  const among = (wanted: string) => mails.filter(({ state }) => state === wanted);
  const sent = store.sum(among('sent'));
  const failed = store.sum(among('failed'));
  const skipped = among('skipped');
  return {
    sent,
    failed,
    open: recipients - sent - failed - store.sum(skipped),
    erased: announcement.recipients - recipients,
    skipped: skipped.map(({ reason, count }) => ({ reason: reason ?? '', count })),
  };
};
