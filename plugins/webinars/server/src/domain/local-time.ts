/** A span of time as people in one zone and language write it. Times are 24 h in every language. */
export type LocalSpan = {
  /** "Thursday, 3 December 2026" · "Donnerstag, 3. Dezember 2026" */
  date: string;
  /** "16:00–17:00 CET" · "16:00–17:00 Uhr MEZ"; names the other day, or the other offset, where it ends in one. */
  time: string;
  /** Both and the zone: "Thursday, 3 December 2026, 16:00–17:00 CET (Europe/Berlin)". */
  text: string;
  /** The leaf of a tear-off calendar: "Dec", "3", "Thu". */
  month: string;
  day: string;
  weekday: string;
  zone: string;
};

type Language = 'en' | 'de';

/** Writes the span from `startsAt` to `endsAt` in an IANA zone. Throws a RangeError for an unknown zone. */
export const formatSpan = ({
  startsAt,
  endsAt,
  zone,
  language,
}: {
  startsAt: Date;
  endsAt: Date;
  zone: string;
  language: Language;
}): LocalSpan => {
  const start = writeInstant(startsAt, zone, language);
  const end = writeInstant(endsAt, zone, language);
  const date = `${start.weekdayLong}, ${start.dateLong}`;
  const time = writeTimes(start, end, language);
  return {
    date,
    time,
    text: `${date}, ${time} (${zone})`,
    month: start.monthShort,
    day: start.day,
    weekday: start.weekdayShort,
    zone,
  };
};

/** Writes an instant: "Thursday, 3 December 2026, 16:00 CET" · "Donnerstag, 3. Dezember 2026, 16:00 Uhr MEZ". */
export const formatInstant = (
  at: Date,
  { zone, language }: { zone: string; language: Language }
) => {
  const { weekdayLong, dateLong, time, offset } = writeInstant(at, zone, language);
  return `${weekdayLong}, ${dateLong}, ${time}${OCLOCK[language]} ${offset}`;
};

/** How many nights lie between, as people say it: "today", "tomorrow", "in 7 days" · "heute", "übermorgen". */
export const daysAway = (
  at: Date,
  { now, zone, language }: { now: Date; zone: string; language: Language }
): string => {
  const nights = dayNumber(at, zone) - dayNumber(now, zone);
  return new Intl.RelativeTimeFormat(TAG[language], { numeric: 'auto' }).format(nights, 'day');
};

/** The day that calendars in the zone show, counted from 1 January 1970. */
export const dayNumber = (at: Date, zone: string): number =>
  Math.floor(clockAt(at.getTime(), zone) / DAY);

/** Whether clocks in both zones show the same at the start and at the end, so that one of them is enough to say. */
export const isSameWallTime = (
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  zone: string,
  otherZone: string
) =>
  [startsAt, endsAt].every(
    (at) => clockAt(at.getTime(), zone) === clockAt(at.getTime(), otherZone)
  );

/**
 * The instant so many calendar days before, when clocks in the zone show the same time. A time that they leave out is
 * read by the clock before the change, and of one that they show twice the first is meant (RFC 5545, 3.3.5).
 */
export const daysBefore = (at: Date, { days, zone }: { days: number; zone: string }): Date => {
  // No day is no change: the second of two equal times must not become the first.
  if (days === 0) return at;
  return instantOf(zone, clockAt(at.getTime(), zone) - days * DAY);
};

/** What clocks in the zone show, as the milliseconds at which clocks in UTC show it. */
export const clockIn = (zone: string, at: Date): number => clockAt(at.getTime(), zone);

/** The instant at which clocks in the zone show `wanted` (as `clockIn` says it), by the rules of `daysBefore`. */
export const instantOf = (zone: string, wanted: number): Date => {
  const readAsOn = (day: number) => wanted - (clockAt(day, zone) - day);
  const first = readAsOn(wanted - DAY);
  const second = readAsOn(wanted + DAY);
  const isSecond = clockAt(first, zone) !== wanted && clockAt(second, zone) === wanted;
  return new Date(isSecond ? second : first);
};

/** Whether it is the name of a zone in the IANA database; a bare offset (`+02:00`) is none. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatterOf('en-GB', zone, { hour: '2-digit' });
    return true;
  } catch {
    return false;
  }
};

const OCLOCK = { en: '', de: ' Uhr' };

const writeTimes = (start: WrittenInstant, end: WrittenInstant, language: Language) => {
  const oClock = OCLOCK[language];
  if (start.dateLong !== end.dateLong) {
    return `${start.time}${oClock} ${start.offset} – ${end.weekdayLong}, ${end.dateLong}, ${end.time}${oClock} ${end.offset}`;
  }
  if (start.offset !== end.offset) {
    return `${start.time} ${start.offset}–${end.time}${oClock} ${end.offset}`;
  }
  return `${start.time}–${end.time}${oClock} ${start.offset}`;
};

type WrittenInstant = ReturnType<typeof writeInstant>;

/** British English writes the day first and the clock to 24. */
const TAG = { en: 'en-GB', de: 'de-DE' };

const writeInstant = (at: Date, zone: string, language: Language) => {
  const tag = TAG[language];
  const write = (format: Intl.DateTimeFormatOptions) => formatterOf(tag, zone, format).format(at);
  return {
    dateLong: write({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekdayLong: write({ weekday: 'long' }),
    weekdayShort: write({ weekday: 'short' }),
    monthShort: write({ month: 'short' }),
    day: formatterOf('en-GB', zone, { day: 'numeric' }).format(at),
    time: write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    offset: offsetName(at, zone, language),
  };
};

const offsetName = (at: Date, zone: string, language: Language): string =>
  zoneAbbreviation(at, zone, language) ?? shortZoneName(at, zone, TAG[language]);

/**
 * The letters by which people call what clocks in the zone show at that instant ("CET", "MEZ"), in a language if it has
 * any, else in English; null for a zone that is known by its offset only.
 */
export const zoneAbbreviation = (at: Date, zone: string, language?: Language): string | null => {
  const tags = [...(language === undefined ? [] : [TAG[language]]), ...VARIETIES_OF_ENGLISH];
  const names = tags.map((tag) => shortZoneName(at, zone, tag));
  return names.find((name) => ABBREVIATION.test(name)) ?? null;
};

/** Each knows the abbreviations of its own part of the world; the rest of it says GMT+2. */
const VARIETIES_OF_ENGLISH = ['en-US', 'en-GB', 'en-AU', 'en-IN'];

const ABBREVIATION = /^[A-Z]{2,5}$/;

const shortZoneName = (at: Date, zone: string, tag: string) =>
  formatterOf(tag, zone, { timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

const DAY = 24 * 60 * 60_000;

/** What clocks in the zone show at that instant, as the instant at which clocks in UTC show it. */
const clockAt = (at: number, zone: string): number => {
  const parts = formatterOf('en-GB', zone, CLOCK).formatToParts(at);
  const read = (wanted: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === wanted)?.value);
  const date = [read('year'), read('month') - 1, read('day')] as const;
  const time = [read('hour'), read('minute'), read('second'), read('fractionalSecond')] as const;
  return Date.UTC(...date, ...time);
};

const CLOCK: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
};

/** Making a formatter costs more than everything else here. A zone has as many spellings as its letters have cases. */
const MOST_FORMATTERS = 2000;
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (tag: string, zone: string, format: Intl.DateTimeFormatOptions) => {
  const key = `${tag} ${zone} ${JSON.stringify(format)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(tag, { ...format, timeZone: zone });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, formatter);
  return formatter;
};
