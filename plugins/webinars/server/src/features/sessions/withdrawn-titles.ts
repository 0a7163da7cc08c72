import { LOCALES, type Locale } from '../../../../shared/locales';
import type { Tx } from '../../platform/transaction';
import type { Titles } from './session-titles';
import type { TopicText } from './session-texts';

const TABLE = 'webinars_withdrawn_titles';

/** What a topic was called where it is not published at the moment. */
export const withdrawnTitles = async (
  { table }: Pick<Tx, 'table'>,
  topicId: string
): Promise<TopicText[]> => {
  const rows = await table<Row>(TABLE)
    .where({ topic_document_id: topicId })
    .select('locale', 'title');
  return rows.map(({ locale, title }) => ({ locale: locale as Locale, title: String(title) }));
};

/** Remembers what is not published any more, and forgets what is again. */
export const keepWithdrawnTitles = async (
  { table }: Pick<Tx, 'table'>,
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
export const forgetWithdrawnTitles = async (
  { table }: Pick<Tx, 'table'>,
  topicId: string
): Promise<void> => {
  await table(TABLE).where({ topic_document_id: topicId }).delete();
};

type Row = Record<string, unknown>;
