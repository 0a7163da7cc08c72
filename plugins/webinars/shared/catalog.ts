import { z } from 'zod';
import { REGISTRATION_AVAILABILITIES } from '../server/src/domain/placement';
import { DEFAULT_LOCALE, LOCALES } from './locales';
import { RELATIONS } from '../server/src/domain/related';
import { isZone } from '../server/src/domain/local-time';
import { promotionFields, referral } from './promotion';
import {
  AVAILABILITIES,
  CONSULTANT_ROLES,
  CONSULTANT_TYPES,
  CURRENCIES,
  DIFFICULTY_LEVELS,
  EXPERIENCE_LEVELS,
  INTERACTION_LEVELS,
  PANEL_SIZES,
  SESSION_TYPES,
  TOPIC_STATES,
} from './vocabulary';

/**
 * What the public routes that read take and answer. Field names are the specification's. A text that is missing in
 * the wanted language comes in the default one; `locale` of an item says in which one its title is.
 */

const PAGE_SIZE = { default: 25, max: 100 } as const;
const UPCOMING_LIMIT = { default: 5, max: 20 } as const;

/** A slug or a documentId, as it may stand in an address. */
export const NAME_IN_URL = /^[A-Za-z0-9._~-]{1,255}$/;

const name = z.string().min(1).regex(NAME_IN_URL);

const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

const locale = z
  .enum(LOCALES)
  .default(DEFAULT_LOCALE)
  .meta({ description: 'The language of the texts.' });

const timezone = z.string().min(1).max(64).refine(isZone, 'timezone_invalid').optional().meta({
  description:
    'IANA name. Formats the `local` block of times and says where weeks, months and days begin.',
});

const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'date_invalid' })
  .optional();

export const paging = {
  page: wholeNumber({ min: 1, max: 100_000 }).default(1),
  pageSize: wholeNumber({ min: 1, max: PAGE_SIZE.max }).default(PAGE_SIZE.default),
};

const TIMEFRAMES = ['this-week', 'this-month', 'all-upcoming', 'past'] as const;

const category = name.optional().meta({ description: 'Slug or documentId of a category.' });
const difficulty = z.enum(DIFFICULTY_LEVELS).optional();

/** One or several, as in `?expertise[]=a&expertise[]=b`. */
const anyOf = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(item).min(1).max(MOST_VALUES)
  );

const MOST_VALUES = 20;
const LONGEST_SEARCH = 200;

const freeText = z.string().trim().min(1).max(500);

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

const filters = {
  timeframe: z.enum(TIMEFRAMES).default('all-upcoming').meta({
    description:
      '`past` are the ones that are over; all others show what is yet to come or runs now.',
  }),
  from: day.meta({ description: 'Starts at or after this day or instant. Narrows the timeframe.' }),
  to: day.meta({ description: 'Starts on or before this day, or before this instant.' }),
  category,
  difficulty,
  price: z.enum(['free', 'paid', 'all']).default('all'),
  speaker: name.optional().meta({
    description: 'Slug or documentId of somebody who speaks, sits on the panel or moderates.',
  }),
  consultantType: z.enum([...CONSULTANT_TYPES, 'all']).default('all'),
  expertise: anyOf(freeText)
    .optional()
    .meta({ description: 'Any of these, as speakers name it; upper and lower case are the same.' }),
  consultantRating: z
    .string()
    .regex(/^\d(\.\d{1,2})?$/)
    .transform(Number)
    .pipe(z.number().min(0).max(5))
    .optional()
    .meta({ description: 'Somebody who takes part is rated so well, or better.' }),
  hasFollowUpConsultation: flag.meta({
    description: 'Whether somebody who takes part offers consultations.',
  }),
  industry: anyOf(name)
    .optional()
    .meta({ description: 'Slugs or documentIds of industries, any of which will do.' }),
  experienceLevel: z.enum(EXPERIENCE_LEVELS).optional().meta({
    description: 'By years of speaking: `senior` from 5, `expert` from 10.',
  }),
  certifications: anyOf(freeText).optional().meta({ description: 'Any of these.' }),
  availableForConsultation: flag.meta({
    description: 'Whether somebody who takes part offers consultations and is available now.',
  }),
  language: z
    .enum([...LOCALES, 'all'])
    .default('all')
    .meta({ description: 'The spoken language.' }),
  sessionType: z.enum([...SESSION_TYPES, 'all']).default('all'),
  panelSize: z.enum(PANEL_SIZES).optional().meta({
    description: 'How many speak, moderators not counted: one, two or three, or more.',
  }),
  series: z.string().trim().min(1).max(100).optional().meta({
    description: 'The parts of a series, by what `series` says in each of them.',
  }),
  search: z
    .string()
    .trim()
    .max(LONGEST_SEARCH)
    .transform((words) => words || undefined)
    .optional()
    .meta({
      description:
        'Words in titles, texts, names and tags, in any form; the last may be the beginning of one. Empty: no search.',
    }),
  locale,
  timezone,
};

