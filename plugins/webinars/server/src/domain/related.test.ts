import { relatedSessions, type SessionTraits } from './related';

const aSession = (documentId: string, traits: Partial<SessionTraits> = {}): SessionTraits => ({
  documentId,
  topicId: `topic of ${documentId}`,
  categoryId: null,
  speakerIds: [],
  expertise: [],
  startsAt: new Date('2026-10-01T14:00:00Z'),
  held: 0,
  recent: 0,
  ...traits,
});

const session = aSession('this', {
  topicId: 'balance',
  categoryId: 'finance',
  speakerIds: ['ada'],
  expertise: ['Accounting', 'Law'],
});
const related = (...others: SessionTraits[]) => relatedSessions(session, others);

describe('related sessions', () => {
  it('are first of the same topic, then by the same people, then of the same field', () => {
    const found = related(
      aSession('popular', { held: 50 }),
      aSession('trending', { recent: 9 }),
      aSession('expertise', { speakerIds: ['bob'], expertise: ['accounting ', 'Sales'] }),
      aSession('category', { categoryId: 'finance' }),
      aSession('speaker', { speakerIds: ['eve', 'ada'] }),
      aSession('topic', { topicId: 'balance' })
    );
    expect(found).toEqual([
      { documentId: 'topic', reasons: ['same_topic'] },
      { documentId: 'speaker', reasons: ['same_speaker'] },
      { documentId: 'category', reasons: ['same_category'] },
      { documentId: 'expertise', reasons: ['complementary_expertise'] },
      { documentId: 'trending', reasons: ['trending'] },
      { documentId: 'popular', reasons: ['popular'] },
    ]);
  });

  it('are never itself, and never more than six', () => {
    const many = Array.from({ length: 9 }, (_, n) => aSession(`s${n}`, { topicId: 'balance' }));
    const found = relatedSessions(session, [session, ...many]);
    expect(found).toHaveLength(6);
    expect(found.map(({ documentId }) => documentId)).not.toContain('this');
  });

  it('need a reason', () => {
    expect(related(aSession('stranger'))).toEqual([]);
  });

  it('come soonest first when they are equally near', () => {
    const later = new Date('2026-11-01T14:00:00Z');
    const found = related(
      aSession('later', { topicId: 'balance', startsAt: later }),
      aSession('soon', { topicId: 'balance' })
    );
    expect(found.map(({ documentId }) => documentId)).toEqual(['soon', 'later']);
  });

  it('of the same expertise and nothing else add nothing', () => {
    expect(related(aSession('twin', { speakerIds: ['bob'], expertise: ['Law'] }))).toEqual([]);
  });

  it('take a handful of people for no crowd', () => {
    expect(related(aSession('few', { held: 4, recent: 2 }))).toEqual([]);
  });

  it('do not relate what has neither topic nor category by that', () => {
    const bare = aSession('bare', { topicId: null, categoryId: null });
    expect(relatedSessions(bare, [{ ...bare, documentId: 'other' }])).toEqual([]);
  });
});
