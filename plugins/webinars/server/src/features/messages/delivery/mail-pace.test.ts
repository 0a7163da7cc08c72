import { createRateLimit } from '../../../platform/http/rate-limit';
import { createMailPace } from './mail-pace';

const NOW = new Date('2026-11-22T10:00:00Z');

const limit = (name: string, points: number, perSeconds: number) =>
  createRateLimit({ name: `${expect.getState().currentTestName}${name}`, points, perSeconds });

describe('the pace of mails', () => {
  it('is unlimited unless somebody limits it', async () => {
    const pace = createMailPace([limit('second', 0, 1), limit('day', 0, 86_400)]);
    for (let mail = 0; mail < 100; mail += 1) expect(await pace.take(NOW)).toBe(0);
    expect(pace.waitSeconds(NOW)).toBe(0);
  });

  it('keeps to every limit, and says how long there is no room', async () => {
    const pace = createMailPace([limit('minute', 10, 60), limit('day', 2, 86_400)]);
    expect([await pace.take(NOW), await pace.take(NOW)]).toEqual([0, 0]);
    const wait = await pace.take(NOW);
    expect(wait).toBeGreaterThan(86_000);
    expect(pace.waitSeconds(NOW)).toBe(wait);
    expect(pace.waitSeconds(new Date(NOW.getTime() + 86_400_000))).toBe(0);
  });
});
