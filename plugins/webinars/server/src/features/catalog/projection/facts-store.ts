import type { Core } from '@strapi/strapi';
import type { Statements } from '../../../platform/transaction';
import type { SessionFacts } from './catalog-facts';
import type { ImageRow, SessionDetailRow, SpeakerRow, TopicRow } from '../catalog-rows';
import { namedBy } from '../load-names';
import { groupByDocument } from '../text/localized';
import { createNameStore } from '../name-store';
import { SESSION_FIELDS, SESSION_PARTS, SPEAKER_QUERY, TOPIC_QUERY } from './shown-fields';

/** Reads what sessions are shown with from the content types: for building the catalogue, never for an answer. */
export const loadSessionFacts = async (
  strapi: Core.Strapi,
  statements: Statements,
  documentIds: readonly string[]
): Promise<SessionFacts[]> => {
  if (documentIds.length === 0) return [];
  const sessions: CountedSession[] = await strapi.db.query('plugin::webinars.session').findMany({
    where: { documentId: { $in: [...documentIds] } },
    select: [...SESSION_FIELDS, 'registrationCount'],
    populate: SESSION_PARTS,
  });
  const topics = await loadTopics(strapi, idsIn(sessions, topicOf));
  const speakers = await loadSpeakers(strapi, idsIn(sessions, peopleOf));
  const names = groupByDocument(
    await createNameStore(statements).loadNames(namedBy({ topics, speakers }))
  );
  const topicsOf = groupByDocument(topics);
  const speakersOf = groupByDocument(speakers);

  return sessions.map(({ registrationCount, ...session }) => {
    const shown = {
      topics: topicOf(session).flatMap((id) => topicsOf.get(id) ?? []),
      speakers: peopleOf(session).flatMap((id) => speakersOf.get(id) ?? []),
    };
    const { category, tag, industry } = namedBy(shown);
    return {
      session,
      ...shown,
      names: [...category, ...tag, ...industry].flatMap((id) => names.get(id) ?? []),
      files: filesOf(session, shown),
      popularity: registrationCount ?? 0,
    };
  });
};

type CountedSession = SessionDetailRow & { registrationCount: number | null };

/** The published versions of topics, in every language that there is. */
export const loadTopics = async (
  strapi: Core.Strapi,
  ids: readonly string[]
): Promise<TopicRow[]> =>
  ids.length === 0
    ? []
    : strapi.db.query('plugin::webinars.topic').findMany({
        where: { documentId: { $in: [...ids] }, publishedAt: { $notNull: true } },
        ...TOPIC_QUERY,
      });

/** Speakers in every language that there is, without what nobody may see. */
export const loadSpeakers = async (
  strapi: Core.Strapi,
  ids: readonly string[]
): Promise<SpeakerRow[]> => {
  if (ids.length === 0) return [];
  const rows: SpeakerRow[] = await strapi.db.query('plugin::webinars.speaker').findMany({
    where: { documentId: { $in: [...ids] } },
    ...SPEAKER_QUERY,
  });
  return rows.map((row) => ({ ...row, email: row.showEmail ? row.email : '' }));
};

const topicOf = ({ topicDocumentId }: SessionDetailRow) => [topicDocumentId ?? []].flat();

/** Each once: somebody may speak and moderate. */
const peopleOf = ({ speakerDocumentId, panelists, moderator }: SessionDetailRow) => [
  ...new Set([
    ...[speakerDocumentId ?? []].flat(),
    ...(panelists ?? []).map(({ documentId }) => documentId),
    ...(moderator ? [moderator.documentId] : []),
  ]),
];

const idsIn = <Row>(rows: readonly Row[], idsOf: (row: Row) => string[]) => [
  ...new Set(rows.flatMap(idsOf)),
];

const filesOf = (
  session: SessionDetailRow,
  { topics, speakers }: { topics: readonly TopicRow[]; speakers: readonly SpeakerRow[] }
): number[] => {
  const images: ImageRow[] = [
    session.promotionalImage,
    ...(session.materials ?? []).map(({ file }) => file),
    ...topics.flatMap(({ thumbnail, promotionalImage, materials }) => [
      thumbnail,
      promotionalImage,
      ...(materials ?? []).map(({ file }) => file),
    ]),
    ...speakers.flatMap(({ photo, branding }) => [photo, branding?.logo]),
  ];
  return [...new Set(images.flatMap((image) => image?.id ?? []))];
};
