import { DateTime } from 'luxon';
import type { SessionsQuery } from '../../../../../shared/catalog';

/** Which sessions of the time line are meant: over or not, and where their start lies. Instants are UTC. */
export type TimeWindow = {
  isOver: boolean;
  /** Starts at or after this instant. */
  startsFrom: Date | null;
  /** Starts before this instant. */
  startsBefore: Date | null;
};

/**
 * Reads a timeframe as people in `timezone` mean it: weeks begin on Monday (ISO 8601), and weeks, months and days
 * begin at local midnight, whatever a daylight-saving night does to their length. A session that began before the
 * week and still runs belongs to it.
 */
export const timeWindow = (
  { timeframe, from, to }: Pick<SessionsQuery, 'timeframe' | 'from' | 'to'>,
  { now, timezone }: { now: Date; timezone: string }
): TimeWindow => {
  const here = DateTime.fromJSDate(now, { zone: timezone });
  const ends = [
    timeframe === 'this-week' && here.endOf('week'),
    timeframe === 'this-month' && here.endOf('month'),
  ].flatMap((end) => (end ? [startOfNextDay(end)] : []));
  if (to !== undefined) ends.push(boundary(to, timezone, 'end'));
  return {
    isOver: timeframe === 'past',
    startsFrom: from === undefined ? null : boundary(from, timezone, 'start'),
    startsBefore: ends.length === 0 ? null : new Date(Math.min(...ends.map(Number))),
  };
};

/** A day means the whole of it; an instant means itself. */
const boundary = (value: string, timezone: string, side: 'start' | 'end'): Date => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const moment = DateTime.fromISO(value, { zone: timezone });
  if (!isDay) return moment.toJSDate();
  return side === 'start' ? moment.startOf('day').toJSDate() : startOfNextDay(moment);
};

const startOfNextDay = (moment: DateTime) =>
  moment.startOf('day').plus({ days: 1 }).startOf('day').toJSDate();
