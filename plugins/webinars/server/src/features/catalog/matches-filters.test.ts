import type { FeedFilters, SessionCard } from '../../../../shared/catalog';
import { aPlainSession } from '../../../../../../tests/factories/promotion';
import { matchesFilters } from './matches-filters';

const NOW = { now: new Date('2026-09-15T12:00:00Z'), timezone: 'Europe/Berlin' };

const aCard = (overrides: Partial<SessionCard> = {}): SessionCard => {
  const { availability, topic: _topic, ...session } = aPlainSession();
  const { capacity, seatsLeft, registrationState } = availability;
  return { ...session, capacity, seatsLeft, registrationState, topic: null, ...overrides };
};

const filters = (overrides: Partial<FeedFilters> = {}): FeedFilters => ({
  timeframe: 'all-upcoming',
  price: 'all',
  language: 'all',
  sessionType: 'all',
  locale: 'en',
  ...overrides,
});

describe('a session that was called off', () => {
  it.each([
    ['everything', {}, true],
    ['its price', { price: 'free' }, true],
    ['another price', { price: 'paid' }, false],
    ['its language', { language: 'en' }, true],
    ['another language', { language: 'de' }, false],
    ['its type', { sessionType: 'single-speaker' }, true],
    ['another type', { sessionType: 'workshop' }, false],
    ['a category', { category: 'finance' }, false],
    ['a speaker', { speaker: 'ada' }, false],
    ['a difficulty', { difficulty: 'beginner' }, false],
    ['the past', { timeframe: 'past' }, false],
    ['a time that it lies in', { from: '2026-10-01', to: '2026-10-01' }, true],
    ['a time before it', { to: '2026-09-30' }, false],
    ['a time after it', { from: '2026-10-02' }, false],
  ] as const)('is among those that are asked for by %s: %#', (_, wanted, expected) => {
    expect(matchesFilters(aCard(), filters(wanted), NOW)).toBe(expected);
  });

  it('is left out by a filter that nothing is known of', () => {
    const unknown = { ...filters(), certifications: 'any' };
    expect(matchesFilters(aCard(), unknown, NOW)).toBe(false);
  });
});
