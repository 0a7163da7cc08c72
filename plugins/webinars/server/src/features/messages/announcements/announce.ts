import { randomUUID } from 'node:crypto';
import type { AnnouncementBody, AnnouncementPreview } from '../../../../../shared/announcements';
import { announceJob, sendAnnouncementJob, type JobCatalog } from '../../../domain/job-catalog';
import { recordActivities, type Actor } from '../../../platform/activity-log';
import type { Clock } from '../../../platform/clock';
import {
  findOutcome,
  saveOutcome,
  TwinWasFirst,
  type Repeatable,
} from '../../../platform/idempotency';
import type { Jobs } from '../../../platform/jobs';
import type { RunInTransaction, Tx } from '../../../platform/transaction';
import { LOCALES } from '../../../../../shared/locales';
import type { StoredAddressee } from '../mail-store';
import * as store from './announcement-store';
import { composeAnnouncement, type ComposeAnnouncementDeps } from './compose-announcement';
import { findRecipients, type RecipientDeps } from './find-recipients';

export type AnnounceDeps = RecipientDeps & {
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
  compose: ComposeAnnouncementDeps;
  loadAddressees(ids: readonly string[]): Promise<Map<string, StoredAddressee>>;
};

/** What it would be, to whom, if it went out now. */
export const previewAnnouncement =
  (deps: AnnounceDeps) =>
  async (body: AnnouncementBody): Promise<AnnouncementPreview> => {
    const { registrations, leftOut } = await findRecipients(deps, body);
    const samples: AnnouncementPreview['samples'] = [];
    for (const locale of LOCALES) {
      const first = registrations.find((each) => each.locale === locale);
      const written = body.texts[locale];
      if (first === undefined || written === undefined) continue;
      const addressee = (await deps.loadAddressees([first.id])).get(first.id);
      // Whoever looks at it gets into nobody's registration.
      const compose = { ...deps.compose, signToken: () => 'example' };
      const mail = addressee && (await composeAnnouncement(compose, written, addressee));
      if (!mail) continue;
      const { subject, text, html } = mail;
      samples.push({ locale, subject, text, html });
    }
    return { recipients: registrations.length, leftOut, samples };
  };

/** Writes down who gets it, and begins to send. A request that comes again begins nothing. Answers its id. */
export const confirmAnnouncement =
  (deps: AnnounceDeps) =>
  async (
    body: AnnouncementBody,
    { actor, repeatable }: { actor: Actor; repeatable: Repeatable }
  ): Promise<string> => {
    const recall = () => findOutcome(deps.rows, repeatable, deps.clock.now());
    const known = await recall();
    if (known !== null) return known.subject;
    const { registrations, leftOut } = await findRecipients(deps, body);
    const id = randomUUID();
    try {
      await deps.transaction(async (tx) => {
        const at = deps.clock.now();
        await saveOutcome(tx, repeatable, { subject: id, said: {} }, at);
        await store.insert(
          tx,
          { ...body, id, leftOut, writtenBy: actor.id ?? null, createdAt: at },
          registrations.map((registration) => registration.id)
        );
        await log(tx, { action: 'announcement.confirmed', id, actor, at });
        await deps.jobs.enqueue(tx, [announceJob(id, 0, at)]);
      });
    } catch (error) {
      const twin = error instanceof TwinWasFirst ? await recall() : null;
      if (twin === null) throw error;
      return twin.subject;
    }
    return id;
  };

/** What has not gone out yet does not. Stopping it again changes nothing. */
export const stopAnnouncement =
  ({ transaction, clock }: AnnounceDeps) =>
  (id: string, actor: Actor): Promise<void> =>
    transaction(async (tx) => {
      const at = clock.now();
      if (!(await store.markStopped(tx, id, at))) return;
      await store.skipOpen(tx, id, at);
      await log(tx, { action: 'announcement.stopped', id, actor, at });
    });

/** So many are handed out in one transaction at most. */
const PAGE = 500;

const MINUTE = 60_000;

/** Job: hands a page of an announcement out, and the next when as many minutes have passed as it may take. */
export const handOut =
  ({ transaction, jobs, clock }: AnnounceDeps) =>
  ({ announcementId: id, reached }: JobCatalog['messages.announce']): Promise<void> =>
    transaction(async (tx) => {
      const announcement = await store.lockRunning(tx, { id, reached });
      if (announcement === null) return;
      const { perMinute, recipients } = announcement;
      const limit = Math.min(PAGE, perMinute);
      const registrationIds = await store.nextRecipients(tx, { id, reached, limit });
      await jobs.enqueue(
        tx,
        registrationIds.map((registrationId) => sendAnnouncementJob(id, registrationId))
      );
      const next = reached + limit;
      await store.advance(tx, id, next);
      if (next >= recipients) return;
      const runAt = new Date(clock.now().getTime() + (limit / perMinute) * MINUTE);
      await jobs.enqueue(tx, [announceJob(id, next, runAt)]);
    });

const log = (
  tx: Tx,
  { action, id, actor, at }: { action: string; id: string; actor: Actor; at: Date }
) =>
  recordActivities(tx, {
    at,
    actor,
    activities: [{ action, subjectType: 'announcement', subjectId: id }],
  });
