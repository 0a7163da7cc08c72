import type { JobCatalog } from '../../domain/job-catalog';
import { sessionPhase } from '../../domain/session';
import { offerExpiresAt, offersToMake } from '../../domain/waitlist';
import { recordActivities } from '../../platform/activity-log';
import { PutOff, type NewJob } from '../../platform/jobs';
import type { Tx } from '../../platform/transaction';
import * as inventories from './inventory-store';
import type { Inventory } from './inventory-store';
import { mailJob } from './mail-job';
import { moveRegistration } from './move-registration';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { loadSession, type SessionForRegistration } from './session-facts-store';

/** More offers than these are made in transactions of their own, so that nobody waits long for the lock. */
const OFFERS_AT_ONCE = 500;

type Seats = { inventory: Inventory; session: SessionForRegistration; now: Date };

/**
 * The end of every use-case that may have freed a seat: takes back what is held for too long and offers what is free
 * to the first in line, in the transaction that freed it. Counts in `inventory`, which the caller saves, and answers
 * the jobs, which the caller enqueues.
 */
export const passSeatsOn = async (tx: Tx, seats: Seats): Promise<NewJob<JobCatalog>[]> => {
  // Of a session that is called off, everybody hears that, and of no seat besides.
  if (seats.session.state === 'cancelled') return [];
  return [...(await endLapsedHolds(tx, seats)), ...(await makeOffers(tx, seats))];
};

const endLapsedHolds = async (tx: Tx, { inventory, session, now }: Seats) => {
  const lapsed = await store.findLapsedHolds(tx, session.documentId, now);
  // After the start there is nobody to pass a seat on to: what waits then ends quietly.
  const isTold = sessionPhase(session, now) === 'published';
  const jobs: NewJob<JobCatalog>[] = [];
  for (const registration of lapsed) {
    const wasOffered = registration.state === 'offered';
    await moveRegistration(tx, {
      registration,
      inventory,
      to: 'expired',
      action: wasOffered ? 'registration.offer-expired' : 'registration.hold-expired',
      actor: { kind: 'system' },
      now,
    });
    if (wasOffered && isTold)
      jobs.push(mailJob('offer-expired', registration.documentId, 'expired'));
  }
  return jobs;
};

const makeOffers = async (tx: Tx, { inventory, session, now }: Seats) => {
  const wanted = offersToMake({ session, seats: inventory, now });
  if (wanted === 0) return [];
  const holdExpiresAt = offerExpiresAt(session, now);
  const first = await store.findFirstWaiting(
    tx,
    session.documentId,
    Math.min(wanted, OFFERS_AT_ONCE)
  );
  await store.markOffered(tx, first, { holdExpiresAt, at: now });
  inventory.waitlisted -= first.length;
  inventory.held += first.length;
  await recordActivities(tx, {
    at: now,
    actor: { kind: 'system' },
    activities: first.map(({ documentId }) => ({
      action: 'registration.offered',
      subjectType: 'registration',
      subjectId: documentId,
      sessionId: session.documentId,
      fromState: 'waitlisted',
      toState: 'offered',
    })),
  });
  const jobs = first.flatMap((registration) => {
    const offered = { ...registration, revision: registration.revision + 1, holdExpiresAt };
    return [
      mailJob('waitlist-offer', registration.documentId, `offer-${offered.revision}`),
      holdJob(offered, holdExpiresAt),
    ];
  });
  if (wanted > first.length) jobs.push(nextOffersJob(inventory, now));
  return jobs;
};

/** For the moment at which a hold runs out. */
export const holdJob = (
  {
    documentId,
    sessionId,
    revision,
  }: Pick<StoredRegistration, 'documentId' | 'sessionId' | 'revision'>,
  holdExpiresAt: Date
): NewJob<JobCatalog> => ({
  type: 'registration.pass-seats-on',
  key: `${documentId}:${revision}`,
  payload: { sessionId, dueAt: holdExpiresAt.toISOString() },
  runAt: holdExpiresAt,
});

const nextOffersJob = ({ sessionId, revision }: Inventory, now: Date): NewJob<JobCatalog> => ({
  type: 'registration.pass-seats-on',
  key: `${sessionId}:${revision}`,
  payload: { sessionId, dueAt: now.toISOString() },
});

/** Job: the same for its own sake, when a hold has run out or offers are left to be made. */
export const passSeatsOnJob =
  ({ transaction, jobs, clock }: Deps) =>
  async ({ sessionId, dueAt }: JobCatalog['registration.pass-seats-on']): Promise<void> => {
    // The queue may go by the clock of the database.
    const early = new Date(dueAt).getTime() - clock.now().getTime();
    if (early > 0) throw new PutOff(Math.ceil(early / 1000));

    await transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const session = await loadSession(tx, sessionId);
      const followUps = await passSeatsOn(tx, { inventory, session, now: clock.now() });
      await inventories.saveSeats(tx, inventory);
      await jobs.enqueue(tx, followUps);
    });
  };
