import type { FeedFilters, SessionCard } from '../../../../shared/catalog';
import { timeWindow } from './timeframe';

/** Filters that are told of a card itself, each with what it asks. */
const CHECKS: { [Name in keyof FeedFilters]?: (card: SessionCard, wanted: string) => boolean } = {
  category: ({ topic }, wanted) => isCalled(topic?.category, wanted),
  difficulty: ({ topic }, wanted) => topic?.difficultyLevel === wanted,
  price: ({ price }, wanted) => wanted === 'all' || price.amount > 0 === (wanted === 'paid'),
  speaker: ({ speaker, panelists, moderator }, wanted) =>
    [speaker, ...panelists, moderator].some((person) => isCalled(person, wanted)),
  language: ({ language }, wanted) => wanted === 'all' || language === wanted,
  sessionType: ({ sessionType }, wanted) => wanted === 'all' || sessionType === wanted,
};

const TIMES = ['timeframe', 'from', 'to', 'timezone', 'locale'];

/**
 * Whether a session that no list shows (one that was called off) is one of those that were asked for. A filter that
 * nothing is known of here lets nothing pass: a calendar had rather lose an event than get a strange one.
 */
export const matchesFilters = (
  card: SessionCard,
  filters: FeedFilters,
  { now, timezone }: { now: Date; timezone: string }
): boolean => {
  const { isOver, startsFrom, startsBefore } = timeWindow(filters, { now, timezone });
  const startsAt = new Date(card.datetime);
  if (isOver) return false;
  if (startsFrom !== null && startsAt < startsFrom) return false;
  if (startsBefore !== null && startsAt >= startsBefore) return false;
  return Object.entries(filters).every(([name, wanted]) => {
    if (TIMES.includes(name) || wanted === undefined) return true;
    const check = CHECKS[name as keyof FeedFilters];
    return check !== undefined && typeof wanted === 'string' && check(card, wanted);
  });
};

const isCalled = (thing: { documentId: string; slug: string } | null | undefined, wanted: string) =>
  thing !== null && thing !== undefined && [thing.documentId, thing.slug].includes(wanted);
