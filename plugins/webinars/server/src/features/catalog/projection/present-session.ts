import type { Availability, SessionCard, UpcomingSession } from '../../../../../shared/catalog';
import { DEFAULT_LOCALE, inOrderOf, type Locale } from '../../../../../shared/locales';
import { registrationAvailability } from '../../../domain/placement';
import { currentPrice } from '../../../domain/pricing';
import {
  endsAt,
  registrationWindow,
  seatsLeft,
  sessionPhase,
  type SeatCounts,
  type SessionLife,
} from '../../../domain/session';
import { readInstant } from '../../../platform/instant';
import type {
  CatalogSettings,
  OverrideRow,
  SessionDetailRow,
  SessionRow,
  SpeakerCardRow,
  SpeakerRow,
  TopicCardRow,
  TopicRow,
} from '../catalog-rows';
import { localTime } from '../text/local-time';
import {
  imageUrl,
  money,
  presentAgenda,
  presentMaterials,
  texts,
  type Presentation,
} from './present-parts';
import type { PlainSession } from '../promotion/promote-session';
import { presentSpeaker, presentSpeakerOnCard } from './present-speaker';
import { presentTopic, presentTopicCard } from './present-topic';

/** What sessions are shown with. `Topic` and `Speaker` rows are grouped by documentId, a row per language. */
export type SessionPresentation<Topic, Speaker> = Presentation & {
  now: Date;
  /** The caller's zone; null: each session in its own. */
  timezone: string | null;
  settings: CatalogSettings;
  seats: ReadonlyMap<string, SeatCounts>;
  topics: ReadonlyMap<string, readonly Topic[]>;
  speakers: ReadonlyMap<string, readonly Speaker[]>;
};

export type CardPresentation = SessionPresentation<TopicCardRow, SpeakerCardRow>;
export type DetailPresentation = SessionPresentation<TopicRow, SpeakerRow>;

export const presentSessionCard = (
  row: SessionRow,
  presentation: CardPresentation
): SessionCard => {
  const { topics, speakers } = presentation;
  const { capacity, seatsLeft, registrationState } = presentAvailability(row, presentation);
  const person = (documentId: string | null | undefined) =>
    presentSpeakerOnCard(speakers.get(documentId ?? '') ?? [], presentation);
  return {
    ...presentCommon(row, presentation),
    capacity,
    seatsLeft,
    registrationState,
    topic: presentTopicCard(topics.get(row.topicDocumentId ?? '') ?? [], presentation),
    speaker: person(row.speakerDocumentId),
    panelists: (row.panelists ?? []).flatMap(({ documentId }) => person(documentId) ?? []),
    moderator: person(row.moderator?.documentId),
  };
};

export const presentSession = (
  row: SessionDetailRow,
  presentation: DetailPresentation
): PlainSession => {
  const { topics, speakers, settings } = presentation;
  const topic = presentTopic(topics.get(row.topicDocumentId ?? '') ?? [], presentation, settings);
  const person = (documentId: string | null | undefined) =>
    presentSpeaker(speakers.get(documentId ?? '') ?? [], presentation);
  const ownAgenda = presentAgenda(row.agenda);
  const { opensAt, closesAt } = registrationWindow(windowOf(row, settings));
  return {
    ...presentCommon(row, presentation),
    availability: presentAvailability(row, presentation),
    registrationOpensAt: opensAt?.toISOString() ?? null,
    registrationClosesAt: closesAt.toISOString(),
    requiresApproval: Boolean(row.requiresApproval),
    allowWaitlist: Boolean(row.allowWaitlist),
    socialMediaCopy: textOf(row, presentation, 'socialMediaCopy').text,
    consultantFocus: {
      primaryExpertise: row.consultantFocus?.primaryExpertise || null,
      secondaryTopics: texts(row.consultantFocus?.secondaryTopics),
      targetAudience: texts(row.consultantFocus?.targetAudience),
    },
    consultantConfiguration: {
      consultantRole: row.consultantConfiguration?.consultantRole ?? null,
      interactionLevel: row.consultantConfiguration?.interactionLevel ?? null,
    },
    averageRating: row.averageRating ?? null,
    agenda: ownAgenda.length > 0 ? ownAgenda : (topic?.agenda ?? []),
    materials: [...presentMaterials(row.materials, presentation), ...(topic?.materials ?? [])],
    topic,
    speaker: person(row.speakerDocumentId),
    panelists: (row.panelists ?? []).flatMap(({ documentId }) => person(documentId) ?? []),
    moderator: person(row.moderator?.documentId),
  };
};

export const presentUpcoming = (
  row: SessionRow,
  presentation: CardPresentation & {
    linkTo(session: { slug: string; locale: Locale }): string | null;
  }
): UpcomingSession => {
  const { locale, text } = textOf(row, presentation, 'title');
  const local = presentLocal(row, presentation);
  return {
    documentId: row.documentId,
    slug: row.slug,
    locale,
    title: text ?? row.slug,
    datetime: lifeOf(row).startsAt.toISOString(),
    date: local.date,
    time: `${local.time} ${local.zone}`,
    dateText: local.dateText,
    registrationLink: presentation.linkTo({ slug: row.slug, locale: presentation.locale }),
  };
};

