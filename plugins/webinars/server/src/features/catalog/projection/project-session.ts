import type { Locale } from '../../../../../shared/locales';
import type { EXPERIENCE_LEVELS, PANEL_SIZES } from '../../../../../shared/vocabulary';
import { personName } from '../../../domain/person-name';
import { endsAt, type SessionLife } from '../../../domain/session';
import { cardFactsOf, detailFactsOf, type SessionFacts } from './catalog-facts';
import { groupByDocument } from '../text/localized';
import { lifeOf, textOf } from './present-session';
import { presentSpeaker } from './present-speaker';
import { presentTopic } from './present-topic';
import { wordsOf } from '../search/search-words';

/** Raise it when what is built here changes: every instance builds the catalogue anew then, at its next boot. */
export const PROJECTION = 3;

/** Kinds of values that a session may have several of. An `-alias` finds what is shown under another value. */
export type ValueKind =
  | 'certification'
  | 'consultantType'
  | 'experienceLevel'
  | 'expertise'
  | 'industry'
  | 'industry-alias'
  | 'series'
  | 'speaker'
  | 'speaker-alias'
  | 'uses';

export type ProjectedValue = { kind: ValueKind; value: string; label: string | null };

/** How well a word describes a session: its title before its people before everything else. */
export type ProjectedWords = { title: string[]; people: string[]; body: string[] };

export type ProjectedSession = {
  columns: {
    session_document_id: string;
    locale: Locale;
    slug: string;
    listed_from: Date | null;
    starts_at: Date;
    over_at: Date;
    language: string | null;
    session_type: string | null;
    is_paid: number;
    category_id: string | null;
    category_slug: string | null;
    category_name: string | null;
    difficulty: string | null;
    panel_size: string;
    has_consultation: number;
    is_available: number;
    rating: number;
    popularity: number;
  };
  values: ProjectedValue[];
  words: ProjectedWords;
  card: string;
  detail: string;
};

/** Whether anybody may ever see it as it is: a draft only when it is planned to be published. */
export const isProjected = ({ state, publishAt }: SessionLife) =>
  state !== 'draft' || publishAt !== null;

/** What the catalogue keeps of a session in one language. */
export const projectSession = (facts: SessionFacts, locale: Locale): ProjectedSession => {
  const { session } = facts;
  const life = lifeOf(session);
  const topics = groupByDocument(facts.topics);
  const presentation = { locale, names: groupByDocument(facts.names), publicUrl: '' };
  const topic = presentTopic(facts.topics, presentation, { currency: 'EUR' });
  const people = peopleOf(facts).map((versions) => ({
    versions,
    shown: presentSpeaker(versions, presentation),
  }));
  const shown = people.flatMap((person) => person.shown ?? []);
  const text = (field: 'title' | 'description') =>
    textOf(session, { topics, locale }, field).text ?? '';

  return {
    columns: {
      session_document_id: session.documentId,
      locale,
      slug: session.slug,
      ...timesOf(life),
      language: session.language ?? null,
      session_type: session.sessionType ?? null,
      is_paid: (session.price ?? 0) > 0 ? 1 : 0,
      category_id: topic?.category?.documentId ?? null,
      category_slug: topic?.category?.slug ?? null,
      category_name: topic?.category?.name ?? null,
      difficulty: topic?.difficultyLevel ?? null,
      panel_size: panelSizeOf(facts),
      has_consultation: shown.some(offersConsultations) ? 1 : 0,
      is_available: shown.some(isAvailable) ? 1 : 0,
      rating: Math.max(0, ...shown.map(({ performance }) => performance.averageRating ?? 0)),
      popularity: facts.popularity,
    },
    values: distinct([
      ...shown.flatMap((person) => [
        ...person.expertise.map((label) => valueOf('expertise', label)),
        ...person.credentials.certifications.map((label) => valueOf('certification', label)),
        ...person.industries.flatMap(({ slug, name, documentId }) => [
          { kind: 'industry' as const, value: slug, label: name },
          { kind: 'industry-alias' as const, value: documentId, label: null },
        ]),
        ...plain('consultantType', person.consultantType),
        ...plain('experienceLevel', experienceLevel(person.credentials.speakingExperience)),
        { kind: 'speaker' as const, value: person.slug, label: personName(person) },
      ]),
      ...people
        .flatMap(({ versions }) => versions)
        .flatMap(({ slug, documentId }) => [
          ...plain('speaker-alias', slug),
          ...plain('speaker-alias', documentId),
        ]),
      // As it is written: the parts find each other by the same words.
      ...plain('series', session.series || null),
      ...usedBy(facts).flatMap((shownId) => plain('uses', shownId)),
    ]),
    words: {
      title: wordsIn([text('title'), topic?.title]),
      people: wordsIn([
        ...shown.flatMap((person) => [personName(person), person.company, ...person.expertise]),
        topic?.category?.name,
        ...(topic?.tags ?? []).map(({ name }) => name),
      ]),
      body: wordsIn([
        text('description'),
        topic?.description,
        topic?.targetAudience,
        ...(topic?.learningObjectives ?? []),
        session.consultantFocus?.primaryExpertise,
        ...shown.flatMap(({ position, industries }) => [
          position,
          ...industries.map(({ name }) => name),
        ]),
      ]),
    },
    card: JSON.stringify(cardFactsOf(facts, locale)),
    detail: JSON.stringify(detailFactsOf(facts, locale)),
  };
};