export const sessionsQuery = z.strictObject({
  ...filters,
  sort: z.enum(['datetime', '-datetime', 'popularity', 'rating']).optional().meta({
    description:
      'Default: soonest first, and latest first for `timeframe=past`. A search puts first what fits best, unless it finds very much.',
  }),
  ...paging,
});

export const facetsQuery = z.strictObject(filters);

export type FacetsQuery = z.output<typeof facetsQuery>;

/** A feed has no pages, and an order of its own. */
export const calendarFeedQuery = sessionsQuery.omit({ page: true, pageSize: true, sort: true });

export type FeedFilters = z.output<typeof calendarFeedQuery>;
export type SessionsQuery = z.output<typeof sessionsQuery>;

export const upcomingQuery = z.strictObject({
  limit: wholeNumber({ min: 1, max: UPCOMING_LIMIT.max }).default(UPCOMING_LIMIT.default),
  locale,
  timezone,
});

export const sessionQuery = z.strictObject({ locale, timezone, ref: referral });
export const localeQuery = z.strictObject({ locale });
export const topicsQuery = z.strictObject({ category, difficulty, ...paging, locale });
export const speakersQuery = z.strictObject({ ...paging, locale });

export type TopicsQuery = z.output<typeof topicsQuery>;
export type SpeakersQuery = z.output<typeof speakersQuery>;

const text = z.string().nullable();
const url = z.string().nullable().meta({ description: 'Absolute address.' });
const instant = z.iso.datetime();
const count = z.number().int().min(0);
const servedLocale = z.enum(LOCALES).meta({ description: 'The language that was served.' });

export const money = z
  .strictObject({ amount: z.number().int(), currency: z.enum(CURRENCIES) })
  .meta({ description: 'Integer minor units (cents).' });

export const localTime = z
  .strictObject({
    timezone: z.string(),
    date: z.iso.date(),
    time: z.string(),
    endDate: z.iso.date(),
    endTime: z.string(),
    zone: z.string().meta({ description: 'What people call the zone at that time, as in CET.' }),
    offset: z.string(),
    dateText: z.string().meta({ description: 'The date as it is written in the served language.' }),
  })
  .meta({
    description: 'The times on a clock in `?timezone`, or else in the zone of the session.',
  });

export const named = z.strictObject({ documentId: z.string(), slug: z.string(), name: z.string() });

export const agendaItem = z.strictObject({
  title: z.string(),
  minutes: count.nullable(),
  description: text,
});

export const material = z.strictObject({
  title: z.string(),
  description: text,
  url: z.string(),
});

const topicFields = {
  documentId: z.string(),
  slug: z.string(),
  locale: servedLocale,
  title: z.string(),
  category: named.nullable(),
  tags: z.array(named),
  difficultyLevel: z.enum(DIFFICULTY_LEVELS).nullable(),
  thumbnailUrl: url,
  promotionalImageUrl: url,
};

export const topicCard = z.strictObject(topicFields);

