import { clockIn, instantOf } from './local-time';

/** Times of day ("21:00", "08:00"): from the first to the second, over midnight where that is earlier. */
export type QuietHours = { from: string; to: string };

/** When the quiet hours end that clocks in the zone are in at `now`; null outside of them. */
export const quietUntil = (
  { from, to }: QuietHours,
  { zone, now }: { zone: string; now: Date }
): Date | null => {
  const clock = clockIn(zone, now);
  const midnight = clock - (clock % DAY);
  const sinceMidnight = clock - midnight;
  const [begin, end] = [timeOf(from), timeOf(to)];
  const isQuiet =
    begin < end
      ? begin <= sinceMidnight && sinceMidnight < end
      : begin <= sinceMidnight || sinceMidnight < end;
  if (!isQuiet) return null;
  const endsTomorrow = sinceMidnight >= end;
  return instantOf(zone, midnight + end + (endsTomorrow ? DAY : 0));
};

const timeOf = (text: string) => {
  const [hours, minutes] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
