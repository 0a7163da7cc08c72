import { cardFactsOf, detailFactsOf, type SessionFacts } from './catalog-facts';
import type { SessionDetailRow, SpeakerRow, TopicRow } from '../catalog-rows';

const session = { documentId: 's', slug: 'session' } as SessionDetailRow;
const topic = (locale: 'en' | 'de', texts: Partial<TopicRow>) =>
  ({ documentId: 't', locale, slug: `topic-${locale}`, ...texts }) as TopicRow;

const facts = (overrides: Partial<SessionFacts>): SessionFacts => ({
  session,
  topics: [],
  speakers: [],
  names: [],
  files: [],
  popularity: 0,
  ...overrides,
});

describe('what is kept of a session', () => {
  const topics = [
    topic('en', { title: 'Numbers', description: '', tags: [] }),
    topic('de', { title: 'Zahlen', description: 'Über Zahlen.', prerequisites: 'Keine.' }),
  ];

  it('is the wanted language, and of others only what is missing in it', () => {
    expect(detailFactsOf(facts({ topics }), 'en').topics).toEqual([
      { documentId: 't', locale: 'en', slug: 'topic-en', title: 'Numbers' },
      { documentId: 't', locale: 'de', description: 'Über Zahlen.', prerequisites: 'Keine.' },
    ]);
    expect(detailFactsOf(facts({ topics }), 'de').topics).toEqual([topics[1]]);
  });

  it('leaves out a language that adds nothing', () => {
    const both = [topic('en', { title: 'Numbers' }), topic('de', { title: 'Zahlen' })];
    expect(detailFactsOf(facts({ topics: both }), 'en').topics).toEqual([both[0]]);
  });

  it('is less for a card than for a page', () => {
    const speaker = { documentId: 'p', locale: 'en', biography: 'Long.', lastName: 'Hopper' };
    const card = cardFactsOf(
      facts({
        topics,
        speakers: [speaker as SpeakerRow],
        names: [{ documentId: 'i', locale: 'en', slug: 'law', name: 'Law' }],
      }),
      'en'
    );
    expect(JSON.stringify(card)).not.toMatch(/Keine|Long|Law/);
    expect(card.speakers).toEqual([{ documentId: 'p', locale: 'en', lastName: 'Hopper' }]);
  });
});
