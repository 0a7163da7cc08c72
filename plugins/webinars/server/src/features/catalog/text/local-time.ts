import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import type { LocalTime } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import { zoneAbbreviation } from '../../../domain/local-time';

/** The specification writes dates as `Oct 01, 2026` and `01.10.2026`. */
const DATE_FORMAT: Record<Locale, string> = { en: 'MMM dd, yyyy', de: 'dd.MM.yyyy' };

type Span = { startsAt: Date; endsAt: Date };
type Place = { timezone: string; locale: Locale };

/** Kept, because every page shows the same sessions again, and nothing on a card takes as long to write. */
const written = new LRUCache<string, LocalTime>({ max: 10_000 });

/** A session's times as a clock on the wall shows them in `timezone`. */
export const localTime = (span: Span, place: Place): LocalTime => {
  const { startsAt, endsAt } = span;
  const key = `${startsAt.getTime()} ${endsAt.getTime()} ${place.locale} ${place.timezone}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const local = writeLocalTime(span, place);
  written.set(key, local);
  return local;
};

const writeLocalTime = ({ startsAt, endsAt }: Span, { timezone, locale }: Place): LocalTime => {
  const start = DateTime.fromJSDate(startsAt, { zone: timezone });
  const end = DateTime.fromJSDate(endsAt, { zone: timezone });
  return {
    timezone,
    date: start.toFormat('yyyy-MM-dd'),
    time: start.toFormat('HH:mm'),
    endDate: end.toFormat('yyyy-MM-dd'),
    endTime: end.toFormat('HH:mm'),
    zone: zoneAbbreviation(startsAt, timezone) ?? `UTC${start.toFormat('Z')}`,
    offset: start.toFormat('ZZ'),
    dateText: start.setLocale(locale).toFormat(DATE_FORMAT[locale]),
  };
};
