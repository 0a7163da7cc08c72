import { aBrand, aPlainSession } from '../../../../../../../tests/factories/promotion';
import { complaintsOf } from '../../../../../../../tests/support/schema-org';
import { structuredData, type StructuredFacts } from './structured-data';

const nodeOf = (overrides: Partial<StructuredFacts> = {}) =>
  structuredData({
    session: aPlainSession(),
    brand: aBrand(),
    locale: 'en',
    url: 'https://www.example.org/webinars/first-steps',
    previousStart: null,
    ...overrides,
  });

const price = (amount: number) => ({ amount, currency: 'EUR' as const });

describe('a session in the words of schema.org', () => {
  it.each([
    'open',
    'approval',
    'waitlist',
    'not_open',
    'full',
    'closed',
    'cancelled',
    'ended',
  ] as const)('is what the vocabulary knows when registration is %s', (registrationState) => {
    const availability = { capacity: 9, seatsLeft: 1, waitlistCount: 0, registrationState };
    const node = nodeOf({ session: aPlainSession({ availability }), previousStart: new Date(0) });
    expect(complaintsOf(node)).toEqual([]);
  });

  it('is held against the vocabulary in earnest', () => {
    expect(complaintsOf({ ...nodeOf(), seats: 3 })).toEqual(['$.seats: unknown property']);
    expect(complaintsOf({ ...nodeOf(), price: '3' })).toEqual(['$.price: not of EducationEvent']);
    const eventStatus = 'https://schema.org/InStock';
    expect(complaintsOf({ ...nodeOf(), eventStatus })).toHaveLength(1);
    expect(complaintsOf({ ...nodeOf(), startDate: 'tomorrow' })).toHaveLength(1);
    expect(complaintsOf({ '@type': 'Webinar' })).toEqual(['$: unknown type Webinar']);
  });

  it('offers an early bird until it ends, and the price itself from then on', () => {
    const session = aPlainSession({
      price: price(4900),
      earlyBirdPrice: price(3905),
      currentPrice: price(3905),
      earlyBirdEndDate: '2026-09-01T00:00:00.000Z',
    });
    expect(nodeOf({ session }).offers).toMatchObject([
      { price: '39.05', priceValidUntil: '2026-09-01T00:00:00.000Z' },
      { price: '49.00', validFrom: '2026-09-01T00:00:00.000Z' },
    ]);
  });

  it('holds nothing that could end a script, or begin another one', () => {
    const title = '</SCRIPT ><script src=x><!--<?php a < b && c > d';
    const text = JSON.stringify(nodeOf({ session: aPlainSession({ title, description: title }) }));
    expect(text).not.toMatch(/<(\/|!|\?|script)/i);
    expect(text).toContain('a < b && c > d');
  });

  it('leaves out what is not known', () => {
    const node = nodeOf({ url: null });
    for (const name of ['url', 'organizer', 'image', 'maximumVirtualAttendeeCapacity']) {
      expect(node).not.toHaveProperty(name);
    }
  });
});