export const topic = z.strictObject({
  ...topicFields,
  status: z.enum(TOPIC_STATES),
  description: text,
  learningObjectives: z.array(z.string()),
  prerequisites: text,
  targetAudience: text,
  agenda: z.array(agendaItem),
  materials: z.array(material),
  defaultDuration: count.nullable(),
  defaultPrice: money,
  defaultCapacity: count.nullable(),
});

const speakerFields = {
  documentId: z.string(),
  slug: z.string(),
  locale: servedLocale,
  firstName: z.string(),
  lastName: z.string(),
  title: text,
  company: text,
  position: text,
  expertise: z.array(z.string()),
  photoUrl: url,
  linkedinUrl: text,
  consultantType: z.enum(CONSULTANT_TYPES).nullable(),
  isInternal: z.boolean(),
};

const figure = z.number().nullable();

/** On cards, what is not known is not there. */
export const speakerCard = z.strictObject({
  ...speakerFields,
  averageRating: z.number().optional(),
  attendeeCount: count.optional().meta({ description: 'How many have seen this person so far.' }),
  hasFollowUpConsultation: z
    .literal(true)
    .optional()
    .meta({ description: 'Offers consultations.' }),
});

export const SOCIAL_NETWORKS = [
  'x',
  'bluesky',
  'mastodon',
  'facebook',
  'instagram',
  'youtube',
  'xing',
] as const;

export const speaker = z.strictObject({
  ...speakerFields,
  email: text.meta({ description: 'Only of speakers who publish it.' }),
  biography: text,
  websiteUrl: text,
  socialHandles: z.record(z.enum(SOCIAL_NETWORKS), text),
  industries: z.array(named),
  linkedinData: z.strictObject({ headline: text, connections: figure, recommendations: figure }),
  credentials: z.strictObject({
    certifications: z.array(z.string()),
    education: z.array(z.string()),
    publications: z.array(z.string()),
    speakingExperience: figure.meta({ description: 'Years.' }),
  }),
  performance: z.strictObject({
    totalWebinars: figure,
    averageRating: figure,
    attendeeCount: figure,
    engagementRate: figure,
  }),
  businessSettings: z.strictObject({ availableForConsultations: z.boolean() }),
  branding: z.strictObject({ logoUrl: url, brandColors: z.array(z.string()) }),
  availabilityStatus: z.enum(AVAILABILITIES).nullable(),
  nextAvailableDate: instant.nullable(),
});

const registrationState = z.enum(REGISTRATION_AVAILABILITIES);

export const availability = z.strictObject({
  capacity: count.nullable().meta({ description: 'null: unlimited.' }),
  seatsLeft: count.nullable().meta({ description: 'What a newcomer could take. null: unlimited.' }),
  waitlistCount: count,
  registrationState,
});

const sessionFields = {
  documentId: z.string(),
  slug: z.string(),
  locale: servedLocale,
  title: z.string(),
  description: text,
  status: z.enum(['published', 'live', 'completed', 'cancelled']),
  datetime: instant,
  endsAt: instant,
  duration: count.meta({ description: 'Minutes.' }),
  timezone: z.string().meta({ description: 'The zone in which the session was planned.' }),
  local: localTime,
  language: z.enum(LOCALES).nullable().meta({ description: 'The spoken language.' }),
  sessionType: z.enum(SESSION_TYPES).nullable(),
  series: text.meta({
    description:
      'What the parts of a series have in common, the same in each of them and in every language. null: no series.',
  }),
  price: money,
  earlyBirdPrice: money.nullable(),
  earlyBirdEndDate: instant.nullable(),
  currentPrice: money.meta({ description: 'What a registration costs now.' }),
  registrationCount: count,
  promotionalImageUrl: url,
};

export const sessionCard = z.strictObject({
  ...sessionFields,
  ...availability.omit({ waitlistCount: true }).shape,
  topic: topicCard.nullable(),
  speaker: speakerCard.nullable(),
  panelists: z.array(speakerCard),
  moderator: speakerCard.nullable(),
});

