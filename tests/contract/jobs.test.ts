import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { systemClock } from '../../plugins/webinars/server/src/platform/clock';
import { createJobs, GiveUp, PutOff } from '../../plugins/webinars/server/src/platform/jobs';
import { DEFAULT_TIMINGS } from '../../plugins/webinars/server/src/platform/jobs/create-jobs';
import type { Tx } from '../../plugins/webinars/server/src/platform/transaction';
import type { Engine } from '../../plugins/webinars/server/src/platform/jobs/engine';
import { createPostgresEngine } from '../../plugins/webinars/server/src/platform/jobs/postgres-engine';
import { createSqliteEngine } from '../../plugins/webinars/server/src/platform/jobs/sqlite-engine';
import {
  createLog,
  FAST,
  gate,
  newPlace,
  openDatabase,
  openSite,
  POLICIES,
  until,
  type Client,
  type Site,
} from './jobs-harness';

const WORKER = path.resolve(__dirname, `../../.tmp/jobs-worker-${process.pid}.cjs`);
const NEVER = 3600;
const NO_POLLING = { ...FAST, pollSeconds: NEVER, sweepSeconds: NEVER };

beforeAll(() => {
  mkdirSync(path.dirname(WORKER), { recursive: true });
  buildSync({
    entryPoints: [path.join(__dirname, 'jobs-worker.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: WORKER,
  });
});

afterAll(() => rmSync(WORKER));

describe.each<Client>(['sqlite', 'postgres'])('the job queue on %s', (client) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(client);
    // Instances of one programme boot together.
    await Promise.all(Array.from({ length: 4 }, () => site.open({})));
    await site.clear();
  });
  afterEach(() => site.clear());
  afterAll(() => site.close());

  /** A queue whose letters are noted in `sent`. */
  const openPostOffice = async (options?: Parameters<Site['open']>[1]) => {
    const sent: number[] = [];
    const jobs = await site.open(
      { 'letter.send': async ({ number }) => void sent.push(number) },
      options
    );
    return { jobs, sent };
  };

  describe('forgetting', () => {
    it('takes out what names one of the values, in the transaction, and nothing else', async () => {
      const { jobs, sent } = await openPostOffice();
      await site.sendLetters(jobs, 1, 2, 3);
      const forget = (tx: Tx) => jobs.forget(tx, { field: 'number', values: ['1', '3', '33'] });

      const undone = site.transaction(async (tx) => {
        expect(await forget(tx)).toEqual({ forgotten: 2, running: 0 });
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      expect(await jobs.counts()).toMatchObject({ waiting: 3 });

      await site.transaction(forget);
      expect(await jobs.runDue()).toBe(1);
      expect(sent).toEqual([2]);
    });

    it('takes out what has ended, too, and leaves what is running to end by itself', async () => {
      const running = gate();
      const started = gate();
      const jobs = await site.open({
        'letter.send': async ({ number }) => {
          if (number !== 2) return;
          started.open();
          await running.opened;
        },
      });
      await site.sendLetters(jobs, 1);
      await jobs.runDue();
      await site.sendLetters(jobs, 2);
      const run = jobs.runDue();
      await started.opened;
      const forget = () =>
        site.transaction((tx) => jobs.forget(tx, { field: 'number', values: ['1', '2'] }));

      expect(await forget()).toEqual({ forgotten: 1, running: 1 });
      running.open();
      expect(await run).toBe(1);
      expect(await forget()).toEqual({ forgotten: 1, running: 0 });
    });
  });

  describe('enqueueing', () => {
    it('is part of the transaction: committed with it', async () => {
      const { jobs, sent } = await openPostOffice();
      await site.sendLetters(jobs, 1, 2);
      expect(await jobs.runDue()).toBe(2);
      expect(sent.sort()).toEqual([1, 2]);
    });

    it('is part of the transaction: rolled back with it', async () => {
      const { jobs, sent } = await openPostOffice();
      await jobs.work();
      const failed = site.transaction(async (tx) => {
        await jobs.enqueue(tx, [{ type: 'letter.send', key: '1', payload: { number: 1 } }]);
        throw new Error('changed my mind');
      });
      await expect(failed).rejects.toThrow('changed my mind');
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
      await site.sendLetters(jobs, 2);
      await until(() => sent.length > 0);
      expect(sent).toEqual([2]);
    });

    it('accepts a key once, in one call, in two, and when it is done', async () => {
      const { jobs, sent } = await openPostOffice();
      await site.sendLetters(jobs, 7, 7);
      await site.sendLetters(jobs, 7);
      await jobs.runDue();
      await site.sendLetters(jobs, 7);
      await jobs.runDue();
      expect(sent).toEqual([7]);
    });

    it('takes the same key of another type for another job', async () => {
      const built: number[] = [];
      const jobs = await site.open({
        'report.build': async ({ number }) => void built.push(number),
      });
      await site.transaction((tx) =>
        jobs.enqueue(tx, [
          { type: 'letter.send', key: 'same', payload: { number: 1 } },
          { type: 'report.build', key: 'same', payload: { number: 2 } },
        ])
      );
      expect(await jobs.runDue()).toBe(2);
      expect(built).toEqual([2]);
    });

    it.each([
      [29, [7]],
      [31, [7, 7]],
    ])('after %d days remembers exactly what it should', async (days, expected) => {
      const first = await openPostOffice();
      await site.sendLetters(first.jobs, 7);
      await first.jobs.runDue();
      await site.backdateEnds(days);

      const second = await openPostOffice();
      await second.jobs.runDue();
      await site.sendLetters(second.jobs, 7);
      await second.jobs.runDue();
      expect([...first.sent, ...second.sent]).toEqual(expected);
    });

    it('keeps a job that nobody does, however long that takes', async () => {
      const { jobs } = await openPostOffice();
      await site.sendLetters(jobs, 7);
      await site.backdateWaiting(400);

      const later = await openPostOffice();
      expect(await later.jobs.runDue()).toBe(1);
      expect(later.sent).toEqual([7]);
    });

    it('keeps a job for its time, and does what is overdue', async () => {
      const { jobs, sent } = await openPostOffice();
      const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
      await site.transaction((tx) =>
        jobs.enqueue(tx, [
          { type: 'letter.send', key: 'a', payload: { number: 1 }, runAt: inMinutes(5) },
          { type: 'letter.send', key: 'b', payload: { number: 2 }, runAt: inMinutes(-5) },
          {
            type: 'letter.send',
            key: 'c',
            payload: { number: 3 },
            runAt: inMinutes(-60 * 24 * 90),
          },
        ])
      );
      expect(await jobs.runDue()).toBe(2);
      expect(sent.sort()).toEqual([2, 3]);
      expect(await jobs.counts()).toMatchObject({ waiting: 1 });
    });

    it('takes nothing as nothing', async () => {
      const { jobs } = await openPostOffice();
      await site.transaction((tx) => jobs.enqueue(tx, []));
      expect(await jobs.runDue()).toBe(0);
    });

    it('refuses a type without a policy instead of losing it', async () => {
      const { jobs } = await openPostOffice();
      const unknown = { type: 'unknown' as 'letter.send', key: '1', payload: { number: 1 } };
      await expect(site.transaction((tx) => jobs.enqueue(tx, [unknown]))).rejects.toThrow(
        'No policy names the job type "unknown"'
      );
    });
  });

  describe('a worker', () => {
    it('wakes at the commit, without polling, and outside the context of who enqueued', async () => {
      const request = new AsyncLocalStorage<string>();
      const seen: unknown[] = [];
      const jobs = await site.open(
        {
          'letter.send': async () =>
            void seen.push(request.getStore(), site.database.inTransaction()),
        },
        { timings: NO_POLLING }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(async () => seen.length > 0 && (await jobs.counts()).running === 0);
      seen.length = 0;
      const startedAt = performance.now();
      await request.run('a request', () => site.sendLetters(jobs, 2));
      await until(() => seen.length > 0);
      expect(performance.now() - startedAt).toBeLessThan(500);
      expect(seen).toEqual([undefined, false]);
    });

    it('wakes for a planned job when its time has come', async () => {
      const { jobs, sent } = await openPostOffice({ timings: NO_POLLING });
      await jobs.work();
      const runAt = new Date(Date.now() + 400);
      await site.transaction((tx) =>
        jobs.enqueue(tx, [{ type: 'letter.send', key: '1', payload: { number: 1 }, runAt }])
      );
      await until(() => sent.length > 0, 2);
      expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime());
    });

    it('finds what another process left', async () => {
      const { jobs } = await openPostOffice();
      await site.sendLetters(jobs, 1);
      await jobs.stop();
      const { jobs: other, sent } = await openPostOffice();
      await other.work();
      await until(() => sent.length > 0);
    });

    it('tries again with growing pauses, and tells the attempt', async () => {
      const attempts: [attempt: number, at: number, isLastAttempt: boolean, key: string][] = [];
      const jobs = await site.open(
        {
          'letter.send': async (_, { attempt, isLastAttempt, key }) => {
            attempts.push([attempt, performance.now(), isLastAttempt, key]);
            if (attempt < 3) throw new Error('not yet');
          },
        },
        { policies: { ...POLICIES, 'letter.send': { retryLimit: 2, backoffSeconds: 0.4 } } }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(() => attempts.length === 3);
      expect(
        attempts.map(([attempt, , isLastAttempt, key]) => [attempt, isLastAttempt, key])
      ).toEqual([
        [1, false, '1'],
        [2, false, '1'],
        [3, true, '1'],
      ]);
      const [first, second, third] = attempts.map(([, at]) => at);
      expect(Number(second) - Number(first)).toBeGreaterThan(200);
      expect(Number(third) - Number(second)).toBeGreaterThan(400);
      await until(async () => (await jobs.counts()).running === 0);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('gives up after the last attempt, and keeps the reason without the person', async () => {
      const jobs = await site.open(
        {
          'letter.send': async () => {
            throw new TypeError('550 ada@example.org is unknown');
          },
        },
        { policies: { ...POLICIES, 'letter.send': { retryLimit: 1, backoffSeconds: 0.1 } } }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(async () => (await jobs.counts()).dead === 1);
      expect(await jobs.listDead()).toEqual([
        {
          id: expect.any(String),
          type: 'letter.send',
          key: '1',
          attempts: 2,
          reason: 'TypeError: 550 [address] is unknown',
          diedAt: expect.any(Date),
        },
      ]);
      expect(site.log.messages.join()).not.toContain('ada@');
    });

    it('lets a handler give up at once', async () => {
      let runs = 0;
      const jobs = await site.open({
        'letter.send': async () => {
          runs += 1;
          throw new GiveUp('the session is gone');
        },
      });
      await site.sendLetters(jobs, 1);
      await jobs.runDue();
      expect(runs).toBe(1);
      expect(await jobs.listDead()).toMatchObject([
        { attempts: 1, reason: 'GiveUp: the session is gone' },
      ]);
    });

    it('puts off without counting', async () => {
      const attempts: number[] = [];
      const jobs = await site.open(
        {
          'letter.send': async (_, { attempt }) => {
            attempts.push(attempt);
            if (attempts.length === 1) throw new Error('a failure counts');
            if (attempts.length < 4) throw new PutOff(0);
          },
        },
        { policies: { ...POLICIES, 'letter.send': { retryLimit: 1, backoffSeconds: 0.1 } } }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(() => attempts.length === 4);
      await until(async () => (await jobs.counts()).running === 0);
      expect(attempts).toEqual([1, 2, 2, 2]);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('ends a job at its time limit, as a failure, and goes on', async () => {
      const aborted: string[] = [];
      const sent: number[] = [];
      const jobs = await site.open(
        {
          'letter.send': async ({ number }, { signal }) => {
            if (number === 2) return void sent.push(number);
            signal.addEventListener('abort', () => aborted.push(signal.reason.message));
            await new Promise(() => {});
          },
        },
        {
          policies: {
            ...POLICIES,
            'letter.send': { timeoutSeconds: 0.2, retryLimit: 0, concurrency: 1 },
          },
        }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1, 2);
      await until(() => sent.length === 1);
      await until(async () => (await jobs.counts()).dead === 1);
      expect(aborted).toEqual(['not finished after 0.2 s']);
      expect(await jobs.listDead()).toMatchObject([
        { key: '1', reason: 'TimeLimit: not finished after 0.2 s' },
      ]);
    });

    it('survives handlers that fail in every way', async () => {
      const { jobs, sent } = await openPostOffice();
      await jobs.stop();
      const wild = await site.open({
        'report.build': () => {
          throw undefined;
        },
        'letter.send': async ({ number }) => void sent.push(number),
      });
      await wild.work();
      await site.transaction((tx) =>
        wild.enqueue(tx, [{ type: 'report.build', key: '1', payload: { number: 1 } }])
      );
      await until(() => site.log.messages.length > 0);
      await site.sendLetters(wild, 1);
      await until(() => sent.length === 1);
    });

    it('logs a database that fails, and goes on when it is back', async () => {
      const { jobs, sent } = await openPostOffice();
      await site.sendLetters(jobs, 1);
      await site.hideJobs();
      await jobs.work();
      await until(() => site.log.messages.some((line) => line.includes('looking for work')));
      await site.showJobs();
      await until(() => sent.length === 1);
    });

    it('stores what was done once the database is back', async () => {
      const taken = gate();
      const finish = gate();
      const jobs = await site.open({
        'letter.send': async () => {
          taken.open();
          await finish.opened;
        },
      });
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await taken.opened;
      await site.hideJobs();
      finish.open();
      await until(() => site.log.messages.some((line) => line.includes('storing what was done')));
      await site.showJobs();
      await until(async () => (await jobs.counts()).running === 0);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('runs as many of a type as its policy says, and never more', async () => {
      let now = 0;
      let most = 0;
      const jobs = await site.open(
        {
          'letter.send': async () => {
            now += 1;
            most = Math.max(most, now);
            await pause(10);
            now -= 1;
          },
        },
        { policies: { ...POLICIES, 'letter.send': { concurrency: 3 } } }
      );
      await jobs.work();
      await site.sendLetters(jobs, ...Array.from({ length: 30 }, (_, number) => number));
      await until(async () => (await jobs.counts()).waiting + (await jobs.counts()).running === 0);
      expect(most).toBe(3);
    });

    it('runs as many of all types together as it was told, and never more', async () => {
      let now = 0;
      let most = 0;
      const work = async () => {
        now += 1;
        most = Math.max(most, now);
        await pause(10);
        now -= 1;
      };
      const jobs = await site.open(
        { 'letter.send': work, 'report.build': work },
        { maxRunning: 3 }
      );
      await jobs.work();
      await site.transaction((tx) =>
        jobs.enqueue(
          tx,
          Array.from({ length: 20 }, (_, number) => ({
            type: number % 2 ? ('letter.send' as const) : ('report.build' as const),
            key: String(number),
            payload: { number },
          }))
        )
      );
      await until(async () => (await jobs.counts()).waiting + (await jobs.counts()).running === 0);
      expect(most).toBe(3);
    });

    it('starts the more urgent type first', async () => {
      const order: string[] = [];
      const jobs = await site.open(
        {
          'letter.send': async () => void order.push('letter'),
          'report.build': async () => void order.push('report'),
        },
        { policies: { 'letter.send': {}, 'report.build': { priority: 10 } }, maxRunning: 1 }
      );
      await site.sendLetters(jobs, 1, 2, 3);
      await site.transaction((tx) =>
        jobs.enqueue(tx, [{ type: 'report.build', key: '1', payload: { number: 1 } }])
      );
      await jobs.work();
      await until(() => order.length === 4);
      expect(order).toEqual(['report', 'letter', 'letter', 'letter']);
    });

    it('lets the more urgent type overtake what has been claimed of another', async () => {
      const order: string[] = [];
      const started = gate();
      const released = gate();
      const jobs = await site.open(
        {
          'letter.send': async () => {
            order.push('letter');
            started.open();
            await released.opened;
          },
          'report.build': async () => void order.push('report'),
        },
        {
          policies: { 'letter.send': { concurrency: 5 }, 'report.build': { priority: 10 } },
          maxRunning: 1,
        }
      );
      await site.sendLetters(jobs, 1, 2, 3);
      await jobs.work();
      await started.opened;
      await site.transaction((tx) =>
        jobs.enqueue(tx, [{ type: 'report.build', key: '1', payload: { number: 1 } }])
      );
      await until(async () => (await jobs.counts()).waiting === 0);
      released.open();
      await until(() => order.length === 4);
      expect(order).toEqual(['letter', 'report', 'letter', 'letter']);
    });

    it('does ten thousand small jobs quickly, each once', async () => {
      const COUNT = 10_000;
      const { jobs, sent } = await openPostOffice();
      await site.sendLetters(jobs, -1);
      await jobs.runDue();
      // Statistics of a quiet day must not spoil the plans of a busy one.
      await site.database.connection.raw('ANALYZE');
      await jobs.work();
      await site.sendLetters(jobs, ...Array.from({ length: COUNT }, (_, number) => number));
      const startedAt = performance.now();
      let turns = 0;
      const turning = setInterval(() => (turns += 1), 1);
      await until(() => sent.length >= COUNT + 1, 30);
      clearInterval(turning);
      await until(async () => (await jobs.counts()).running === 0);
      expect(performance.now() - startedAt).toBeLessThan(20_000);
      // The same process answers requests.
      expect(turns).toBeGreaterThan(20);
      expect(new Set(sent).size).toBe(COUNT + 1);
      expect(sent).toHaveLength(COUNT + 1);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });
  });

  describe('several workers', () => {
    it('share the work, and no job is done twice', async () => {
      const runs: number[] = [];
      const byWorker = new Set<number>();
      const workers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          site.open({
            'letter.send': async ({ number }) => {
              runs.push(number);
              byWorker.add(index);
              await pause(5);
            },
          })
        )
      );
      const numbers = Array.from({ length: 400 }, (_, number) => number);
      const [first] = workers;
      if (!first) throw new Error('no worker');
      await site.sendLetters(first, ...numbers);
      await Promise.all(workers.map((jobs) => jobs.work()));
      await until(
        async () => (await first.counts()).waiting + (await first.counts()).running === 0
      );
      expect([...runs].sort((a, b) => a - b)).toEqual(numbers);
      expect(byWorker.size).toBeGreaterThan(1);
    });

    it('leave a job alone that takes longer than a lease, as long as its worker lives', async () => {
      let runs = 0;
      const finish = gate();
      const handlers = {
        'letter.send': async () => {
          runs += 1;
          await finish.opened;
        },
      };
      const [one, two] = await Promise.all([site.open(handlers), site.open(handlers)]);
      await Promise.all([one?.work(), two?.work()]);
      if (!one) throw new Error('no worker');
      await site.sendLetters(one, 1);
      await until(() => runs > 0);
      await pause(FAST.leaseSeconds * 3000);
      finish.open();
      await until(async () => (await one.counts()).running === 0);
      expect(runs).toBe(1);
    });

    it('keep their jobs when they could not renew a lease in time and nobody took over', async () => {
      const runs: number[] = [];
      const finish = gate();
      const jobs = await site.open({
        'letter.send': async ({ number }) => {
          runs.push(number);
          await finish.opened;
        },
      });
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(() => runs.length > 0);
      const blockedUntil = performance.now() + FAST.leaseSeconds * 1500;
      while (performance.now() < blockedUntil);
      await pause(FAST.leaseSeconds * 1000);
      finish.open();
      await until(async () => (await jobs.counts()).running === 0);
      expect(runs).toEqual([1]);
    });

    it('take over from one that is killed', async () => {
      const attempts: number[] = [];
      const jobs = await site.open({
        'letter.send': async (_, { attempt }) => void attempts.push(attempt),
      });
      await site.sendLetters(jobs, 1);

      const child = spawn(process.execPath, [WORKER, JSON.stringify(site.place)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(child.stdout, 'data');
      expect(String(line)).toBe('took 1\n');
      await jobs.work();
      await pause(FAST.leaseSeconds * 2000);
      expect(attempts).toEqual([]);

      child.kill('SIGKILL');
      await once(child, 'exit');
      await until(() => attempts.length > 0, 5);
      expect(attempts).toEqual([2]);
    });

    it('take over within a minute as shipped', () => {
      const { leaseSeconds, sweepSeconds, pollSeconds } = DEFAULT_TIMINGS;
      expect(leaseSeconds + sweepSeconds + pollSeconds).toBeLessThan(60);
    });
  });

  describe('a lost lease', () => {
    const openEngine = async (): Promise<Engine> => {
      const common = { db: site.database, clock: systemClock, leaseSeconds: 30 };
      const engine =
        client === 'sqlite'
          ? createSqliteEngine(common)
          : createPostgresEngine({ ...common, log: site.log, tickCheckSeconds: 1, poolSize: 2 });
      await engine.prepare([
        { type: 'letter.send', retryLimit: 1 },
        { type: 'report.build', retryLimit: 1 },
      ]);
      return engine;
    };

    it('leaves the old worker no say', async () => {
      const { jobs } = await openPostOffice();
      const [slow, quick] = await Promise.all([openEngine(), openEngine()]);
      await site.sendLetters(jobs, 1);

      const [held] = await slow.claim('letter.send', 1);
      if (!held) throw new Error('nothing claimed');
      expect(await quick.claim('letter.send', 1)).toEqual([]);
      expect(await slow.extend([held])).toEqual([]);
      await site.expireLeases();
      await quick.sweep();
      const [taken] = await quick.claim('letter.send', 1);
      expect(taken).toMatchObject({ id: held.id, attempt: 2 });

      expect(await slow.extend([held])).toEqual([held]);
      await slow.settle([{ kind: 'retry', job: held, delaySeconds: 0, reason: 'late' }]);
      await slow.settle([{ kind: 'later', job: held, delaySeconds: 0 }]);
      await slow.settle([{ kind: 'dead', job: held, reason: 'late' }]);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 1, dead: 0 });
      await Promise.all([slow.close(), quick.close()]);
    });

    it('counts as an attempt, so that a job which kills its worker dies as well', async () => {
      const { jobs } = await openPostOffice();
      const engine = await openEngine();
      await site.transaction((tx) =>
        engine.enqueue(tx, [{ id: ID, type: 'letter.send', key: '1', payload: { number: 1 } }])
      );
      for (const attempt of [1, 2]) {
        expect(await engine.claim('letter.send', 1)).toMatchObject([{ attempt }]);
        await site.expireLeases();
        await engine.sweep();
      }
      expect(await engine.claim('letter.send', 1)).toEqual([]);
      expect(await jobs.listDead()).toMatchObject([
        { attempts: 2, reason: 'WorkerLost: the worker stopped before the job had ended' },
      ]);
      await engine.close();
    });
  });

  describe('stopping', () => {
    it('waits for what runs, and gives back what has not begun', async () => {
      const taken = gate();
      const finish = gate();
      const done: number[] = [];
      const QUICK = 50;
      const jobs = await site.open(
        {
          'letter.send': async ({ number }) => {
            if (number < QUICK) return;
            taken.open();
            await finish.opened;
            done.push(number);
          },
        },
        { policies: { ...POLICIES, 'letter.send': { concurrency: 1, retryLimit: 0 } } }
      );
      await jobs.work();
      // Quick ones first: the worker then takes several at a time.
      await site.sendLetters(jobs, ...Array.from({ length: QUICK }, (_, number) => number));
      await until(async () => (await jobs.counts()).waiting + (await jobs.counts()).running === 0);
      await site.sendLetters(jobs, QUICK, QUICK + 1, QUICK + 2);
      await taken.opened;
      expect((await jobs.counts()).running).toBe(3);
      const stopped = jobs.stop();
      await pause(50);
      expect(done).toEqual([]);
      finish.open();
      await stopped;
      expect(done).toHaveLength(1);

      const { jobs: next, sent } = await openPostOffice();
      expect(await next.counts()).toEqual({ waiting: 2, running: 0, dead: 0 });
      await next.runDue();
      expect([...done, ...sent].sort()).toEqual([QUICK, QUICK + 1, QUICK + 2]);
      expect(await next.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('does not wait for ever for a database that is gone', async () => {
      const taken = gate();
      const finish = gate();
      const jobs = await site.open({
        'letter.send': async () => {
          taken.open();
          await finish.opened;
        },
      });
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await taken.opened;
      await site.hideJobs();
      finish.open();
      await jobs.stop();
      await site.showJobs();
      expect(await (await openPostOffice()).jobs.counts()).toMatchObject({ running: 1 });
    });

    it('ends what was still about to start', async () => {
      const { jobs, sent } = await openPostOffice();
      const started = jobs.work();
      await jobs.stop();
      await started;
      const other = await site.open({ 'letter.send': () => pause(5) });
      await site.sendLetters(other, ...Array.from({ length: 400 }, (_, number) => number));
      await other.work();
      await until(
        async () => (await other.counts()).waiting + (await other.counts()).running === 0
      );
      expect(sent).toEqual([]);
    });

    it('may be repeated, and needs no start', async () => {
      const { jobs } = await openPostOffice();
      await jobs.stop();
      await jobs.stop();
    });
  });

  describe('doing what is due by hand', () => {
    it('goes on with what the jobs enqueue, and leaves the future alone', async () => {
      const sent: number[] = [];
      const jobs = await site.open({
        'letter.send': async ({ number }) => {
          sent.push(number);
          if (number < 5) await site.sendLetters(jobs, number + 1);
          if (number === 5) throw new PutOff(600);
        },
      });
      await site.sendLetters(jobs, 1);
      expect(await jobs.runDue()).toBe(5);
      expect(sent).toEqual([1, 2, 3, 4, 5]);
      expect(await jobs.counts()).toEqual({ waiting: 1, running: 0, dead: 0 });
    });

    it('is refused beside a running worker', async () => {
      const { jobs } = await openPostOffice();
      await jobs.work();
      await expect(jobs.runDue()).rejects.toThrow('does not work by itself');
    });

    it('says when the database fails', async () => {
      const { jobs } = await openPostOffice();
      await site.hideJobs();
      // By its message: the driver's error class is that of the first test file in this process.
      const failure = await jobs.runDue().catch((error: { message: string }) => error.message);
      expect(failure).toMatch(/no such table|does not exist/);
      await site.showJobs();
    });
  });

  describe('a tick', () => {
    it('comes by the clock while the process works', async () => {
      let looks = 0;
      const { jobs } = await openPostOffice({ timings: { ...FAST, tickCheckSeconds: 1 } });
      await jobs.tick('look', '* * * * * *', async () => void (looks += 1));
      await pause(1100);
      expect(looks).toBe(0);
      await jobs.work();
      await until(() => looks > 0);
      await jobs.stop();
      const before = looks;
      await pause(1100);
      expect(looks).toBe(before);
      expect(await (await openPostOffice()).jobs.counts()).toEqual({
        waiting: 0,
        running: 0,
        dead: 0,
      });
    });

    it('can be added while the process works', async () => {
      let looks = 0;
      const { jobs } = await openPostOffice({ timings: { ...FAST, tickCheckSeconds: 1 } });
      await jobs.work();
      await jobs.tick('look', '* * * * * *', async () => void (looks += 1));
      await until(() => looks > 0);
    });

    it('runs by hand, and says what went wrong', async () => {
      const { jobs } = await openPostOffice();
      await jobs.tick('look', '* * * * *', async () => {
        throw new Error('nothing to see');
      });
      await expect(jobs.runTicks()).rejects.toThrow('nothing to see');
    });
  });
});

describe('a tick on PostgreSQL', () => {
  it('goes to one instance only', async () => {
    const site = await openSite('postgres');
    let looks = 0;
    const instances = await Promise.all(
      Array.from({ length: 3 }, () => site.open({}, { timings: { ...FAST, tickCheckSeconds: 1 } }))
    );
    for (const jobs of instances) {
      await jobs.tick('look', '* * * * * *', async () => void (looks += 1));
      await jobs.work();
    }
    await until(() => looks > 0);
    await pause(2000);
    // One a minute; two where the test meets the turn of a minute.
    expect(looks).toBeLessThanOrEqual(2);
    await site.clear();
    await site.close();
  });
});

describe('a job queue', () => {
  it('refuses any other database with a sentence', () => {
    const db = {
      ...openDatabase(newPlace('sqlite')),
      getSchemaName: () => undefined,
    };
    const mysql = { ...db, dialect: Object.assign(Object.create(db.dialect), { client: 'mysql' }) };
    expect(() =>
      createJobs({ db: mysql, clock: systemClock, log: createLog(), policies: POLICIES })
    ).toThrow('The webinars plugin runs on PostgreSQL or SQLite, not on "mysql".');
  });

  it('allows no policy with a longer run than half a minute', () => {
    const db = openDatabase(newPlace('sqlite'));
    const policies = { ...POLICIES, 'letter.send': { timeoutSeconds: 31 } };
    expect(() => createJobs({ db, clock: systemClock, log: createLog(), policies })).toThrow(
      'Job type "letter.send": no job may run longer than 30 s'
    );
  });

  it('says what is missing when it is used too early', async () => {
    const db = openDatabase(newPlace('sqlite'));
    const jobs = createJobs({ db, clock: systemClock, log: createLog(), policies: POLICIES });
    await expect(jobs.work()).rejects.toThrow('prepare() comes first');
    await jobs.prepare();
    await expect(jobs.work()).rejects.toThrow('handle() comes first');
    await db.destroy();
  });
});

const ID = '6f0f2b0e-54b3-4e0a-9d4d-0a4d2ad1f9a1';
