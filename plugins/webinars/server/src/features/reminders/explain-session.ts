import type { SessionTimeline, TimelineEntry } from '../../../../shared/messages';
import { DomainError } from '../../domain/errors';
import { audienceOf, runKey, scheduleOf } from '../../domain/reminder-schedule';
import type { Statements } from '../../platform/transaction';
import { loadReminderRules } from '../sessions';
import { runsOf, type Run } from './run-store';
import { find, type ReminderSession } from './session-store';

/** When whom a session tells what: what is on record, and what is still to come. */
export const explainSession =
  ({ rows }: { rows: Statements }) =>
  async (sessionId: string): Promise<SessionTimeline<Date>> => {
    const { schedule } = await loadReminderRules(rows);
    const session = await find(rows, sessionId, schedule);
    if (session === null) throw new DomainError('session_not_found');
    const runs = await runsOf(rows, [sessionId]);
    return {
      session: sessionId,
      state: session.state,
      startsAt: session.startsAt,
      timezone: session.timezone,
      messages: [...runs.map(toEntry), ...toCome(session, runs)].sort(
        (a, b) => a.dueAt.getTime() - b.dueAt.getTime()
      ),
    };
  };

const toEntry = (run: Run): TimelineEntry<Date> => ({
  kind: run.kind,
  audience: audienceOf(run.kind),
  offsetMinutes: run.offsetMinutes,
  startsAt: run.startsAt,
  dueAt: run.dueAt,
  state: run.state,
  reason: run.reason,
  recipients: run.recipients,
  endedAt: run.endedAt,
});

/** A draft and a session that was called off tell nobody anything. */
const toCome = (session: ReminderSession, runs: readonly Run[]): TimelineEntry<Date>[] => {
  if (session.state === 'draft' || session.state === 'cancelled') return [];
  const { documentId: sessionId, startsAt, rules } = session;
  const onRecord = new Set(runs.map(runKey));
  return scheduleOf(session, rules)
    .filter((message) => !onRecord.has(runKey({ ...message, sessionId, startsAt })))
    .map(({ kind, audience, offsetMinutes, dueAt }) => ({
      kind,
      audience,
      offsetMinutes,
      startsAt,
      dueAt,
      state: 'to_come' as const,
      reason: null,
      recipients: 0,
      endedAt: null,
    }));
};