/** As it is compared: nobody minds the case, or how many blanks there are. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .slice(0, LONGEST_VALUE);

/** Some letters become two when they are small, and the column has room for so many. */
const LONGEST_VALUE = 500;

/**
 * When lists begin and cease to show it as yet to come. The clock decides at reading time; only what an editor has
 * ended before its time is over at once.
 */
const timesOf = (life: SessionLife) => ({
  listed_from:
    life.state === 'cancelled' ? null : life.state === 'draft' ? life.publishAt : LONG_AGO,
  starts_at: life.startsAt,
  over_at: life.state === 'completed' ? LONG_AGO : endsAt(life),
});

const LONG_AGO = new Date(0);

/** Whoever takes part, once each, with a version per language. */
const peopleOf = ({ session, speakers }: SessionFacts) => {
  const versions = groupByDocument(speakers);
  const ids = [
    session.speakerDocumentId,
    ...(session.panelists ?? []).map(({ documentId }) => documentId),
    session.moderator?.documentId,
  ];
  return [...new Set(ids)].flatMap((id) => (id ? [versions.get(id) ?? []] : []));
};

/** Who moderates is no part of the panel. */
const panelSizeOf = ({ session }: SessionFacts): (typeof PANEL_SIZES)[number] => {
  const ids = [
    session.speakerDocumentId,
    ...(session.panelists ?? []).map(({ documentId }) => documentId),
  ];
  const size = new Set(ids.filter(Boolean)).size;
  if (size <= 1) return 'single';
  return size <= SMALL_PANEL ? 'small-panel' : 'large-panel';
};

const SMALL_PANEL = 3;

/** By years on stage. */
const experienceLevel = (years: number | null): (typeof EXPERIENCE_LEVELS)[number] | null => {
  if (years === null) return null;
  if (years < SENIOR_YEARS) return 'junior';
  return years < EXPERT_YEARS ? 'senior' : 'expert';
};

const SENIOR_YEARS = 5;
const EXPERT_YEARS = 10;

type Person = NonNullable<ReturnType<typeof presentSpeaker>>;

const offersConsultations = ({ businessSettings }: Person) =>
  businessSettings.availableForConsultations;

const isAvailable = (person: Person) =>
  offersConsultations(person) && person.availabilityStatus === 'available';

const valueOf = (kind: ValueKind, label: string): ProjectedValue => ({
  kind,
  value: keyOf(label),
  label,
});

const plain = (kind: ValueKind, value: string | null): ProjectedValue[] =>
  value === null ? [] : [{ kind, value, label: null }];

const distinct = (values: readonly ProjectedValue[]): ProjectedValue[] => [
  ...new Map(values.map((each) => [`${each.kind} ${each.value}`, each])).values(),
];

/** Everything whose change may change how the session is shown. Files by `file:` and their number. */
const usedBy = ({ session, topics, speakers, names, files }: SessionFacts): string[] => [
  ...[session.topicDocumentId, session.speakerDocumentId].flatMap((id) => id ?? []),
  ...(session.panelists ?? []).map(({ documentId }) => documentId),
  ...(session.moderator ? [session.moderator.documentId] : []),
  ...[...topics, ...speakers, ...names].map(({ documentId }) => documentId),
  ...files.map((id) => `file:${id}`),
];

/** A text may be long, and nobody looks for a word because it stands at its end. */
const LONGEST_TEXT = 20_000;
const MOST_WORDS = 2_000;

const wordsIn = (texts: readonly (string | null | undefined)[]): string[] => {
  const text = texts.filter(Boolean).join(' ').slice(0, LONGEST_TEXT);
  return [...new Set(wordsOf(text).flat())].slice(0, MOST_WORDS);
};
