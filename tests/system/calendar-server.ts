import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/server-process';
import { scratchFolder } from '../support/scratch-folder';

/** A calendar on a server, as a program that speaks CalDAV (RFC 4791) keeps it. */
export type ServerCalendar = {
  /** Writes the object of a UID, over the one that is known; answers the status. */
  put(uid: string, ics: string): Promise<number>;
  /** Puts a UID under another name, which no server may take. */
  putAgain(uid: string, ics: string): Promise<number>;
  remove(uid: string): Promise<number>;
  /** Everything in it, as the server writes it. */
  objects(): Promise<string[]>;
  /** Replaces all of it by one file. */
  fill(ics: string): Promise<number>;
};

/** Radicale, which reads and writes calendars by a library of its own (vobject). */
export const startCalendarServer = async () => {
  const folder = mkdtempSync(path.join(scratchFolder(), 'calendars-'));
  const port = await freePort();
  const server = spawn(
    process.env.RADICALE_PATH ?? 'radicale',
    [
      ...['--config', ''],
      ...['--hosts', `127.0.0.1:${port}`],
      ...['--auth-type', 'none'],
      ...['--storage-filesystem-folder', path.join(folder, 'collections')],
    ],
    { stdio: 'ignore' }
  );
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin);

  return {
    /** A new calendar of a person. */
    calendar: async (person: string, name: string): Promise<ServerCalendar> => {
      const home = `${origin}/${person}/${name}/`;
      const authorization = `Basic ${Buffer.from(`${person}:any`).toString('base64')}`;
      const etags = new Map<string, string>();
      const ask = (
        method: string,
        address: string,
        { body, ...headers }: Record<string, string> = {}
      ) =>
        fetch(address, {
          method,
          headers: { authorization, ...headers },
          ...(body !== undefined && { body }),
        });
      const addressOf = (uid: string) => `${home}${encodeURIComponent(uid)}.ics`;
      const made = await ask('MKCALENDAR', home);
      if (made.status !== 201) throw new Error(`no calendar: ${made.status}`);

      return {
        put: async (uid, ics) => {
          const known = etags.get(uid);
          const answer = await ask('PUT', addressOf(uid), {
            'content-type': 'text/calendar; charset=utf-8',
            [known === undefined ? 'if-none-match' : 'if-match']: known ?? '*',
            body: ics,
          });
          etags.set(uid, String(answer.headers.get('etag')));
          return answer.status;
        },
        putAgain: async (uid, ics) =>
          (
            await ask('PUT', addressOf(`another-${uid}`), {
              'content-type': 'text/calendar; charset=utf-8',
              body: ics,
            })
          ).status,
        remove: async (uid) => {
          const answer = await ask('DELETE', addressOf(uid), {
            'if-match': etags.get(uid) ?? '*',
          });
          etags.delete(uid);
          return answer.status;
        },
        objects: async () => {
          const answer = await ask('REPORT', home, {
            depth: '1',
            'content-type': 'application/xml',
            body: EVERYTHING,
          });
          const xml = await answer.text();
          return [...xml.matchAll(/<C:calendar-data>([\s\S]*?)<\/C:calendar-data>/g)].map(
            ([, data = '']) => data.replaceAll('&amp;', '&').replaceAll('&#13;', '')
          );
        },
        fill: async (ics) =>
          (
            await ask('PUT', home, {
              'content-type': 'text/calendar; charset=utf-8',
              body: ics,
            })
          ).status,
      };
    },
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type CalendarServer = Awaited<ReturnType<typeof startCalendarServer>>;

const EVERYTHING = `<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><D:getetag/><C:calendar-data/></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>
</C:calendar-query>`;

const untilAnswers = async (origin: string) => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(origin, { redirect: 'manual' }).then(
      () => true,
      () => false
    );
    if (isUp) return;
    await delay(100);
  }
  throw new Error('the calendar server does not answer');
};
