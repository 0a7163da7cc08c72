import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { requiredInstant } from '../../platform/instant';

/** A session as people read of it, in one language. */
export type SessionText = {
  documentId: string;
  slug: string;
  title: string;
  description: string | null;
  startsAt: Date;
  durationMinutes: number;
  timezone: string;
  locale: Locale;
};

export type OverrideText = { locale: Locale; title?: string | null; description?: string | null };
export type TopicText = { locale: Locale; title: string; description?: string | null };

/** What a session or a topic is called in each language; null where nobody has written a title. */
export type Titles = Record<Locale, string | null>;

/** Reads a session's texts: its own first, then the topic's, each in the wanted language before the default one. */
export const loadSessionText = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: Locale
): Promise<SessionText | null> => {
  const session = await strapi.db
    .query('plugin::webinars.session')
    .findOne({ where: { documentId }, populate: { overrides: true } });
  if (!session) return null;

  const topics: TopicText[] = await strapi.db.query('plugin::webinars.topic').findMany({
    where: {
      documentId: session.topicDocumentId,
      publishedAt: { $notNull: true },
      locale: { $in: [locale, DEFAULT_LOCALE] },
    },
    select: ['title', 'description', 'locale'],
  });
  const overrides: OverrideText[] = session.overrides ?? [];
  const pick = (field: 'title' | 'description') => firstText(field, { overrides, topics, locale });
  const title = pick('title');

  return {
    documentId,
    slug: session.slug,
    title: title.text ?? session.slug,
    description: pick('description').text,
    startsAt: requiredInstant(session.datetime),
    durationMinutes: session.duration,
    timezone: session.timezone,
    locale: title.locale,
  };
};

export const firstText = (
  field: 'title' | 'description',
  { overrides, topics, locale }: { overrides: OverrideText[]; topics: TopicText[]; locale: Locale }
): { text: string | null; locale: Locale } => {
  for (const wanted of [locale, DEFAULT_LOCALE]) {
    // An override that was emptied in the form is blank, not absent: it hides nothing.
    const texts = [overrides, topics].map(
      (sources) => sources.find((source) => source.locale === wanted)?.[field]
    );
    const text = texts.find(Boolean);
    if (text) return { text, locale: wanted };
  }
  return { text: null, locale: DEFAULT_LOCALE };
};
