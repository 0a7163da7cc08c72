import { DomainError } from '../../domain/errors';
import { isBulk } from '../../domain/bulk-mail';
import type { QuietHours } from '../../domain/quiet-hours';
import {
  judge,
  runKey,
  saidFor,
  scheduleOf,
  type ScheduledMessage,
} from '../../domain/reminder-schedule';
import type { Statements } from '../../platform/transaction';
import { loadReminderRules } from '../sessions';
import { findRecipients, isAttendanceKnown } from './recipient-store';
import { runsOf, type Run } from './run-store';
import { find, type ReminderSession } from './session-store';
import { staffFor, type Staff, type StaffDeps } from './tell-staff';

export type RehearsedRun = ScheduledMessage & {
  startsAt: Date;
  /** When it is handed out, or left out. */
  at: Date;
  /** Why nobody is told; null: they are. */
  skipped: string | null;
  /** Those before have been told already, by row. */
  reached: number;
  /** Who works for the session and is told, by documentId. */
  speakerIds: string[];
};

export type MessageRehearsal = {
  runs: RehearsedRun[];
  /** Everything that the session is to tell at any time, to whomever. */
  schedule: ScheduledMessage[];
  quietHours: QuietHours | null;
};

/** What is told between two instants. `announcedAt`: from when on there is a session that anybody knows of. */
export const rehearseMessages =
  ({ rows, ...deps }: { rows: Statements } & Pick<StaffDeps, 'loadManager'>) =>
  async (
    sessionId: string,
    { from, until, announcedAt }: { from: Date; until: Date; announcedAt: Date | null }
  ): Promise<MessageRehearsal> => {
    const { schedule: defaults, quietHours } = await loadReminderRules(rows);
    const session = await find(rows, sessionId, defaults);
    if (session === null) throw new DomainError('session_not_found');
    const schedule = scheduleOf(session, session.rules);
    if (announcedAt === null) return { runs: [], schedule, quietHours };
    const earliest = announcedAt > from ? announcedAt : from;
    const onRecord = await runsOf(rows, [sessionId]);
    const due = dueRuns(session, { onRecord, earliest, until });
    const isKnown = await isAttendanceKnown(rows, sessionId);
    const runs: RehearsedRun[] = [];
    for (const run of due) {
      const { kind } = run;
      runs.push(
        isBulk(kind)
          ? judgeAttendance(run, isKnown)
          : withStaff(run, await staffFor(rows, deps, kind, session))
      );
    }
    return { runs, schedule, quietHours };
  };

const withStaff = (run: RehearsedRun, staff: Staff): RehearsedRun => {
  if (run.skipped !== null) return run;
  return staff.kind === 'nobody'
    ? { ...run, skipped: staff.reason }
    : { ...run, speakerIds: staff.speakerIds };
};

const dueRuns = (
  session: ReminderSession,
  { onRecord, earliest, until }: { onRecord: readonly Run[]; earliest: Date; until: Date }
): RehearsedRun[] => {
  const { documentId: sessionId, startsAt, startMovedAt } = session;
  const schedule = scheduleOf(session, session.rules);
  const runs = new Map(onRecord.map((run) => [runKey(run), run]));
  const said = saidFor(startsAt, onRecord);
  return schedule.flatMap((message) => {
    const at = message.dueAt > earliest ? message.dueAt : earliest;
    const run = runs.get(runKey({ ...message, sessionId, startsAt }));
    if (at > until || (run !== undefined && run.state !== 'planned')) return [];
    if (run !== undefined) {
      return [
        {
          ...message,
          kind: run.kind,
          startsAt,
          at: earliest,
          skipped: null,
          reached: run.reached,
          speakerIds: [],
        },
      ];
    }
    const verdict = judge(message, { said, schedule, startMovedAt, now: at });
    const skipped = verdict.kind === 'skipped' ? verdict.reason : null;
    return [{ ...message, startsAt, at, skipped, reached: 0, speakerIds: [] }];
  });
};

/** Nobody comes or is missed in a rehearsal: what is known of that now stays so. */
const judgeAttendance = (run: RehearsedRun, isKnown: boolean): RehearsedRun =>
  run.kind === 'follow-up-missed' && run.skipped === null && !isKnown
    ? { ...run, skipped: 'attendance_unknown' }
    : run;

const PAGE = 500;

/** Everybody to whom a message is handed out, page after page. */
export const recipientsOf = ({ rows }: { rows: Statements }) =>
  async function* (
    sessionId: string,
    { kind, dueAt, reached }: Pick<RehearsedRun, 'kind' | 'dueAt' | 'reached'>
  ): AsyncGenerator<string[]> {
    if (!isBulk(kind)) return;
    for (let after: number | null = reached; after !== null;) {
      const found: Awaited<ReturnType<typeof findRecipients>> = await findRecipients(rows, {
        sessionId,
        kind,
        dueAt,
        after,
        limit: PAGE,
      });
      yield found.page.map(({ documentId }) => documentId);
      after = found.last;
    }
  };
