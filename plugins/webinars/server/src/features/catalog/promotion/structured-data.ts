import type {
  EducationEvent,
  ItemAvailability,
  Offer,
  Organization,
  Person,
  WithContext,
} from 'schema-dts';
import type { Money, Speaker } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import type { RegistrationAvailability } from '../../../domain/placement';
import { personName } from '../../../domain/person-name';
import { plainText } from '../text/plain-text';
import type { PlainSession } from './promote-session';
import type { Brand } from './promotion-store';

export type StructuredFacts = {
  session: PlainSession;
  brand: Brand;
  locale: Locale;
  /** The session's page; null: there is none. */
  url: string | null;
  /** When it was to begin before it was moved. */
  previousStart: Date | null;
};

/** The session in the words of schema.org, ready to be written into a page as JSON-LD. */
export const structuredData = (facts: StructuredFacts): Record<string, unknown> =>
  harmlessNode(eventOf(facts));

const eventOf = ({
  session,
  brand,
  locale,
  url,
  previousStart,
}: StructuredFacts): WithContext<EducationEvent> => {
  const { topic, availability } = session;
  const people = [session.speaker, ...session.panelists, session.moderator];
  const performers = [
    ...new Map(people.flatMap((each) => (each ? [[each.documentId, each]] : []))),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    '@id': url === null ? undefined : `${url}#event`,
    name: session.title,
    description: plainText(session.description) ?? undefined,
    url: url ?? undefined,
    image: session.promotionalImageUrl ?? topic?.thumbnailUrl ?? undefined,
    startDate: session.datetime,
    endDate: session.endsAt,
    duration: `PT${session.duration}M`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    ...statusOf(session, previousStart),
    location: { '@type': 'VirtualLocation', url: url ?? undefined },
    inLanguage: session.language ?? locale,
    isAccessibleForFree: session.currentPrice.amount === 0,
    maximumVirtualAttendeeCapacity: availability.capacity ?? undefined,
    remainingAttendeeCapacity: availability.seatsLeft ?? undefined,
    offers: offersOf(session, url),
    performer: performers.map(([, speaker]) => performerOf(speaker)),
    organizer: organizerOf(brand),
    educationalLevel: topic?.difficultyLevel ?? undefined,
    teaches:
      topic === null || topic.learningObjectives.length === 0
        ? undefined
        : topic.learningObjectives,
    keywords: topic?.tags.map(({ name }) => name).join(', ') || undefined,
  };
};

const statusOf = ({ status }: PlainSession, previousStart: Date | null) => {
  if (status === 'cancelled') {
    return { eventStatus: 'https://schema.org/EventCancelled' } as const;
  }
  if (previousStart === null) {
    return { eventStatus: 'https://schema.org/EventScheduled' } as const;
  }
  return {
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: previousStart.toISOString(),
  } as const;
};

type Available = Extract<ItemAvailability, string>;

/** A waitlist sells nothing for certain; what is over or called off is offered no more. */
const AVAILABILITY: Record<RegistrationAvailability, Available> = {
  open: 'https://schema.org/InStock',
  approval: 'https://schema.org/InStock',
  waitlist: 'https://schema.org/LimitedAvailability',
  not_open: 'https://schema.org/PreOrder',
  full: 'https://schema.org/SoldOut',
  closed: 'https://schema.org/OutOfStock',
  cancelled: 'https://schema.org/Discontinued',
  ended: 'https://schema.org/Discontinued',
};

/** What it costs now comes first. */
const offersOf = (session: PlainSession, url: string | null): Offer[] => {
  const isEarlyBird = session.currentPrice.amount < session.price.amount;
  const { earlyBirdEndDate, registrationOpensAt, registrationClosesAt } = session;
  const offer = ({ amount, currency }: Money, dates: Partial<Offer & object>): Offer => ({
    '@type': 'Offer',
    url: url ?? undefined,
    price: (amount / 100).toFixed(2),
    priceCurrency: currency,
    availability: AVAILABILITY[session.availability.registrationState],
    ...dates,
  });
  const opens = registrationOpensAt ?? undefined;
  if (!isEarlyBird) {
    return [offer(session.currentPrice, { validFrom: opens, validThrough: registrationClosesAt })];
  }
  const until = earlyBirdEndDate ?? registrationClosesAt;
  return [
    offer(session.currentPrice, { validFrom: opens, priceValidUntil: until, validThrough: until }),
    ...(earlyBirdEndDate === null || earlyBirdEndDate >= registrationClosesAt
      ? []
      : [offer(session.price, { validFrom: until, validThrough: registrationClosesAt })]),
  ];
};

const performerOf = (speaker: Speaker): Person => {
  const sameAs = [speaker.linkedinUrl, speaker.websiteUrl].flatMap((address) => address ?? []);
  return {
    '@type': 'Person',
    name: personName(speaker),
    givenName: speaker.firstName,
    familyName: speaker.lastName,
    honorificPrefix: speaker.title ?? undefined,
    jobTitle: speaker.position ?? undefined,
    worksFor:
      speaker.company === null ? undefined : { '@type': 'Organization', name: speaker.company },
    image: speaker.photoUrl ?? undefined,
    knowsAbout: speaker.expertise.length > 0 ? speaker.expertise : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
};

const organizerOf = ({
  organizerName,
  companyName,
  companyUrl,
  logoUrl,
}: Brand): Organization | undefined => {
  const name = organizerName ?? companyName;
  if (name === null) return undefined;
  return {
    '@type': 'Organization',
    name,
    url: companyUrl ?? undefined,
    logo: logoUrl ?? undefined,
  };
};

/**
 * A front end writes this into a `<script>`, and JSON knows no escape for `</script>` that every library uses: so no
 * text holds what could end the element, or begin a comment or another one in it. What is not known is left out.
 */
const harmlessNode = (node: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, harmless(value)]]
    )
  );

const harmless = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/<(?=[!/?]|script)/gi, '‹');
  if (Array.isArray(value)) return value.map(harmless);
  return typeof value === 'object' && value !== null ? harmlessNode(value) : value;
};
