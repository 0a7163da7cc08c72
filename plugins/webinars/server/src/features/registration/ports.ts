import type { JobCatalog } from '../../domain/job-catalog';
import type { RegistrationMeter } from '../../meters/registration-meter';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction } from '../../platform/transaction';
import type { Locale } from '../../../../shared/locales';
import type { Consent } from './new-registration-store';

/** What the use-cases of this slice ask for. */
export type Deps = {
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
  /** Program-wide rules and consent texts; read before the transaction opens. */
  settings: () => Promise<ProgramRules>;
  /** Counts what became of registrations, once that is for good. */
  meter: RegistrationMeter;
};

export type ProgramRules = {
  /** Registration opens so many days before the start, where a session says nothing itself. */
  registrationWindowDays: number | null;
  /** For so long a seat is kept for an unfinished payment. */
  holdMinutes: number;
  /** The way into the meeting opens so many minutes before the start. */
  joinMinutesBefore: number;
  /** Whether anybody can pay at all. */
  canTakePayment: boolean;
  /** The version of a consent text that is in force in a language. */
  consentVersion: (kind: Consent['kind'], locale: Locale) => string;
};
