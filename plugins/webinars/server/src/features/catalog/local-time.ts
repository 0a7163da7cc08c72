import { DateTime } from 'luxon';
import type { LocalTime } from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';

/** The specification writes dates as `Oct 01, 2026` and `01.10.2026`. */
const DATE_FORMAT: Record<Locale, string> = { en: 'MMM dd, yyyy', de: 'dd.MM.yyyy' };

/** A session's times as a clock on the wall shows them in `timezone`. */
export const localTime = (
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { timezone, locale }: { timezone: string; locale: Locale }
): LocalTime => {
  const start = DateTime.fromJSDate(startsAt, { zone: timezone });
  const end = DateTime.fromJSDate(endsAt, { zone: timezone });
  return {
    timezone,
    date: start.toFormat('yyyy-MM-dd'),
    time: start.toFormat('HH:mm'),
    endDate: end.toFormat('yyyy-MM-dd'),
    endTime: end.toFormat('HH:mm'),
    zone: zoneName(start),
    offset: start.toFormat('ZZ'),
    dateText: start.setLocale(locale).toFormat(DATE_FORMAT[locale]),
  };
};

/** Each variety of English knows the abbreviations of its own part of the world; the rest of it says GMT+2. */
const VARIETIES = ['en-US', 'en-GB', 'en-AU', 'en-IN'];

const zoneName = (moment: DateTime): string => {
  const at = moment.toJSDate();
  const names = moment.zone.isUniversal
    ? [moment.offsetNameShort ?? '']
    : formatsOf(moment.zone.name).map((format) => nameIn(format.formatToParts(at)));
  return names.find((name) => /^[A-Z]{2,5}$/.test(name)) ?? `UTC${moment.toFormat('Z')}`;
};

const nameIn = (parts: readonly Intl.DateTimeFormatPart[]) =>
  parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Visitors name zones as they like, and a format is large. */
const ZONES_KEPT = 50;
const known = new Map<string, readonly Intl.DateTimeFormat[]>();

/** Kept, because making one takes longer than everything else about a session on a page. */
const formatsOf = (timeZone: string): readonly Intl.DateTimeFormat[] => {
  const formats =
    known.get(timeZone) ??
    VARIETIES.map(
      (variety) => new Intl.DateTimeFormat(variety, { timeZone, timeZoneName: 'short' })
    );
  if (known.size >= ZONES_KEPT) known.clear();
  known.set(timeZone, formats);
  return formats;
};
