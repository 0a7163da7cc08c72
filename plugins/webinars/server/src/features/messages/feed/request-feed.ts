import type { JobCatalog } from '../../../domain/job-catalog';
import { recordActivities } from '../../../platform/activity-log';
import type { Clock } from '../../../platform/clock';
import { RateLimited, type RateLimit } from '../../../platform/http/rate-limit';
import type { Jobs } from '../../../platform/jobs';
import type { RunInTransaction } from '../../../platform/transaction';
import { revokeFeed } from './feed-store';

export type FeedAction = 'send' | 'renew';

export type RequestFeedDeps = {
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
  /** By the address of the person. */
  limits: Record<FeedAction, RateLimit>;
};

/**
 * Mails the address of the feed to the person whose registration it is, after it was replaced if they want that. Whoever
 * asks learns nothing, not even that it was asked for too often: anybody can register any address.
 */
export const requestFeed =
  ({ transaction, jobs, clock, limits }: RequestFeedDeps) =>
  async (
    { documentId, emailKey }: { documentId: string; emailKey: string },
    action: FeedAction
  ): Promise<void> => {
    if (await isTooOften(limits[action], emailKey)) return;
    await transaction(async (tx) => {
      const at = clock.now();
      if (action === 'renew') await revokeFeed(tx, emailKey, at);
      await jobs.enqueue(tx, [
        {
          type: 'messages.send',
          key: `calendar-feed:${documentId}:${action}-${at.toISOString()}`,
          payload: { kind: 'calendar-feed', registrationId: documentId },
        },
      ]);
      await recordActivities(tx, {
        at,
        actor: { kind: 'attendee' },
        activities: [
          {
            action: action === 'renew' ? 'feed.renewed' : 'feed.requested',
            subjectType: 'registration',
            subjectId: documentId,
          },
        ],
      });
    });
  };

const isTooOften = async (limit: RateLimit, emailKey: string): Promise<boolean> => {
  try {
    await limit.consume(emailKey);
    return false;
  } catch (error) {
    if (error instanceof RateLimited) return true;
    throw error;
  }
};
