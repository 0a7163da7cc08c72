import { currentPrice } from './pricing';

const NOON = new Date('2026-12-01T12:00:00Z');
const AFTER = new Date('2026-12-01T12:00:01Z');

describe('the current price', () => {
  it.each([
    [
      'the price where there is no early bird',
      { price: 4900, earlyBirdPrice: null, earlyBirdEndsAt: null },
      NOON,
      4900,
    ],
    [
      'the early bird before its end',
      { price: 4900, earlyBirdPrice: 3900, earlyBirdEndsAt: AFTER },
      NOON,
      3900,
    ],
    [
      'the price from its end on',
      { price: 4900, earlyBirdPrice: 3900, earlyBirdEndsAt: NOON },
      NOON,
      4900,
    ],
    [
      'an early bird of nothing',
      { price: 4900, earlyBirdPrice: 0, earlyBirdEndsAt: AFTER },
      NOON,
      0,
    ],
    [
      'never more than the price',
      { price: 4900, earlyBirdPrice: 5900, earlyBirdEndsAt: AFTER },
      NOON,
      4900,
    ],
  ])('is %s', (_promise, tag, now, expected) => {
    expect(currentPrice(tag, now)).toBe(expected);
  });
});
