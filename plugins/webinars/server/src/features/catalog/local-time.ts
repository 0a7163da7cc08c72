import { DateTime } from 'luxon';
import type { LocalTime } from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';
import { zoneAbbreviation } from '../../domain/local-time';

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
    zone: zoneAbbreviation(startsAt, timezone) ?? `UTC${start.toFormat('Z')}`,
    offset: start.toFormat('ZZ'),
    dateText: start.setLocale(locale).toFormat(DATE_FORMAT[locale]),
  };
};
