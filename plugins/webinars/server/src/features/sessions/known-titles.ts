import { LOCALES, type Locale } from '../../../../shared/locales';
import type { Tx } from '../../platform/transaction';
import type { Titles, TopicText } from './session-texts';

const TABLE = 'webinars_known_titles';

/** What people know a topic by, where that is not, or no longer, what it is published with. */
export const knownTitles = async (
  { table }: Pick<Tx, 'table'>,
  topicId: string
): Promise<TopicText[]> => {
  const rows = await table<Row>(TABLE).where({ topic_document_id: topicId });
  return rows.map(toTitle);
};

/** The same, for who changes it: an editor and the job that tells of a title never decide side by side. */
export const lockKnownTitles = async (
  { table }: Pick<Tx, 'table'>,
  topicId: string
): Promise<TopicText[]> => {
  const rows = await table<Row>(TABLE).where({ topic_document_id: topicId }).forUpdate();
  return rows.map(toTitle);
};

/** Remembers what people know once it is published no more, and forgets it when it is what they read again. */
export const keepKnownTitles = async (
  tx: Pick<Tx, 'table'>,
  topicId: string,
  { known, after }: { known: Titles; after: Titles }
): Promise<void> => {
  await forgetKnownTitles(
    tx,
    topicId,
    LOCALES.filter((locale) => after[locale] === known[locale])
  );
  const others = LOCALES.flatMap((locale) => {
    const title = known[locale];
    return title === null || title === after[locale]
      ? []
      : [{ topic_document_id: topicId, locale, title }];
  });
  if (others.length === 0) return;
  await tx.table(TABLE).insert(others).onConflict(['topic_document_id', 'locale']).ignore();
};

/** Everybody has heard of the present title, or there is no topic any more. */
export const forgetKnownTitles = async (
  { table }: Pick<Tx, 'table'>,
  topicId: string,
  languages: readonly Locale[] = LOCALES
): Promise<void> => {
  if (languages.length === 0) return;
  await table(TABLE)
    .where({ topic_document_id: topicId })
    .whereIn('locale', [...languages])
    .delete();
};

type Row = Record<string, unknown>;

const toTitle = ({ locale, title }: Row): TopicText => ({
  locale: locale as Locale,
  title: String(title),
});
