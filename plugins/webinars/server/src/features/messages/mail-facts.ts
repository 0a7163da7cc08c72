import type { Core } from '@strapi/strapi';
import { shortMemory } from '../../platform/short-memory';
import { DEFAULT_LOCALE, inOrderOf, type Locale } from '../../../../shared/locales';
import { loadSessionText } from '../sessions';
import { wholeAddress } from '../../domain/web-address';
import type { SiteLinks } from './links';
import type { MailProgram, MailSession } from './mail-context';

/** What mails are about, read for a crowd at once. */
export type MailFacts = {
  /** `version` changes whenever somebody saves the session: what was read before that is not used again. */
  session(id: string, options: { locale: Locale; version: string }): Promise<MailSession | null>;
  program(locale: Locale): Promise<MailProgram & { patterns: SiteLinks['patterns'] }>;
};

/** Names and texts around a session may be so old. */
const SECONDS = 5;

export const mailFacts = (strapi: Core.Strapi, { publicUrl }: { publicUrl: string }): MailFacts => {
  const sessions = shortMemory<MailSession | null>({ seconds: SECONDS, most: 200 });
  const programs = shortMemory<Awaited<ReturnType<typeof loadProgram>>>({
    seconds: SECONDS,
    most: 10,
  });
  return {
    session: (id, { locale, version }) =>
      sessions(`${id} ${locale} ${version}`, () => loadSession(strapi, id, locale, publicUrl)),
    program: (locale) => programs(locale, () => loadProgram(strapi, locale, publicUrl)),
  };
};

type Speaker = { documentId: string; title: string | null; firstName: string; lastName: string };
type Material = { title: string; url: string | null; file: { url: string } | null };
type TopicText = { locale: Locale; prerequisites: string | null; materials: Material[] };

const loadSession = async (
  strapi: Core.Strapi,
  id: string,
  locale: Locale,
  publicUrl: string
): Promise<MailSession | null> => {
  const person = { select: ['documentId', 'title', 'firstName', 'lastName'] };
  const materials = { populate: { file: true } };
  const [text, session] = await Promise.all([
    loadSessionText(strapi, id, locale),
    strapi.db.query('plugin::webinars.session').findOne({
      where: { documentId: id },
      populate: {
        overrides: true,
        materials,
        speaker: person,
        panelists: person,
        moderator: person,
      },
    }),
  ]);
  if (text === null || session === null) return null;
  const topics: TopicText[] = await strapi.db.query('plugin::webinars.topic').findMany({
    where: {
      documentId: session.topicDocumentId,
      publishedAt: { $notNull: true },
      locale: { $in: [locale, DEFAULT_LOCALE] },
    },
    populate: { materials },
  });
  const localized = inOrderOf(topics, locale);
  const ownMaterials: Material[] = session.materials ?? [];
  const topicMaterials = localized.find((topic) => topic.materials.length > 0)?.materials ?? [];
  return {
    documentId: id,
    slug: text.slug,
    title: text.title,
    startsAt: text.startsAt,
    durationMinutes: text.durationMinutes,
    timezone: text.timezone,
    language: session.language,
    revision: Number(session.revision ?? 0),
    speakers: namesOf([session.speaker, ...(session.panelists ?? []), session.moderator]),
    meetingUrl: session.meetingUrl || null,
    meetingPassword: session.meetingPassword || null,
    prerequisites: localized.find((topic) => topic.prerequisites)?.prerequisites ?? null,
    materials: (ownMaterials.length > 0 ? ownMaterials : topicMaterials).map(
      ({ title, url, file }) => ({ title, url: wholeAddress(url || file?.url, publicUrl) })
    ),
    materialsUrl: session.materialsUrl || null,
    sharePost: inLocale(session.overrides ?? [], locale)?.socialMediaCopy || null,
  };
};

const namesOf = (people: readonly (Speaker | null | undefined)[]): string[] => {
  const known = new Map<string, string>();
  for (const person of people) {
    if (!person) continue;
    const { documentId, title, firstName, lastName } = person;
    known.set(documentId, [title, firstName, lastName].filter(Boolean).join(' '));
  }
  return [...known.values()];
};

const loadProgram = async (strapi: Core.Strapi, locale: Locale, publicUrl: string) => {
  const rows: Row[] = await strapi.db.query('plugin::webinars.program-settings').findMany({
    where: { locale: { $in: [locale, DEFAULT_LOCALE] } },
    populate: { logo: true, emailTemplates: true },
  });
  const localized = inOrderOf(rows, locale);
  const text = (name: string): string | null =>
    localized.map((row) => row[name]).find(isFilled) ?? null;
  const shared = inOrderOf(rows, DEFAULT_LOCALE)[0];
  return {
    name: text('programName') ?? text('companyName') ?? 'Webinars',
    senderName: text('senderName'),
    replyTo: text('replyTo'),
    organizerName: text('organizerName'),
    supportEmail: text('supportEmail'),
    supportPhone: text('supportPhone'),
    companyName: text('companyName'),
    companyAddress: text('companyAddress'),
    companyUrl: text('companyUrl'),
    brandColor: text('brandColor'),
    logoUrl: wholeAddress(shared?.logo?.url, publicUrl),
    footerText: text('footerText'),
    technicalRequirements: text('technicalRequirements'),
    confirmationNote: shared?.emailTemplates?.confirmationTemplate || null,
    cancellationNote: shared?.emailTemplates?.cancellationTemplate || null,
    patterns: {
      session: { en: text('sessionUrlPatternEn'), de: text('sessionUrlPatternDe') },
      registration: { en: text('registrationUrlPatternEn'), de: text('registrationUrlPatternDe') },
    },
  };
};

type Row = Record<string, unknown> & {
  locale: Locale;
  logo?: { url: string } | null;
  emailTemplates?: {
    confirmationTemplate: string | null;
    cancellationTemplate: string | null;
  } | null;
};

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Only in that very language: words that people send on under their own name are not mixed. */
const inLocale = <Item extends { locale: Locale; socialMediaCopy?: string | null }>(
  items: readonly Item[],
  locale: Locale
) => items.find((item) => item.locale === locale);
