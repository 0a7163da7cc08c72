import type { Health } from '../../../../shared/health';
import type { JobCounts } from '../../platform/jobs';
import { orNothing } from '../../platform/or-nothing';

export type MailOutcome = 'accepted' | 'deferred' | 'refused' | 'unreachable';

export type HealthPorts = {
  pingDatabase(): Promise<void>;
  countJobs(): Promise<JobCounts>;
  /** What the mail server said of late, latest first. */
  latestMailOutcomes(): Promise<readonly MailOutcome[]>;
};

/**
 * How this instance is. Only what it needs to take registrations makes it `down`: where merely the mail server is
 * away, taking the instance out of service would help nobody, for the jobs wait and try again.
 */
export const readHealth =
  (
    ports: HealthPorts,
    { patienceMs, warn }: { patienceMs: number; warn: (message: string) => void }
  ) =>
  async (): Promise<Health> => {
    const ask = <T>(question: Promise<T>) =>
      orNothing(
        question.catch((error) => {
          warn(`[webinars] health: ${error instanceof Error ? error.name : 'no answer'}`);
          return null;
        }),
        patienceMs
      );
    const [ping, counts, outcomes] = await Promise.all([
      ask(ports.pingDatabase().then(() => true)),
      ask(ports.countJobs()),
      ask(ports.latestMailOutcomes()),
    ]);
    const database = ping === null ? 'down' : 'up';
    const jobs = jobsStatus(counts);
    const mail = mailStatus(outcomes ?? []);
    return {
      status: worstOf(database, jobs, mail),
      database: { status: database },
      jobs: {
        status: jobs,
        waiting: counts?.waiting ?? null,
        running: counts?.running ?? null,
        dead: counts?.dead ?? null,
      },
      mail: { status: mail },
    };
  };

const jobsStatus = (counts: JobCounts | null) => {
  if (counts === null) return 'down';
  return counts.dead > 0 ? 'degraded' : 'up';
};

/** One refused address says nothing about the server; several in a row without a success do. */
const mailStatus = (outcomes: readonly MailOutcome[]) => {
  const [latest] = outcomes;
  if (latest === undefined) return 'unknown';
  if (outcomes.every((outcome) => outcome === 'unreachable')) return 'down';
  if (latest === 'unreachable') return 'degraded';
  const isFailing = outcomes.length >= 3 && !outcomes.includes('accepted');
  return isFailing ? 'degraded' : 'up';
};

const worstOf = (
  database: Health['database']['status'],
  jobs: Health['jobs']['status'],
  mail: Health['mail']['status']
): Health['status'] => {
  if (database === 'down' || jobs === 'down') return 'down';
  return jobs === 'degraded' || mail === 'degraded' || mail === 'down' ? 'degraded' : 'up';
};
