import { LRUCache } from 'lru-cache';
import type { CardFacts, DetailFacts } from './catalog-facts';
import { groupByDocument } from '../text/localized';

/** In letters of the texts; what is read from them takes about twice the room. */
const CARDS = 4 * 1024 * 1024;
const DETAILS = 4 * 1024 * 1024;

/**
 * Facts as they are presented, read from the catalogue's JSON. The same text says the same, so it is read once for as
 * long as it is asked for: pages show the same sessions again and again.
 */
const reader = <Facts extends CardFacts | DetailFacts>(maxSize: number) => {
  const known = new LRUCache<string, ReturnType<typeof grouped<Facts>>>({
    maxSize,
    sizeCalculation: (_facts, text) => text.length,
  });
  return (text: string) => {
    const read = known.get(text) ?? grouped<Facts>(JSON.parse(text));
    known.set(text, read);
    return read;
  };
};

const grouped = <Facts extends CardFacts | DetailFacts>({
  session,
  topics,
  speakers,
  names,
}: Facts) => ({
  session: session as Facts['session'],
  topics: groupByDocument<Facts['topics'][number]>(topics),
  speakers: groupByDocument<Facts['speakers'][number]>(speakers),
  names: groupByDocument(names),
});

export const readCardFacts = reader<CardFacts>(CARDS);
export const readDetailFacts = reader<DetailFacts>(DETAILS);
