import { setTimeout as pause } from 'node:timers/promises';

/** The last mail is out; its job may still be on the way to `done`. */
export const untilDrained = async (server) => {
  for (;;) {
    const { waiting, running, dead } = await server.call('jobCounts');
    if (dead > 0) throw new Error(`${dead} jobs died`);
    if (waiting + running === 0) return;
    await pause(50);
  }
};
