import { MetricsOff, type Meters } from '../../meters';
import { isSameSecret, Unauthorized } from '../../platform/http/bearer';
import type { JobCounts } from '../../platform/jobs';
import { orNothing } from '../../platform/or-nothing';

export type MetricsPorts = {
  /** Null: switched off. */
  token: string | null;
  meters: Pick<Meters, 'read'>;
  countJobs(): Promise<JobCounts>;
  patienceMs: number;
  warn(message: string): void;
};

/** The figures, for whoever has the token. A database that is away takes only its own figures with it. */
export const readMetrics =
  ({ token, meters, countJobs, patienceMs, warn }: MetricsPorts) =>
  async (given: string): Promise<string> => {
    if (token === null) throw new MetricsOff();
    if (!isSameSecret(given, token)) throw new Unauthorized();
    const counts = countJobs().catch((error: unknown) => {
      warn(`[webinars] metrics: ${error instanceof Error ? error.name : 'no answer'}`);
      return null;
    });
    return meters.read(await orNothing(counts, patienceMs));
  };
