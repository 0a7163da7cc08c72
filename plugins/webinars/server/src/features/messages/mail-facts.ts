import type { Core } from '@strapi/strapi';
import { shortMemory } from '../../platform/short-memory';
import { DEFAULT_LOCALE, inOrderOf, type Locale } from '../../../../shared/locales';
import { personName } from '../../domain/person-name';
import { wholeAddress } from '../../domain/web-address';
import { loadSessionText, type SessionText } from '../sessions';
import type { SiteLinks } from './letter/links';
import type { AgendaItem, Expert, MailProgram, MailSession } from './letter/mail-subject';

/** What mails are about, read for a crowd at once. */
export type MailFacts = {
  /** `version` changes whenever somebody saves the session: what was read before that is not used again. */
  session(id: string, options: { locale: Locale; version: string }): Promise<MailSession | null>;
  /** The next dates of a topic that people may register for. */
  next(topicId: string, options: { locale: Locale; now: Date }): Promise<SessionText[]>;
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
  const upcoming = shortMemory<SessionText[]>({ seconds: SECONDS, most: 50 });
  return {
    next: (topicId, { locale, now }) =>
      upcoming(`${topicId} ${locale}`, () => loadNext(strapi, topicId, { locale, now })),
    session: (id, { locale, version }) =>
      sessions(`${id} ${locale} ${version}`, () => loadSession(strapi, id, locale, publicUrl)),
    program: (locale) => programs(locale, () => loadProgram(strapi, locale, publicUrl)),
  };
};

type Speaker = { documentId: string; title: string | null; firstName: string; lastName: string };
type SpeakerDetails = Speaker & {
  linkedinUrl: string | null;
  websiteUrl: string | null;
  businessSettings: { availableForConsultations: boolean | null } | null;
};
type SpeakerText = { locale: Locale; position: string | null; expertise: { text: string }[] };
type Material = { title: string; url: string | null; file: { url: string } | null };
type TopicText = {
  locale: Locale;
  prerequisites: string | null;
  materials: Material[];
  agenda: AgendaItem[];
};

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
        agenda: true,
        materials,
        consultantFocus: true,
        speaker: { populate: { businessSettings: true } },
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
    populate: { materials, agenda: true },
  });
  const localized = inOrderOf(topics, locale);
  const ownAgenda: AgendaItem[] = session.agenda ?? [];
  const topicAgenda = localized.find((topic) => topic.agenda.length > 0)?.agenda ?? [];
  const ownMaterials: Material[] = session.materials ?? [];
  const topicMaterials = localized.find((topic) => topic.materials.length > 0)?.materials ?? [];
  return {
    documentId: id,
    topicId: session.topicDocumentId || null,
    slug: text.slug,
    title: text.title,
    startsAt: text.startsAt,
    durationMinutes: text.durationMinutes,
    timezone: text.timezone,
    series: session.series || null,
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
    slidesUrl: session.slidesUrl || null,
    recordingUrl: session.recordingUrl || null,
    agenda: (ownAgenda.length > 0 ? ownAgenda : topicAgenda).map(
      ({ title, minutes, description }) => ({ title, minutes, description })
    ),
    expert: await loadExpert(strapi, session.speaker, {
      locale,
      focus: session.consultantFocus?.primaryExpertise || null,
    }),
    sharePost: inLocale(session.overrides ?? [], locale)?.socialMediaCopy || null,
  };
};

/** The main speaker. What the session says of their field comes before what their profile does. */
const loadExpert = async (
  strapi: Core.Strapi,
  speaker: SpeakerDetails | null,
  { locale, focus }: { locale: Locale; focus: string | null }
): Promise<Expert | null> => {
  if (!speaker) return null;
  const { documentId, linkedinUrl, websiteUrl, businessSettings } = speaker;
  const texts: SpeakerText[] = await strapi.db.query('plugin::webinars.speaker').findMany({
    where: { documentId, locale: { $in: [locale, DEFAULT_LOCALE] } },
    populate: { expertise: true },
  });
  const own = texts.find((text) => text.locale === locale);
  const isConsultant = businessSettings?.availableForConsultations === true;
  return {
    name: personName(speaker),
    expertise: focus ?? own?.expertise[0]?.text ?? null,
    linkedinUrl: linkedinUrl || null,
    consultationUrl: (isConsultant && websiteUrl) || null,
  };
};

const MOST_DATES = 4;

const loadNext = async (
  strapi: Core.Strapi,
  topicId: string,
  { locale, now }: { locale: Locale; now: Date }
): Promise<SessionText[]> => {
  const sessions: { documentId: string }[] = await strapi.db
    .query('plugin::webinars.session')
    .findMany({
      where: { topicDocumentId: topicId, state: 'published', datetime: { $gt: now } },
      orderBy: { datetime: 'asc' },
      limit: MOST_DATES,
      select: ['documentId'],
    });
  const texts = await Promise.all(
    sessions.map(({ documentId }) => loadSessionText(strapi, documentId, locale))
  );
  return texts.filter((text) => text !== null);
};

const namesOf = (people: readonly (Speaker | null | undefined)[]): string[] => {
  const known = new Map<string, string>();
  for (const person of people) {
    if (!person) continue;
    known.set(person.documentId, personName(person));
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
    speakerReplyTo: text('speakerReplyTo') ?? text('replyTo'),
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
    reminderNote: shared?.emailTemplates?.reminderTemplate || null,
    followUpNote: shared?.emailTemplates?.followUpTemplate || null,
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
    reminderTemplate: string | null;
    followUpTemplate: string | null;
  } | null;
};

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Only in that very language: words that people send on under their own name are not mixed. */
const inLocale = <Item extends { locale: Locale; socialMediaCopy?: string | null }>(
  items: readonly Item[],
  locale: Locale
) => items.find((item) => item.locale === locale);
