import type { Meters } from '../../meters/meters';
import { MetricsOff } from '../../meters/metrics-off';
import { isSameSecret, Unauthorized } from '../../platform/http/bearer';
import type { QueueState } from '../../platform/jobs';
import { orNothing } from '../../platform/or-nothing';

export type MetricsPorts = {
  /** Null: switched off. */
  token: string | null;
  meters: Pick<Meters, 'read'>;
  queues(): Promise<QueueState[]>;
  patienceMs: number;
  warn(message: string): void;
};

/** The figures, for whoever has the token. A database that is away takes only its own figures with it. */
export const readMetrics =
  ({ token, meters, queues, patienceMs, warn }: MetricsPorts) =>
  async (given: string): Promise<string> => {
    if (token === null) throw new MetricsOff();
    if (!isSameSecret(given, token)) throw new Unauthorized();
    const known = queues().catch((error: unknown) => {
      warn(`[webinars] metrics: ${error instanceof Error ? error.name : 'no answer'}`);
      return null;
    });
    return meters.read(await orNothing(known, patienceMs));
  };
