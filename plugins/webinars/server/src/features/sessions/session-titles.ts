import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../../../shared/locales';
import type { Tx } from '../../platform/transaction';
import { knownTitles } from './known-titles';
import { firstText, type OverrideText, type Titles, type TopicText } from './session-texts';

export const loadTitles = (strapi: Core.Strapi, documentId: string): Promise<Titles> =>
  titlesBy(strapi, documentId, (topicId) => publishedTitles(strapi, topicId));

/** The titles that people know a session by: a topic that is not published at the moment counts with its last ones. */
export const loadKnownTitles = (
  strapi: Core.Strapi,
  tx: Pick<Tx, 'table'>,
  documentId: string
): Promise<Titles> =>
  titlesBy(strapi, documentId, async (topicId) => [
    ...(await publishedTitles(strapi, topicId)),
    ...(await knownTitles(tx, topicId)),
  ]);

const titlesBy = async (
  strapi: Core.Strapi,
  documentId: string,
  loadTopics: (topicId: string) => Promise<TopicText[]>
): Promise<Titles> => {
  const session = await strapi.db
    .query('plugin::webinars.session')
    .findOne({ where: { documentId }, populate: { overrides: true } });
  const topics = await loadTopics(session?.topicDocumentId ?? '');
  const overrides: OverrideText[] = session?.overrides ?? [];
  const titleIn = (locale: Locale) => firstText('title', { overrides, topics, locale }).text;
  return { en: titleIn('en'), de: titleIn('de') };
};

export const publishedTitles = (strapi: Core.Strapi, topicId: string): Promise<TopicText[]> =>
  strapi.db.query('plugin::webinars.topic').findMany({
    where: { documentId: topicId, publishedAt: { $notNull: true } },
    select: ['title', 'locale'],
  });

/** A title that is written for the first time is no other one. */
export const renamedIn = (before: Titles, after: Titles): Locale[] =>
  LOCALES.filter(
    (locale) =>
      before[locale] !== null && after[locale] !== null && before[locale] !== after[locale]
  );

export const titlesOf = (topics: readonly TopicText[]): Titles => ({
  en: topics.find(({ locale }) => locale === 'en')?.title ?? null,
  de: topics.find(({ locale }) => locale === 'de')?.title ?? null,
});

/** The languages in which a session is called by a topic's title that is another one now. */
export const languagesTitledBy = (
  changed: readonly Locale[],
  { overrides, topics }: { overrides: readonly OverrideText[]; topics: readonly TopicText[] }
): Locale[] =>
  LOCALES.filter((locale) => {
    for (const wanted of [locale, DEFAULT_LOCALE]) {
      if (overrides.some((each) => each.locale === wanted && each.title)) return false;
      if (topics.some((each) => each.locale === wanted && each.title)) {
        return changed.includes(wanted);
      }
    }
    return false;
  });
