import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { ROOT } from './paths.mjs';

const HEARTBEAT_MS = 10_000;
const KILL_AFTER_MS = 6_000;
const KEPT_LINES = 40;

const children = new Set();

/**
 * Starts a Node process in our own process group (so that one Ctrl-C reaches all of them) and remembers it for
 * `stopChildren`. Takes the options of `child_process.spawn`.
 */
export const startChild = (command, args, options = {}) => {
  const child = spawn(command, args, { cwd: ROOT, ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
};

/** Asks a child to end, and ends it by force when it does not within seconds. */
export const stopChild = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    child.once('close', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
};

/** Stops every child, as `stopChild` does. */
export const stopChildren = () => Promise.all([...children].map(stopChild));

let isStopping = false;

/** Whether we are ending ourselves, so that an ending child is no surprise. */
export const isEnding = () => isStopping;

/**
 * Runs `onStop` once on SIGTERM, SIGINT or SIGHUP, or when npm died of one, ends the children and leaves with `exitCode`.
 */
export const stopOnSignals = ({ exitCode, onStop = () => {} }) => {
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    try {
      await onStop();
      await stopChildren();
    } finally {
      process.exit(exitCode);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop());
  whenNpmIsGone(() => void stop());
};

/** npm dies of a signal without passing it on: when the npm above us is gone, that counts as one. */
export const whenNpmIsGone = (stop) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const starters = whoStartedUs();
  const watch = setInterval(() => {
    if (whoStartedUs() === starters) return;
    clearInterval(watch);
    stop();
  }, 500).unref();
};

/**
 * Our parent and, where `/proc` tells that this is a shell, the shell's: npm puts one between itself and us. Some shells
 * give their place to us; then npm is our parent, and whoever started npm may go, as with `nohup`.
 */
const whoStartedUs = () => {
  const parent = process.ppid;
  try {
    const [, name, grandparent] =
      /^\d+ \((.*)\) \S (\d+) /s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    return /^\w*sh$/.test(name) ? `${parent} ${grandparent}` : String(parent);
  } catch {
    return String(parent);
  }
};

/**
 * Runs a command to its end behind one line of progress. Its output is shown only when it fails.
 *
 * @throws Fault with the last lines of the output
 */
export const runStep = async (title, command, args, { env = process.env } = {}) => {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`${title} …\n`);
  const heartbeat = setInterval(() => process.stdout.write(`  … ${seconds()} s\n`), HEARTBEAT_MS);

  const lines = [];
  const child = startChild(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const keep = (chunk) => {
    lines.push(...String(chunk).split('\n').filter(Boolean));
    lines.splice(0, lines.length - KEPT_LINES);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const code = await exitOf(child);
  clearInterval(heartbeat);
  if (code !== 0) {
    throw new Fault(`${lines.join('\n')}\n\n${title}: failed (exit ${code}) after ${seconds()} s.`);
  }
  process.stdout.write(`  done in ${seconds()} s\n`);
};

/** Runs a command with its output shown, and answers its exit code. */
export const runShown = (command, args, { env = process.env } = {}) =>
  exitOf(startChild(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }));

const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? `by ${signal}`));
  });

/** The npm that started us, else the one on the path (which is a script on Windows). */
export const npm = (...args) =>
  process.env.npm_execpath?.endsWith('.js')
    ? { command: process.execPath, args: [process.env.npm_execpath, ...args] }
    : { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
