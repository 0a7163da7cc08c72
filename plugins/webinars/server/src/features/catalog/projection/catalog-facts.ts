import { inOrderOf, type Locale } from '../../../../../shared/locales';
import type {
  NamedRow,
  SessionDetailRow,
  SessionRow,
  SpeakerCardRow,
  SpeakerRow,
  TopicCardRow,
  TopicRow,
} from '../catalog-rows';
import { namedBy } from '../load-names';
import { groupByDocument, type Version } from '../text/localized';

/** Everything that one session is shown with, in every language that there is. */
export type SessionFacts = {
  session: SessionDetailRow;
  topics: TopicRow[];
  speakers: SpeakerRow[];
  names: NamedRow[];
  /** Numbers of the files that it shows. */
  files: number[];
  /** How many are registered. */
  popularity: number;
};

/** What a card is made of, as it is kept in the catalogue. */
export type CardFacts = {
  session: SessionRow;
  topics: TopicCardRow[];
  speakers: SpeakerCardRow[];
  names: NamedRow[];
};

/** What a session's own page is made of. */
export type DetailFacts = {
  session: SessionDetailRow;
  topics: TopicRow[];
  speakers: SpeakerRow[];
  names: NamedRow[];
};

export const detailFactsOf = (
  { session, topics, speakers, names }: SessionFacts,
  locale: Locale
): DetailFacts => ({
  session,
  topics: asServed(topics, locale),
  speakers: asServed(speakers, locale),
  names: asServed(names, locale),
});

export const cardFactsOf = (
  { session, topics, speakers, names }: SessionFacts,
  locale: Locale
): CardFacts => ({
  session: pick(session, SESSION_CARD),
  topics: asServed(
    topics.map((topic) => pick(topic, TOPIC_CARD)),
    locale
  ),
  speakers: asServed(
    speakers.map((speaker) => pick(speaker, SPEAKER_CARD)),
    locale
  ),
  names: asServed(namesOnCards(topics, names), locale),
});

const namesOnCards = (topics: readonly TopicRow[], names: readonly NamedRow[]) => {
  const { category, tag } = namedBy({ topics, speakers: [] });
  const shown = new Set([...category, ...tag]);
  return names.filter(({ documentId }) => shown.has(documentId));
};

/** What a version says that is never shown in this language is left out: the one before it says it already. */
const asServed = <Row extends Version>(rows: readonly Row[], locale: Locale): Row[] =>
  [...groupByDocument(rows).values()].flatMap((versions) => {
    const said = new Set<string>();
    return inOrderOf(versions, locale).flatMap((version, index) => {
      const news = Object.entries(version).filter(
        ([field, value]) => isFilled(value) && !said.has(field)
      );
      for (const [field] of news) said.add(field);
      if (index === 0) return [Object.fromEntries(news) as Row];
      if (news.length === 0) return [];
      const { documentId, locale: language } = version;
      return [{ ...(Object.fromEntries(news) as Row), documentId, locale: language }];
    });
  });

const isFilled = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';

const pick = <Row extends object, Field extends keyof Row>(
  row: Row,
  fields: readonly Field[]
): Pick<Row, Field> =>
  Object.fromEntries(fields.map((field) => [field, row[field]])) as Pick<Row, Field>;

const SESSION_CARD = [
  'id',
  'documentId',
  'slug',
  'state',
  'topicDocumentId',
  'speakerDocumentId',
  'overrides',
  'promotionalImage',
  'panelists',
  'moderator',
  'language',
  'sessionType',
  'series',
  'datetime',
  'duration',
  'timezone',
  'price',
  'currency',
  'earlyBirdPrice',
  'earlyBirdEndDate',
  'capacity',
  'scheduledPublishAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'requiresApproval',
  'allowWaitlist',
] as const satisfies readonly (keyof SessionRow)[];

const TOPIC_CARD = [
  'documentId',
  'locale',
  'slug',
  'title',
  'description',
  'difficultyLevel',
  'category',
  'tags',
  'thumbnail',
  'promotionalImage',
] as const satisfies readonly (keyof TopicCardRow)[];

const SPEAKER_CARD = [
  'documentId',
  'locale',
  'slug',
  'firstName',
  'lastName',
  'title',
  'company',
  'position',
  'expertise',
  'photo',
  'linkedinUrl',
  'consultantType',
  'isInternal',
  'performance',
  'businessSettings',
] as const satisfies readonly (keyof SpeakerCardRow)[];
