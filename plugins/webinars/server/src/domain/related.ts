/** Why a session is shown beside another one. */
export const RELATIONS = [
  'same_topic',
  'same_speaker',
  'same_category',
  'complementary_expertise',
  'trending',
  'popular',
] as const;
export type Relation = (typeof RELATIONS)[number];

export type SessionTraits = {
  documentId: string;
  topicId: string | null;
  categoryId: string | null;
  /** Whoever speaks, sits on the panel or moderates. */
  speakerIds: readonly string[];
  /** What they know about, in any spelling. */
  expertise: readonly string[];
  startsAt: Date;
  /** Seats that are taken. */
  held: number;
  /** Registrations of the last seven days. */
  recent: number;
};

export type RelatedSession = { documentId: string; reasons: Relation[] };

/**
 * Points for each reason. What it is about outweighs who presents it, and both outweigh what everybody likes: a crowd
 * only decides between sessions that are equally near, and fills up what is left.
 */
const POINTS: Record<Relation, number> = {
  same_topic: 50,
  same_speaker: 40,
  same_category: 20,
  complementary_expertise: 15,
  trending: 6,
  popular: 4,
};

/** Fewer people are no crowd. */
const LEAST = { held: 5, recent: 3 };

/** The sessions that go best with one: the most points first, then the soonest. Only what has a reason is shown. */
export const relatedSessions = (
  session: SessionTraits,
  candidates: readonly SessionTraits[],
  most = 6
): RelatedSession[] => {
  const others = candidates.filter(({ documentId }) => documentId !== session.documentId);
  const crowd = {
    held: Math.max(LEAST.held, ...others.map(({ held }) => held)),
    recent: Math.max(LEAST.recent, ...others.map(({ recent }) => recent)),
  };
  return others
    .map((other) => ({ other, reasons: reasonsFor(session, other, crowd) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (one, two) =>
        pointsOf(two.reasons) - pointsOf(one.reasons) ||
        one.other.startsAt.getTime() - two.other.startsAt.getTime() ||
        (one.other.documentId < two.other.documentId ? -1 : 1)
    )
    .slice(0, most)
    .map(({ other, reasons }) => ({ documentId: other.documentId, reasons }));
};

const reasonsFor = (
  session: SessionTraits,
  other: SessionTraits,
  crowd: { held: number; recent: number }
): Relation[] => {
  const isSameSpeaker = shares(session.speakerIds, other.speakerIds);
  const holds: Record<Relation, boolean> = {
    same_topic: session.topicId !== null && session.topicId === other.topicId,
    same_speaker: isSameSpeaker,
    same_category: session.categoryId !== null && session.categoryId === other.categoryId,
    complementary_expertise: !isSameSpeaker && complements(session.expertise, other.expertise),
    trending: other.recent * 2 > crowd.recent && other.recent >= LEAST.recent,
    popular: other.held * 2 > crowd.held && other.held >= LEAST.held,
  };
  return RELATIONS.filter((relation) => holds[relation]);
};

const pointsOf = (reasons: readonly Relation[]) =>
  reasons.reduce((sum, reason) => sum + POINTS[reason], 0);

const shares = (one: readonly string[], two: readonly string[]) =>
  one.some((each) => two.includes(each));

/** Other people who know the field, and something beside it. */
const complements = (one: readonly string[], two: readonly string[]) => {
  const known = new Set(one.map(normalized));
  const others = two.map(normalized);
  return others.some((each) => known.has(each)) && others.some((each) => !known.has(each));
};

const normalized = (text: string) => text.trim().toLowerCase();
