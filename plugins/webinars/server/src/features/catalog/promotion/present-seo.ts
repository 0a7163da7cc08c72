import type { Speaker } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import type { Seo } from '../../../../../shared/promotion';
import {
  seoDescription,
  seoTitle,
  socialDescription,
  socialTitle,
} from '../../../domain/seo-texts';
import { personName } from '../../../domain/person-name';
import { plainText } from '../text/plain-text';
import { xHandle } from './social-handle';
import { structuredData, type StructuredFacts } from './structured-data';

const OPEN_GRAPH_LOCALES: Record<Locale, string> = { en: 'en_US', de: 'de_DE' };

/** What an editor has written for search engines; null: it follows from the session. */
export type WrittenSeo = { title: string | null; description: string | null };

/** What search engines and networks read of a session's page. */
export const presentSeo = (facts: StructuredFacts, written: WrittenSeo): Seo => {
  const { session, brand, locale, url } = facts;
  const { speaker } = session;
  const name = speaker === null ? null : personName(speaker);
  const isFree = session.currentPrice.amount === 0;
  const { registrationState } = session.availability;
  const description =
    inOneLine(written.description) ??
    seoDescription({
      language: locale,
      when: `${session.local.dateText}, ${session.local.time} ${session.local.zone}`,
      speaker: name,
      summary: plainText(session.description),
      isFree,
      registrationState,
    });
  const image = session.promotionalImageUrl ?? session.topic?.thumbnailUrl ?? null;
  return {
    title:
      inOneLine(written.title) ??
      seoTitle({ title: session.title, brand: brand.name, isFree, language: locale }),
    description,
    keywords: keywordsOf(facts),
    ogType: 'website',
    ogTitle: socialTitle({
      title: session.title,
      speaker: speaker === null ? null : credential(speaker),
      language: locale,
    }),
    ogDescription: socialDescription({
      copy: plainText(session.socialMediaCopy),
      description,
      registrationCount: session.registrationCount,
      isOver: registrationState === 'ended' || registrationState === 'cancelled',
      language: locale,
    }),
    ogImage: image ?? speaker?.photoUrl ?? brand.logoUrl,
    ogUrl: url,
    ogSiteName: brand.name,
    ogLocale: OPEN_GRAPH_LOCALES[locale],
    ogLocaleAlternate: Object.values(OPEN_GRAPH_LOCALES).filter(
      (other) => other !== OPEN_GRAPH_LOCALES[locale]
    ),
    twitterCard: image === null ? 'summary' : 'summary_large_image',
    twitterCreator: speaker === null ? null : xHandle(speaker.socialHandles.x),
    structuredData: structuredData(facts),
  };
};

const credential = (speaker: Speaker) => {
  const place = [speaker.position, speaker.company].filter(Boolean).join(', ');
  return place === '' ? personName(speaker) : `${personName(speaker)} (${place})`;
};

const inOneLine = (text: string | null) => text?.replace(/\s+/g, ' ').trim() || null;

const keywordsOf = ({ session }: StructuredFacts): string[] => {
  const { topic, consultantFocus } = session;
  const words = [
    ...(topic?.tags.map(({ name }) => name) ?? []),
    topic?.category?.name,
    consultantFocus.primaryExpertise,
    ...consultantFocus.secondaryTopics,
  ];
  return [...new Set(words.flatMap((word) => word || []))];
};
