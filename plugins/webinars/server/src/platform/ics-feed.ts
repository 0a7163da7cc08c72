import { escapeText, fold } from './ics';

/** How often a calendar that has subscribed looks again. */
const REFRESH = 'PT1H';

/** One calendar of the events of several files, for subscribing to (RFC 7986 and what came before it). */
export const joinCalendars = (
  files: readonly string[],
  { name, productId }: { name: string; productId: string }
): string => {
  const title = escapeText(name);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `PRODID:${productId}`,
    'METHOD:PUBLISH',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  const events = files.flatMap((file) => EVENTS.exec(file)?.[0] ?? []);
  return `${[...head.map(fold), ...events, 'END:VCALENDAR'].join('\r\n')}\r\n`;
};

const EVENTS = /BEGIN:VEVENT\r\n[\s\S]*END:VEVENT/;
