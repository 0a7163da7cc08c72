import { DateTime } from 'luxon';

const SATURDAY = 6;

/**
 * When a session of the programme starts, seen from `now`: `{ minutes }` from now, `{ days, at }` at a local hour on a
 * weekday, or `{ nightOfClockChange }` at a local hour of the evening before the clocks change next.
 *
 * @returns {Date}
 */
export const startOf = ({ when, timezone, now }) => {
  const here = DateTime.fromJSDate(now, { zone: timezone });
  if (when.minutes !== undefined) {
    const rough = here.plus({ minutes: when.minutes });
    return rough
      .set({ minute: rough.minute - (rough.minute % 5), second: 0, millisecond: 0 })
      .toJSDate();
  }
  if (when.nightOfClockChange !== undefined) {
    return atHour(eveningBeforeClockChange(here), when.nightOfClockChange).toJSDate();
  }
  return atHour(onWeekday(here.plus({ days: when.days }), when.days < 0), when.at).toJSDate();
};

const atHour = (day, text) => {
  const [hour, minute] = text.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** Weekends move on to Monday; in the past, back to Friday, lest a past session lies ahead. */
const onWeekday = (day, isPast) => {
  if (day.weekday < SATURDAY) return day;
  return isPast ? day.minus({ days: day.weekday - 5 }) : day.plus({ days: 8 - day.weekday });
};

const eveningBeforeClockChange = (here) => {
  let day = here.startOf('day').plus({ days: 3 });
  while (day.offset === day.plus({ days: 1 }).offset) day = day.plus({ days: 1 });
  return day.minus({ days: 1 });
};
