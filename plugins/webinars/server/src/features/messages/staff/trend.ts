import { dayNumber, formatSpan } from '../../../domain/local-time';

export type TrendDay = { day: string; count: number; percent: number };

export const TREND_DAYS = 14;

const DAY = 24 * 60 * 60_000;

/** How many registered on each of the last days, by the session's clock, and how that compares with the best of them. */
export const trendOf = (
  registeredAt: readonly Date[],
  { now, zone, language }: { now: Date; zone: string; language: 'en' | 'de' }
): TrendDay[] => {
  const today = dayNumber(now, zone);
  const counts = new Map<number, number>();
  for (const at of registeredAt) {
    const day = dayNumber(at, zone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = Array.from({ length: TREND_DAYS }, (_, index) => today - TREND_DAYS + 1 + index);
  const most = Math.max(1, ...days.map((day) => counts.get(day) ?? 0));
  return days.map((number) => {
    const count = counts.get(number) ?? 0;
    const noon = new Date(number * DAY + DAY / 2);
    const { weekday, day, month } = formatSpan({
      startsAt: noon,
      endsAt: noon,
      zone: 'UTC',
      language,
    });
    const date = language === 'de' ? `${weekday}, ${day}. ${month}` : `${weekday}, ${day} ${month}`;
    return { day: date, count, percent: Math.round((count / most) * 100) };
  });
};
