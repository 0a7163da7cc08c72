import { fork } from 'node:child_process';
import { HEAP_LIMIT } from '../../scripts/support/heap.mjs';
import { inRoot } from '../../scripts/support/paths.mjs';

const children = new Set();

/**
 * Starts a script of ours as a process and calls what it serves: `await child.call('name', input)`. A call that the
 * script answers with an error rejects; when the process ends, every open call rejects.
 */
export const startServed = async (script, { env = process.env } = {}) => {
  const child = fork(inRoot('benchmarks', script), {
    env,
    execArgv: [...process.execArgv, ...HEAP_LIMIT],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.add(child);
  const open = new Map();
  let calls = 0;

  child.on('message', ({ id, error, result }) => {
    const { resolve, reject } = open.get(id);
    open.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(`${script}: ${error}`));
  });
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      children.delete(child);
      for (const { reject } of open.values())
        reject(new Error(`${script} ended (${signal ?? code})`));
      open.clear();
      resolve();
    });
  });

  const call = (name, input) =>
    new Promise((resolve, reject) => {
      calls += 1;
      open.set(calls, { resolve, reject });
      child.send({ id: calls, name, input });
    });
  await call('ready');
  return {
    pid: child.pid,
    call,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};

/** Ends whatever still runs: for a benchmark that is interrupted. */
export const killServed = () => {
  for (const child of children) child.kill('SIGKILL');
};

/** The other side: answers calls until the parent goes away, then ends. */
export const serve = ({ stop = async () => {}, ...commands }) => {
  const served = { ready: async () => true, ...commands };
  process.on('message', async ({ id, name, input }) => {
    try {
      process.send({ id, result: await served[name](input) });
    } catch (error) {
      process.send({ id, error: error.stack ?? String(error) });
    }
  });
  process.on('disconnect', async () => {
    await stop();
    process.exit(0);
  });
};
