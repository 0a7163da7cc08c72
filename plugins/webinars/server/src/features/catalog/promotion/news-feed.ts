import type { SessionCard } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import { writeXml } from '../../../platform/xml';
import { personName } from '../../../domain/person-name';
import { plainText } from '../text/plain-text';

export type NewsItem = {
  session: SessionCard;
  /** Stays the same whatever becomes of the session. */
  id: string;
  url: string;
  changedAt: Date;
};

export type NewsFeed = {
  title: string;
  locale: Locale;
  /** Where people read the same. */
  homeUrl: string;
  feedUrl: string;
  items: readonly NewsItem[];
};

/** RSS 2.0. Nothing in it says when it was asked for: as long as nothing changes, it stays the same. */
export const rssFeed = ({ title, locale, homeUrl, feedUrl, items }: NewsFeed): string =>
  writeXml({
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      channel: {
        title,
        link: homeUrl,
        description: title,
        language: locale,
        'atom:link': {
          '@_href': feedUrl,
          '@_rel': 'self',
          '@_type': 'application/rss+xml',
        },
        item: items.map((item) => ({
          title: item.session.title,
          link: item.url,
          guid: { '@_isPermaLink': 'false', '#text': item.id },
          pubDate: item.changedAt.toUTCString(),
          category: tagsOf(item.session),
          description: summaryOf(item.session),
        })),
      },
    },
  });

/** JSON Feed 1.1. */
export const jsonFeed = ({ title, locale, homeUrl, feedUrl, items }: NewsFeed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: homeUrl,
  feed_url: feedUrl,
  language: locale,
  items: items.map((item) => {
    const { session } = item;
    return {
      id: item.id,
      url: item.url,
      title: session.title,
      content_text: summaryOf(session),
      ...(session.promotionalImageUrl !== null && { image: session.promotionalImageUrl }),
      date_modified: item.changedAt.toISOString(),
      ...(session.speaker !== null && { authors: [{ name: personName(session.speaker) }] }),
      tags: tagsOf(session),
      language: session.locale,
      _webinar: { starts_at: session.datetime, ends_at: session.endsAt },
    };
  }),
});

const summaryOf = ({ local, description, speaker }: SessionCard): string =>
  [
    `${local.dateText}, ${local.time} ${local.zone}`,
    speaker === null ? null : personName(speaker),
    plainText(description),
  ]
    .filter(Boolean)
    .join(' – ');

const tagsOf = ({ topic }: SessionCard): string[] => [
  ...new Set([
    ...(topic?.category ? [topic.category.name] : []),
    ...(topic?.tags.map(({ name }) => name) ?? []),
  ]),
];
