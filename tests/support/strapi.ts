import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { createStrapi, type Core } from '@strapi/strapi';
import { signInAsSuperAdmin } from './accounts';
import { databaseKind, type DatabaseKind, type TestDatabase } from './database';
import { appEnvironment, ROOT } from './environment';
import { createHttpClient, type HttpClient } from './http';
import { startMailSink, type MailSink } from './mail-sink';
import { copyOfTemplate } from './template';

export type StartOptions = {
  /** Settings of this boot, over those of `appEnvironment`. */
  env?: Record<string, string>;
  /** The database of an earlier boot, or an empty one; without it a fresh one with its tables, which `stop` drops. */
  database?: TestDatabase;
  /** False where so many mails come that their contents would fill the memory. */
  keepsMailContents?: boolean;
};

/** A running application, listening on loopback, with a mail server to itself. */
export type TestApp = {
  strapi: Core.Strapi;
  database: TestDatabase;
  isPostgres: boolean;
  kind: DatabaseKind;
  baseUrl: string;
  /** The public API: paths as in `/api/webinars/sessions`. */
  api: HttpClient;
  mails: MailSink;
  /** Works off every job that is due and whatever they enqueue; answers how many ran. */
  runJobs(): Promise<number>;
  /** Sets the application's clock to an instant; it stands still then. `null` lets it run again. */
  setClock(now: Date | null): void;
  now(): Date;
  /** Rows of one of our tables, in the order of their ids where there are any. */
  rows(table: string, where?: Record<string, unknown>): Promise<Row[]>;
  /** Changes rows behind the application's back: for what only time would bring about. */
  change(table: string, where: Record<string, unknown>, values: Row): Promise<void>;
  /** What the application logged since the boot, at level http and above, with the stacks of faults. */
  log: readonly string[];
  /** A client with the rights of a super admin. */
  admin(): Promise<HttpClient>;
  /** Resolves when nobody uses the database, Strapi itself included, which goes on after an answer. */
  untilIdle(): Promise<void>;
  stop(): Promise<void>;
};

export type Row = Record<string, unknown>;

/**
 * Boots the compiled application (`npm run build:server` comes first) in this process: once per test file. Jobs are
 * off and wait for `runJobs()`; rate limits are off.
 */
export const startStrapi = async (options: StartOptions = {}): Promise<TestApp> => {
  const database =
    options.database ?? (await createBootedDatabase(expect.getState().testPath ?? ''));
  const mails = await startMailSink({ keepsContents: options.keepsMailContents ?? true });
  const restoreEnvironment = setEnvironment(
    appEnvironment({ database, smtpPort: mails.port, ...(options.env && { env: options.env }) })
  );
  const restoreListeners = keepProcessListeners();

  const strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') });
  const log = recordLog(strapi);
  if (untouched.delete(database)) keepForms(strapi);
  await strapi.load();
  registerHandlersOnce(strapi);
  // Strapi counts signing in by process, and one process has many applications.
  strapi.config.set('admin.rateLimit', { enabled: false });
  strapi.server.mount();
  const server: Server = strapi.server.httpServer;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    strapi,
    database,
    kind: database.kind,
    isPostgres: database.kind === 'postgres',
    baseUrl,
    api: createHttpClient(baseUrl),
    mails,
    log,
    runJobs: () => strapi.plugin('webinars').service('jobs').runDue(),
    setClock: (now) => {
      const clock = strapi.plugin('webinars').service('clock');
      clock.now = () => (now === null ? new Date() : new Date(now));
    },
    now: () => strapi.plugin('webinars').service('clock').now(),
    rows: async (table, where = {}) =>
      strapi.db.getConnection(table).where(where).orderByRaw('1').select('*'),
    change: async (table, where, values) => {
      await strapi.db.getConnection(table).where(where).update(values);
      if (table === 'webinars_sessions') await showSessions(strapi, where);
    },
    admin: () => signInAsSuperAdmin(strapi, baseUrl),
    untilIdle: () => untilIdle(strapi),
    stop: async () => {
      server.closeAllConnections();
      await untilIdle(strapi);
      await strapi.destroy();
      restoreListeners();
      restoreEnvironment();
      await mails.stop();
      if (options.database === undefined) await database.drop();
    },
  };
};