/** A card, and why it is shown beside a session. */
export const relatedSession = sessionCard.extend({ reasons: z.array(z.enum(RELATIONS)) });

export const session = z.strictObject({
  ...sessionFields,
  availability,
  registrationOpensAt: instant
    .nullable()
    .meta({ description: 'null: as soon as it is published.' }),
  registrationClosesAt: instant,
  requiresApproval: z.boolean(),
  allowWaitlist: z.boolean(),
  socialMediaCopy: text,
  consultantFocus: z.strictObject({
    primaryExpertise: text,
    secondaryTopics: z.array(z.string()),
    targetAudience: z.array(z.string()),
  }),
  consultantConfiguration: z.strictObject({
    consultantRole: z.enum(CONSULTANT_ROLES).nullable(),
    interactionLevel: z.enum(INTERACTION_LEVELS).nullable(),
  }),
  averageRating: figure,
  agenda: z.array(agendaItem),
  materials: z.array(material),
  topic: topic.nullable(),
  speaker: speaker.nullable(),
  panelists: z.array(speaker),
  moderator: speaker.nullable(),
  ...promotionFields,
  related: z
    .array(relatedSession)
    .meta({ description: 'Yet to come, at most six, what goes best with it first.' }),
});

export const upcomingSession = z.strictObject({
  documentId: z.string(),
  slug: z.string(),
  locale: servedLocale,
  title: z.string(),
  datetime: instant,
  date: z.iso.date(),
  time: z.string().meta({ description: 'As in `16:00 CET`.' }),
  dateText: z.string(),
  registrationLink: url.meta({ description: 'null while no public front end is configured.' }),
});

const facet = z.strictObject({
  value: z.string().meta({ description: 'What the filter takes.' }),
  name: z.string().optional().meta({ description: 'What people call it, where it has a name.' }),
  count: count.meta({ description: 'The total of the list with this value.' }),
});

export const facets = z
  .strictObject({
    category: z.array(facet),
    difficulty: z.array(facet),
    price: z.array(facet),
    speaker: z.array(facet),
    consultantType: z.array(facet),
    expertise: z.array(facet),
    hasFollowUpConsultation: z.array(facet),
    industry: z.array(facet),
    experienceLevel: z.array(facet),
    certifications: z.array(facet),
    availableForConsultation: z.array(facet),
    language: z.array(facet),
    sessionType: z.array(facet),
    panelSize: z.array(facet),
    series: z.array(facet),
  })
  .meta({
    description: 'For each filter, what can be chosen while all other filters stay as they are.',
  });

export const upcomingSection = z
  .strictObject({
    title: z.string(),
    subtitle: z.string(),
    emptyText: z.string().meta({ description: 'To be shown while the list is empty.' }),
    viewAllText: z.string(),
    viewAllLink: url.meta({ description: 'null while no public front end is configured.' }),
  })
  .meta({ description: 'The texts around the next sessions, in the language that was asked for.' });

export const pagination = z.strictObject({
  page: count,
  pageSize: count,
  pageCount: count,
  total: count,
});

export type Money = z.output<typeof money>;
export type LocalTime = z.output<typeof localTime>;
export type AgendaItem = z.output<typeof agendaItem>;
export type Material = z.output<typeof material>;
export type TopicCard = z.output<typeof topicCard>;
export type Topic = z.output<typeof topic>;
export type SpeakerCard = z.output<typeof speakerCard>;
export type Speaker = z.output<typeof speaker>;
export type Availability = z.output<typeof availability>;
export type SessionCard = z.output<typeof sessionCard>;
export type RelatedSession = z.output<typeof relatedSession>;
export type Session = z.output<typeof session>;
export type UpcomingSession = z.output<typeof upcomingSession>;
export type Facet = z.output<typeof facet>;
export type Facets = z.output<typeof facets>;
export type UpcomingSection = z.output<typeof upcomingSection>;
export type Pagination = z.output<typeof pagination>;
