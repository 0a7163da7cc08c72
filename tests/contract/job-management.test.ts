import { GiveUp, type Jobs } from '../../plugins/webinars/server/src/platform/jobs';
import {
  FAST,
  gate,
  openSite,
  POLICIES,
  until,
  type Client,
  type Site,
  type Work,
} from './jobs-harness';

const NEVER = 3600;

describe.each<Client>(['sqlite', 'postgres'])('managing the jobs on %s', (client) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(client);
    await site.open({});
    await site.clear();
  });
  afterEach(() => site.clear());
  afterAll(() => site.close());

  type OpenOptions = Parameters<Site['open']>[1];

  /** A queue whose letters and reports are noted. */
  const openPostOffice = async (options?: OpenOptions) => {
    const sent: number[] = [];
    const built: number[] = [];
    const jobs = await site.open(
      {
        'letter.send': async ({ number }) => void sent.push(number),
        'report.build': async ({ number }) => void built.push(number),
      },
      options
    );
    return { jobs, sent, built };
  };

  const sendReports = (jobs: Jobs<Work>, ...numbers: number[]) =>
    site.transaction((tx) =>
      jobs.enqueue(
        tx,
        numbers.map((number) => ({
          type: 'report.build' as const,
          key: String(number),
          payload: { number },
        }))
      )
    );

  /** Letters and reports that died, one after the other, of being broken. */
  const letDie = async ({ letters = [], reports = [] }: Record<string, number[]>) => {
    const die = async () => {
      throw new GiveUp('broken');
    };
    const jobs = await site.open({ 'letter.send': die, 'report.build': die });
    for (const number of letters) {
      await site.sendLetters(jobs, number);
      await jobs.runDue();
    }
    for (const number of reports) {
      await sendReports(jobs, number);
      await jobs.runDue();
    }
    await jobs.stop();
  };

  const change = <T>(work: Parameters<typeof site.transaction<T>>[0]) => site.transaction(work);

  const keysOf = (jobs: readonly { key: string }[]) => jobs.map(({ key }) => key);

  const changedMyMind = async (work: Parameters<typeof site.transaction<unknown>>[0]) => {
    const undone = site.transaction(async (tx) => {
      await work(tx);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
  };

  describe('the queues', () => {
    it('say of every type what waits, is planned, runs and is dead', async () => {
      await letDie({ letters: [1] });
      const started = gate();
      const finish = gate();
      const jobs = await site.open({
        'letter.send': async () => {
          started.open();
          await finish.opened;
        },
      });
      await site.sendLetters(jobs, 2);
      const run = jobs.runDue();
      await started.opened;
      await site.sendLetters(jobs, 3, 4);
      const runAt = new Date(Date.now() + 600_000);
      await site.transaction((tx) =>
        jobs.enqueue(tx, [{ type: 'letter.send', key: '5', payload: { number: 5 }, runAt }])
      );

      const nothing = { waiting: 0, planned: 0, running: 0, dead: 0, oldestDueSeconds: null };
      expect(await jobs.queues()).toEqual([
        {
          type: 'letter.send',
          waiting: 2,
          planned: 1,
          running: 1,
          dead: 1,
          oldestDueSeconds: expect.any(Number),
          isPaused: false,
        },
        { type: 'report.build', ...nothing, isPaused: false },
      ]);
      expect(await jobs.counts()).toEqual({ waiting: 3, running: 1, dead: 1 });
      finish.open();
      await run;
      expect(await jobs.queues()).toMatchObject([
        { ...nothing, planned: 1, dead: 1 },
        { ...nothing },
      ]);
    });

    it('say for how long the first has been due', async () => {
      const { jobs } = await openPostOffice();
      await site.sendLetters(jobs, 1);
      await site.backdateWaiting(1);
      await site.sendLetters(jobs, 2);
      const [letters] = await jobs.queues();
      expect(letters?.oldestDueSeconds).toBeGreaterThanOrEqual(24 * 3600);
      expect(letters?.oldestDueSeconds).toBeLessThan(24 * 3600 + 60);
    });
  });

  describe('the dead', () => {
    it('are listed latest first, by type and a page at a time', async () => {
      await letDie({ letters: [1, 2, 3], reports: [9] });
      const { jobs } = await openPostOffice();

      expect(keysOf(await jobs.listDead())).toEqual(['9', '3', '2', '1']);
      expect(keysOf(await jobs.listDead({ type: 'letter.send' }))).toEqual(['3', '2', '1']);
      const page = { type: 'letter.send', limit: 2 } as const;
      expect(keysOf(await jobs.listDead(page))).toEqual(['3', '2']);
      expect(keysOf(await jobs.listDead({ ...page, offset: 2 }))).toEqual(['1']);
      expect(await jobs.countDead()).toBe(4);
      expect(await jobs.countDead({ type: 'report.build' })).toBe(1);
    });

    it('get as many attempts as new ones when they are tried again', async () => {
      let isBroken = true;
      const attempts: boolean[] = [];
      const jobs = await site.open(
        {
          'letter.send': async (_, { isLastAttempt }) => {
            attempts.push(isLastAttempt);
            if (isBroken) throw new Error('broken');
          },
        },
        { policies: { ...POLICIES, 'letter.send': { retryLimit: 1, backoffSeconds: 0.05 } } }
      );
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await until(async () => (await jobs.counts()).dead === 1);
      const [dead] = await jobs.listDead();
      const ids = [String(dead?.id)];
      const retry = () => change((tx) => jobs.retry(tx, { ids }));
      expect(await retry()).toEqual([
        { id: dead?.id, type: 'letter.send', key: '1', attempts: 2, reason: 'Error: broken' },
      ]);
      expect(await retry()).toEqual([]);
      await until(async () => (await jobs.counts()).dead === 1);
      isBroken = false;
      expect(await retry()).toHaveLength(1);
      await until(() => attempts.length === 5);
      await until(async () => (await jobs.counts()).running === 0);
      expect(attempts).toEqual([false, true, false, true, false]);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    it('are tried again all of a type, or those with the given ids, and no others', async () => {
      await letDie({ letters: [1, 2, 3], reports: [8, 9] });
      const { jobs, sent, built } = await openPostOffice();
      const [latest] = await jobs.listDead({ type: 'report.build' });

      const retried = await change((tx) => jobs.retry(tx, { type: 'letter.send' }));
      expect(keysOf(retried).sort()).toEqual(['1', '2', '3']);
      await change((tx) => jobs.retry(tx, { ids: [String(latest?.id), ABSENT] }));
      await jobs.runDue();
      expect(sent.sort()).toEqual([1, 2, 3]);
      expect(built).toEqual([9]);
      expect(keysOf(await jobs.listDead())).toEqual(['8']);
    });

    it('stay dead when the transaction that decided on them is rolled back', async () => {
      await letDie({ letters: [1], reports: [2] });
      const { jobs } = await openPostOffice();
      await changedMyMind((tx) => jobs.retry(tx, { type: 'letter.send' }));
      await changedMyMind((tx) => jobs.discard(tx, { type: 'report.build' }));
      expect(await jobs.runDue()).toBe(0);
      expect(await jobs.countDead()).toBe(2);
      expect(site.log.messages.join()).not.toContain('discarded');
    });
  });

  describe('a discarded job', () => {
    const discardAll = async () => {
      await letDie({ letters: [1, 2], reports: [9] });
      const office = await openPostOffice();
      const [dead] = await office.jobs.listDead({ type: 'letter.send' });
      const discarded = await change((tx) => office.jobs.discard(tx, { type: 'letter.send' }));
      return { ...office, dead, discarded };
    };

    it('is off the list, for good, and named in the log', async () => {
      const { jobs, dead, discarded } = await discardAll();
      expect(keysOf(discarded).sort()).toEqual(['1', '2']);
      expect(keysOf(await jobs.listDead())).toEqual(['9']);
      expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 1 });
      expect(site.log.messages).toContain(
        `[webinars] job letter.send ${dead?.id}: discarded, dead after attempt 1: GiveUp: broken`
      );
      const ids = [String(dead?.id)];
      expect(await change((tx) => jobs.retry(tx, { ids }))).toEqual([]);
      expect(await change((tx) => jobs.discard(tx, { ids }))).toEqual([]);
    });

    it.each([
      [29, []],
      [31, [1]],
    ])(
      'is remembered like any other: %d days after its end, exactly as it should',
      async (days, expected) => {
        const { jobs } = await discardAll();
        await site.sendLetters(jobs, 1);
        expect(await jobs.runDue()).toBe(0);
        await site.backdateEnds(days);

        const later = await openPostOffice();
        await later.jobs.runDue();
        await site.sendLetters(later.jobs, 1);
        await later.jobs.runDue();
        expect(later.sent).toEqual(expected);
      }
    );
  });

  describe('a paused type', () => {
    const pauseLetters = (jobs: Jobs<Work>) => change((tx) => jobs.pause(tx, 'letter.send'));
    const resumeLetters = (jobs: Jobs<Work>) => change((tx) => jobs.resume(tx, 'letter.send'));

    it('is left alone by every instance until it is resumed, and takes jobs meanwhile', async () => {
      const offices = await Promise.all([openPostOffice(), openPostOffice(), openPostOffice()]);
      for (const { jobs } of offices.slice(1)) await jobs.work();
      const [desk, one, two] = offices.map(({ jobs }) => jobs);
      if (!desk || !one || !two) throw new Error('no instances');
      const sent = () => offices.flatMap((office) => office.sent);

      expect(await pauseLetters(desk)).toBe(true);
      await site.sendLetters(one, 1, 2);
      await site.sendLetters(two, 3);
      let reports = 10;
      await until(async () => {
        await sendReports(one, (reports += 1));
        await sendReports(two, (reports += 1));
        return offices.slice(1).every(({ built }) => built.length > 0);
      });
      expect(sent()).toEqual([]);
      expect(await desk.queues()).toMatchObject([{ waiting: 3, isPaused: true }, {}]);

      expect(await resumeLetters(desk)).toBe(true);
      await until(() => sent().length === 3);
      expect(await desk.queues()).toMatchObject([{ isPaused: false }, {}]);
    });

    it('is not claimed even by an instance that has not looked since', async () => {
      const timings = { ...FAST, pollSeconds: NEVER, sweepSeconds: NEVER };
      const { jobs, sent, built } = await openPostOffice({ timings });
      const { jobs: desk } = await openPostOffice();
      await jobs.work();
      await sendReports(jobs, 1);
      await until(() => built.length === 1);

      await pauseLetters(desk);
      await site.sendLetters(jobs, 2);
      await sendReports(jobs, 3);
      await until(() => built.length === 2);
      expect(sent).toEqual([]);
    });

    it('is resumed at once where that was said, without polling', async () => {
      const timings = { ...FAST, pollSeconds: NEVER, sweepSeconds: NEVER };
      const { jobs, sent, built } = await openPostOffice({ timings });
      await pauseLetters(jobs);
      await jobs.work();
      await site.sendLetters(jobs, 1);
      await sendReports(jobs, 2);
      await until(() => built.length === 1);
      expect(sent).toEqual([]);
      await resumeLetters(jobs);
      await until(() => sent.length === 1, 1);
    });

    it('ends what runs, and gets back what was claimed and has not begun', async () => {
      const started = gate();
      const finish = gate();
      const done: number[] = [];
      const QUICK = 50;
      const jobs = await site.open(
        {
          'letter.send': async ({ number }) => {
            if (number >= QUICK) {
              started.open();
              await finish.opened;
            }
            done.push(number);
          },
        },
        { policies: { ...POLICIES, 'letter.send': { concurrency: 1, retryLimit: 0 } } }
      );
      const { jobs: desk } = await openPostOffice();
      await jobs.work();
      // Quick ones first: the worker then takes several at a time.
      await site.sendLetters(jobs, ...Array.from({ length: QUICK }, (_, number) => number));
      await until(() => done.length === QUICK);
      await site.sendLetters(jobs, QUICK, QUICK + 1, QUICK + 2);
      await started.opened;
      await until(async () => (await desk.counts()).running === 3);

      await pauseLetters(desk);
      await until(async () => (await desk.counts()).running === 1);
      finish.open();
      await until(async () => (await desk.counts()).running === 0);
      expect(done).toHaveLength(QUICK + 1);
      expect(await desk.queues()).toMatchObject([{ waiting: 2, dead: 0 }, {}]);

      await resumeLetters(desk);
      await until(() => done.length === QUICK + 3);
      expect(await desk.countDead()).toBe(0);
    });

    it('stays paused over a restart, and for who does by hand what is due', async () => {
      const { jobs: before } = await openPostOffice();
      await pauseLetters(before);
      await site.sendLetters(before, 1);
      await before.stop();

      const { jobs, sent, built } = await openPostOffice();
      await sendReports(jobs, 2);
      expect(await jobs.runDue()).toBe(1);
      expect([sent, built]).toEqual([[], [2]]);
      await resumeLetters(jobs);
      expect(await jobs.runDue()).toBe(1);
      expect(sent).toEqual([1]);
    });

    it('is tried again only when it is resumed', async () => {
      await letDie({ letters: [1] });
      const { jobs, sent } = await openPostOffice();
      await pauseLetters(jobs);
      await change((tx) => jobs.retry(tx, { type: 'letter.send' }));
      expect(await jobs.runDue()).toBe(0);
      await resumeLetters(jobs);
      expect(await jobs.runDue()).toBe(1);
      expect(sent).toEqual([1]);
    });

    it('stops no tick', async () => {
      let looks = 0;
      const { jobs } = await openPostOffice({ timings: { ...FAST, tickCheckSeconds: 1 } });
      await change(async (tx) => {
        await jobs.pause(tx, 'letter.send');
        await jobs.pause(tx, 'report.build');
      });
      await jobs.tick('look', '* * * * * *', async () => void (looks += 1));
      await jobs.work();
      await until(() => looks > 0);
    });

    it('is paused and resumed in the transaction, and says whether that changed anything', async () => {
      const { jobs } = await openPostOffice();
      await changedMyMind((tx) => jobs.pause(tx, 'letter.send'));
      expect(await jobs.queues()).toMatchObject([{ isPaused: false }, { isPaused: false }]);
      expect(await resumeLetters(jobs)).toBe(false);
      expect(await pauseLetters(jobs)).toBe(true);
      expect(await pauseLetters(jobs)).toBe(false);
      await changedMyMind((tx) => jobs.resume(tx, 'letter.send'));
      expect(await jobs.queues()).toMatchObject([{ isPaused: true }, { isPaused: false }]);
    });

    it('is one that a policy names', async () => {
      const { jobs } = await openPostOffice();
      const unknown = 'unknown' as 'letter.send';
      await expect(change((tx) => jobs.pause(tx, unknown))).rejects.toThrow(
        'No policy names the job type "unknown"'
      );
    });
  });
});

const ABSENT = '6f0f2b0e-54b3-4e0a-9d4d-0a4d2ad1f9a1';
