import { mayAttend, type RegistrationState } from './registration';
import { endsAt, sessionPhase, type SessionLife } from './session';

const DAY = 86_400_000;

/** For so many days after the end somebody may say how it was, and think better of it. */
const OPEN_DAYS = 30;

export type FeedbackVerdict =
  | { kind: 'open'; closesAt: Date }
  | { kind: 'early'; opensAt: Date }
  | { kind: 'over' }
  | { kind: 'called_off' }
  /** Only who had a seat, and was not missed, is asked. */
  | { kind: 'not_there' };

export const judgeFeedback = (
  {
    session,
    state,
    joinedAt,
  }: { session: SessionLife; state: RegistrationState; joinedAt: Date | null },
  now: Date
): FeedbackVerdict => {
  if (session.state === 'cancelled') return { kind: 'called_off' };
  const wasMissed = state === 'no_show' && joinedAt === null;
  if (!mayAttend(state) || wasMissed) return { kind: 'not_there' };
  const phase = sessionPhase(session, now);
  if (phase !== 'live' && phase !== 'completed')
    return { kind: 'early', opensAt: session.startsAt };
  const closesAt = new Date(endsAt(session).getTime() + OPEN_DAYS * DAY);
  return now < closesAt ? { kind: 'open', closesAt } : { kind: 'over' };
};

/** Averages have one decimal: more would claim more than a handful of answers can tell. */
export const averageOf = ({ sum, count }: { sum: number; count: number }): number | null =>
  count === 0 ? null : Math.round((sum / count) * 10) / 10;