export const presentAvailability = (
  row: SessionRow,
  { seats, settings, now }: Pick<CardPresentation, 'seats' | 'settings' | 'now'>
): Availability => {
  const counts = seatsOf(row, seats);
  return {
    capacity: counts.capacity,
    seatsLeft: seatsLeft(counts),
    waitlistCount: counts.waitlisted,
    registrationState: registrationAvailability({
      session: {
        ...lifeOf(row),
        timezone: row.timezone,
        opensAt: readInstant(row.registrationOpensAt),
        closesAt: readInstant(row.registrationClosesAt),
        requiresApproval: Boolean(row.requiresApproval),
        allowWaitlist: Boolean(row.allowWaitlist),
      },
      seats: counts,
      defaultWindowDays: settings.registrationWindowDays,
      now,
    }),
  };
};

/** Drafts are nobody's business: they are not shown, not even by their address. */
export const isPublic = (row: SessionRow, now: Date) => sessionPhase(lifeOf(row), now) !== 'draft';

const presentCommon = (row: SessionRow, presentation: CardPresentation) => {
  const { topics, seats, now } = presentation;
  const life = lifeOf(row);
  const title = textOf(row, presentation, 'title');
  const currency = row.currency ?? presentation.settings.currency;
  const earlyBirdEndsAt = readInstant(row.earlyBirdEndDate);
  const price = {
    price: row.price ?? 0,
    earlyBirdPrice: row.earlyBirdPrice ?? null,
    earlyBirdEndsAt,
  };
  const topic = presentTopicCard(topics.get(row.topicDocumentId ?? '') ?? [], presentation);
  return {
    documentId: row.documentId,
    slug: row.slug,
    locale: title.locale,
    title: title.text ?? row.slug,
    description: textOf(row, presentation, 'description').text,
    status: publicPhase(life, now),
    datetime: life.startsAt.toISOString(),
    endsAt: endsAt(life).toISOString(),
    duration: life.durationMinutes,
    timezone: row.timezone,
    local: presentLocal(row, presentation),
    language: row.language ?? null,
    sessionType: row.sessionType ?? null,
    series: row.series || null,
    price: money(row.price, currency),
    earlyBirdPrice: price.earlyBirdPrice === null ? null : money(price.earlyBirdPrice, currency),
    earlyBirdEndDate: earlyBirdEndsAt?.toISOString() ?? null,
    currentPrice: money(currentPrice(price, now), currency),
    registrationCount: seatsOf(row, seats).held,
    promotionalImageUrl:
      imageUrl(row.promotionalImage, presentation) ?? topic?.promotionalImageUrl ?? null,
  };
};

const publicPhase = (life: SessionLife, now: Date) => {
  const phase = sessionPhase(life, now);
  if (phase === 'draft') throw new Error('a draft is not shown');
  return phase;
};

const presentLocal = (row: SessionRow, { timezone, locale }: CardPresentation) => {
  const life = lifeOf(row);
  return localTime(
    { startsAt: life.startsAt, endsAt: endsAt(life) },
    { timezone: timezone ?? row.timezone, locale }
  );
};

/** The session's own text before the topic's, and both in the wanted language before any in the default one. */
export const textOf = (
  row: SessionRow,
  { topics, locale }: Pick<CardPresentation, 'topics' | 'locale'>,
  field: 'title' | 'description' | 'socialMediaCopy' | 'seoTitle' | 'seoDescription'
): { text: string | null; locale: Locale } => {
  const own: readonly OverrideRow[] = row.overrides ?? [];
  const shared: readonly Partial<OverrideRow>[] = topics.get(row.topicDocumentId ?? '') ?? [];
  const sources = [...own, ...shared].flatMap(({ locale, [field]: text }) =>
    locale && text ? [{ locale, text }] : []
  );
  return inOrderOf(sources, locale)[0] ?? { text: null, locale: DEFAULT_LOCALE };
};

export const lifeOf = (row: SessionRow): SessionLife => ({
  state: row.state,
  startsAt: new Date(row.datetime),
  durationMinutes: row.duration,
  publishAt: readInstant(row.scheduledPublishAt),
});

const windowOf = (row: SessionRow, { registrationWindowDays }: CatalogSettings) => ({
  startsAt: new Date(row.datetime),
  timezone: row.timezone,
  opensAt: readInstant(row.registrationOpensAt),
  closesAt: readInstant(row.registrationClosesAt),
  defaultWindowDays: registrationWindowDays,
});

const seatsOf = (row: SessionRow, seats: ReadonlyMap<string, SeatCounts>): SeatCounts =>
  seats.get(row.documentId) ?? { capacity: row.capacity ?? null, held: 0, waitlisted: 0 };
