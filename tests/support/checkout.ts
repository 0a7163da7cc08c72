import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from './environment';
import { linkFolder } from './link-folder';

const PLUGIN = 'strapi-plugin-webinars';
const BUILT = ['dist', 'plugins/webinars/dist'];

/**
 * A copy of the checkout at a place with an awkward name, with what is built and installed but without settings and
 * data: what a command finds right after its long steps.
 */
export const copyCheckout = (): { folder: string; remove(): void } => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'webinars-checkout-'));
  const folder = path.join(home, 'a clone (zwölf)');
  mkdirSync(folder);
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', options, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  for (const file of [...files.split('\0').filter(Boolean), ...BUILT]) {
    const source = path.join(ROOT, file);
    if (!existsSync(source)) continue;
    cpSync(source, path.join(folder, file), { recursive: true, preserveTimestamps: true });
  }
  linkPackages(folder);
  return { folder, remove: () => rmSync(home, { recursive: true, force: true }) };
};

/**
 * The installed packages, by symbolic links; but the plugin is the copy's own, as npm's workspace link has it, and so are
 * Strapi's packages: they look for plugins from where they really lie.
 */
const linkPackages = (folder: string) => {
  const installed = path.join(ROOT, 'node_modules');
  const own = path.join(folder, 'node_modules');
  mkdirSync(own);
  linkFolder(path.join(installed, '@strapi'), path.join(own, '@strapi'));
  for (const name of readdirSync(installed).filter(
    (entry) => !['@strapi', PLUGIN].includes(entry)
  )) {
    symlinkSync(path.join(installed, name), path.join(own, name));
  }
  symlinkSync('../plugins/webinars', path.join(folder, 'node_modules', PLUGIN));
  const nested = 'plugins/webinars/node_modules';
  if (existsSync(path.join(ROOT, nested))) {
    symlinkSync(path.join(ROOT, nested), path.join(folder, nested));
  }
};

export type Command = {
  /** What it has printed so far. */
  output(): string;
  /** Resolves once the text is printed; throws with the output when the command ends before. */
  untilPrints(text: string, timeoutMs: number): Promise<void>;
  /** Answers the exit code. */
  ended(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
};

/** Runs one of the checkout's scripts with Node, in a folder of the caller's, with no settings but those given. */
export const runScript = (
  folder: string,
  script: string,
  { env, args = [] }: { env?: Settings; args?: readonly string[] } = {}
): Command => run(folder, [process.execPath, path.join('scripts', script), ...args], env);

/** The same by npm, as people do it. Its end is that of whatever it has started. */
export const runNpm = (folder: string, script: string, env: Settings): Command =>
  run(folder, ['npm', 'run', script], env);

type Settings = Record<string, string>;

const run = (
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  env: Settings = {}
): Command => {
  const child: ChildProcess = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
  });
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  const output = () => chunks.join('');
  const ended = once(child, 'close').then(([code]) => code as number | null);

  return {
    output,
    untilPrints: async (text, timeoutMs) => {
      const until = Date.now() + timeoutMs;
      while (!output().includes(text)) {
        if (child.exitCode !== null || Date.now() > until) {
          throw new Error(`${args.join(' ')} has not printed "${text}":\n${output()}`);
        }
        await delay(50);
      }
    },
    ended: () => ended,
    signal: (name) => void child.kill(name),
  };
};
