import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestDatabase } from './database';
import { appEnvironment, ROOT } from './environment';

export type ServerProcess = {
  baseUrl: string;
  pid: number;
  /** Resolves once the server answers; throws with what it printed if it ends instead. */
  untilReady(): Promise<void>;
  /** What it printed last. */
  output(): string;
  /** Answers the exit code once the process ends by itself. */
  ended(): Promise<number | null>;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** SIGTERM, as a deployment sends it; answers the exit code. */
  end(): Promise<number | null>;
};

/** The compiled application in a process of its own, as `npm start` runs it in production. */
export const startServerProcess = ({
  database,
  smtpPort,
  port,
  env = {},
}: {
  database: TestDatabase;
  smtpPort: number;
  port: number;
  env?: Record<string, string>;
}): ServerProcess =>
  run(ROOT, [path.join(ROOT, 'scripts/start.mjs')], {
    ...appEnvironment({ database, smtpPort }),
    PORT: String(port),
    WEBINARS_JOBS: 'on',
    LOG_LEVEL: 'warn',
    ...env,
  });

/** `strapi start` in the folder of an application, with no settings but those given. */
export const startStrapiIn = (folder: string, settings: Settings): ServerProcess =>
  run(folder, [path.join(folder, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'], settings);

type Settings = Record<string, string> & { PORT: string };

const run = (folder: string, command: readonly string[], settings: Settings): ServerProcess => {
  const child = spawn(process.execPath, command, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      ...(process.env.TZ !== undefined && { TZ: process.env.TZ }),
      NODE_ENV: 'production',
      ...settings,
    },
  });
  const output = collectOutput(child);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const baseUrl = `http://127.0.0.1:${settings.PORT}`;

  return {
    baseUrl,
    pid: child.pid ?? 0,
    untilReady: async () => {
      while (!(await answers(`${baseUrl}/_health`))) {
        if (isOver()) throw new Error(`the server ended while starting:\n${output()}`);
        await delay(50);
      }
    },
    output,
    ended: async () => (await ended)[0],
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async () => {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false
  );

/** Keeps the end of what a process prints, for the message when it fails. */
const collectOutput = (child: ChildProcess) => {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      lines.push(chunk.toString('utf8'));
      lines.splice(0, lines.length - 100);
    });
  }
  return () => lines.join('');
};

/** A port that nobody listens on right now. */
export const freePort = async (): Promise<number> => {
  const server = net.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
