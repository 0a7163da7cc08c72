import { refreshRatedJob } from '../../domain/job-catalog';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import { copySessionRatings, copySpeakerRatings } from './rating-store';

/** Tick: shows everybody the present counts and averages of what has changed. A run that is missed is made good by the next. */
export const copyFigures =
  ({ transaction, jobs }: Pick<Deps, 'transaction' | 'jobs'>) =>
  (): Promise<void> =>
    transaction(async (tx) => {
      const changed = await inventories.copyCounts(tx);
      const rated = await copySessionRatings(
        tx,
        changed.map(({ sessionId }) => sessionId)
      );
      const speakers = rated.flatMap(({ speakerId }) => speakerId ?? []);
      await copySpeakerRatings(tx, [...new Set(speakers)].toSorted());
      await jobs.enqueue(
        tx,
        rated.map(({ sessionId, speakerId }) =>
          refreshRatedJob({
            sessionId,
            speakerId,
            revision: changed.find((each) => each.sessionId === sessionId)?.revision ?? 0,
          })
        )
      );
    });
