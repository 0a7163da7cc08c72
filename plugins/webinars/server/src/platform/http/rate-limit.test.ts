import { createRateLimit, RateLimited, subnetOf } from './rate-limit';

describe('the address that a limit counts by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, key) => {
    expect(subnetOf(address)).toBe(key);
  });
});

describe('a rate limit', () => {
  it('refuses the call after the last one and says how long to wait', async () => {
    const limit = createRateLimit({ name: 'test', points: 2, perSeconds: 60 });
    await limit.consume('a');
    await limit.consume('a');
    await expect(limit.consume('a')).rejects.toBeInstanceOf(RateLimited);
    await expect(limit.consume('a')).rejects.toMatchObject({
      retryAfterSeconds: expect.any(Number),
    });
    await expect(limit.consume('b')).resolves.toBeUndefined();
  });

  it('is off at 0', async () => {
    const limit = createRateLimit({ name: 'test', points: 0, perSeconds: 60 });
    await Promise.all(Array.from({ length: 100 }, () => limit.consume('a')));
  });
});
