import type { SessionNews } from '../../domain/job-catalog';
import { MOST_JOIN_MINUTES } from '../../domain/join-window';
import type { Locale } from '../../../../shared/locales';
import { webAddress } from '../../domain/web-address';
import type { StoredSession } from './session-store';

type Change = {
  before: StoredSession;
  after: StoredSession;
  /** The columns that differ. */
  fields: readonly string[];
  /** The languages in which it is called something else. */
  renamed: readonly Locale[];
};

/** What a change means to those who have the session in their calendar; a move outranks all else, for its mail tells all else, too. */
export const newsOf = (change: Change, now: Date): SessionNews | null => {
  if (MOVES.some((field) => change.fields.includes(field))) return 'moved';
  if (isAnotherWayIn(change, now)) return 'access';
  return change.renamed.length > 0 ? 'renamed' : null;
};

const MOVES = ['datetime', 'duration', 'timezone'];

/**
 * People enter by links of their own, which lead to another room without their doing. It is news once somebody may have
 * been in the room before.
 */
const isAnotherWayIn = ({ before, after, fields }: Change, now: Date): boolean => {
  if (!hasMeeting(after)) return false;
  if (!hasMeeting(before) || fields.includes('meeting_password')) return true;
  const mayHaveBeenIn = after.startsAt.getTime() - now.getTime() <= MOST_JOIN_MINUTES * MINUTE;
  return fields.includes('meeting_url') && mayHaveBeenIn;
};

const MINUTE = 60_000;

const hasMeeting = ({ row }: StoredSession) =>
  typeof row.meeting_url === 'string' && webAddress(row.meeting_url) !== null;