/**
 * How the forms of the Content Manager look is worked out at each boot, which takes half of it; the database that
 * this one is a copy of has it already. The next boot on the same database keeps nothing back.
 */
const keepForms = (strapi: Core.Strapi) => {
  const { bootstrap } = strapi;
  strapi.bootstrap = async () => {
    for (const service of ['components', 'content-types']) {
      strapi.plugin('content-manager').service(service).syncConfigurations = async () => undefined;
    }
    return bootstrap.call(strapi);
  };
};

/** Copies in which no application of these tests has booted yet. */
const untouched = new WeakSet<TestDatabase>();

/** A database that nobody else uses, in which an application has booted once. */
export const createBootedDatabase = async (
  label: string,
  kind: DatabaseKind = databaseKind()
): Promise<TestDatabase> => {
  const copy = await copyOfTemplate(label, kind, async (database) => {
    const app = await startStrapi({ database });
    await app.stop();
  });
  untouched.add(copy);
  return copy;
};

/**
 * Strapi tells its listeners of a written document after the write was answered, and reads it again for that. Ending
 * in the middle would make that read wait for a connection that never comes.
 */
const untilIdle = async (strapi: Core.Strapi) => {
  // A test may have taken the database away.
  const pool: { numUsed(): number; numPendingAcquires(): number } | undefined =
    strapi.db.connection.client.pool;
  if (pool === undefined) return;
  for (let idleTurns = 0; idleTurns < 3;) {
    await delay(10);
    idleTurns = pool.numUsed() + pool.numPendingAcquires() === 0 ? idleTurns + 1 : 0;
  }
};

/** What is written through the application is shown by its catalogue at once, and so is what tests write. */
const showSessions = async (strapi: Core.Strapi, where: Record<string, unknown>) => {
  const ids: string[] = await strapi.db
    .getConnection('webinars_sessions')
    .where(where)
    .pluck('document_id');
  await strapi.plugin('webinars').service('catalog').refreshSessions(ids);
};

const setEnvironment = (values: Record<string, string>) => {
  const before = { ...process.env };
  Object.assign(process.env, values);
  return () => {
    for (const name of Object.keys(values)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
};

/**
 * `strapi.destroy()` removes every listener of the process, those by which Jest talks to it among them. Only those may
 * go that have come since.
 */
const keepProcessListeners = () => {
  const { removeAllListeners } = process;
  const events = process.eventNames();
  const kept = new Map(events.map((event) => [event, process.listeners(event as 'exit')]));
  process.removeAllListeners = () => process;
  return () => {
    process.removeAllListeners = removeAllListeners;
    for (const event of process.eventNames() as 'exit'[]) {
      const strangers = process
        .listeners(event)
        .filter((listener) => !kept.get(event)?.includes(listener));
      for (const listener of strangers) process.removeListener(event, listener);
    }
  };
};

/** The console shows faults only, not what a client did wrong; the test may read the access log and all above. */
const recordLog = (strapi: Core.Strapi): string[] => {
  const lines: string[] = [];
  for (const transport of strapi.log.transports) transport.silent = true;
  strapi.log.level = 'http';
  strapi.log.on('data', ({ level, message, status, stack }: LogEntry) => {
    // The console's colours are no part of what was said.
    const line = stripVTControlCharacters(`${level}: ${String(message)}`);
    lines.push([line, stack].filter(Boolean).join('\n'));
    const isClientsFault = status !== undefined && status < 500;
    if (level === 'error' && !isClientsFault) process.stderr.write(`${stack ?? message}\n`);
  });
  return lines;
};

type LogEntry = { level: string; message: unknown; status?: number; stack?: string };

/**
 * Strapi's permissions belong to the process: each application adds its handlers once more, and every question of what
 * somebody may do is put to all of them.
 */
const registerHandlersOnce = (strapi: Core.Strapi) => {
  const { actionProvider, engine } = strapi.service('admin::permission') as Record<
    'actionProvider' | 'engine',
    { hooks: Record<string, Hook> }
  >;
  for (const hook of [actionProvider, engine].flatMap(({ hooks }) => Object.values(hooks))) {
    hook.register = (handler) => {
      if (!hook.getHandlers().includes(handler)) hook.getHandlers().push(handler);
      return hook;
    };
  }
};

type Hook = { getHandlers(): unknown[]; register(handler: unknown): Hook };
