import { createTick } from './ticker';

const createLog = () => {
  const messages: string[] = [];
  return { messages, error: (message: string) => void messages.push(message) };
};

describe('a tick', () => {
  it('is skipped while the last one still runs, and comes again afterwards', async () => {
    let runs = 0;
    let finish = () => {};
    const task = () => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
    const tick = createTick({ name: 'look', cron: '* * * * *', task }, createLog());

    const first = tick.fire();
    await tick.fire();
    expect(runs).toBe(1);
    finish();
    await first;
    const third = tick.fire();
    expect(runs).toBe(2);
    finish();
    await third;
  });

  it('logs an error and comes again', async () => {
    const log = createLog();
    let runs = 0;
    const task = () => {
      runs += 1;
      throw new Error('nothing to see');
    };
    const tick = createTick({ name: 'look', cron: '* * * * *', task }, log);

    await tick.fire();
    await tick.fire();
    expect(runs).toBe(2);
    expect(log.messages).toEqual([
      '[webinars] tick look: Error: nothing to see',
      '[webinars] tick look: Error: nothing to see',
    ]);
  });

  it('is waited for', async () => {
    let isDone = false;
    const task = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isDone = true;
    };
    const tick = createTick({ name: 'look', cron: '* * * * *', task }, createLog());

    void tick.fire();
    await tick.ended();
    expect(isDone).toBe(true);
  });
});
