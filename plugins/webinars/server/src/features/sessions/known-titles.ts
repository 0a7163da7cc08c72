import { LOCALES, type Locale } from '../../../../shared/locales';
import type { Tx } from '../../platform/transaction';
import type { Titles, TopicText } from './session-texts';

type Reader = Pick<Tx, 'table'>;

/** What a topic was called last in the languages in which it is not published at the moment. */
export const withdrawnTitles = async ({ table }: Reader, topicId: string): Promise<TopicText[]> => {
  const rows = await table<Row>(TABLE)
    .where({ topic_document_id: topicId })
    .select('locale', 'title');
  return rows.map(({ locale, title }) => ({ locale: locale as Locale, title: String(title) }));
};

/** Remembers what is not published any more, and forgets what is again. */
export const keepWithdrawnTitles = async (
  { table }: Tx,
  topicId: string,
  { before, after }: { before: Titles; after: Titles }
): Promise<void> => {
  const back = LOCALES.filter((locale) => after[locale] !== null);
  if (back.length > 0) {
    await table(TABLE).where({ topic_document_id: topicId }).whereIn('locale', back).delete();
  }
  const withdrawn = LOCALES.filter((locale) => after[locale] === null).flatMap((locale) => {
    const title = before[locale];
    return title === null ? [] : [{ topic_document_id: topicId, locale, title }];
  });
  if (withdrawn.length === 0) return;
  await table(TABLE).insert(withdrawn).onConflict(['topic_document_id', 'locale']).merge();
};

/** Nobody knows a topic that is gone. */
export const forgetWithdrawnTitles = async ({ table }: Tx, topicId: string): Promise<void> => {
  await table(TABLE).where({ topic_document_id: topicId }).delete();
};

type Row = Record<string, unknown>;

const TABLE = 'webinars_withdrawn_titles';
