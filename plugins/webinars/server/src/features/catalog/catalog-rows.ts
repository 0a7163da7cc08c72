import type { Locale } from '../../../../shared/locales';
import type {
  AVAILABILITIES,
  CONSULTANT_ROLES,
  CONSULTANT_TYPES,
  CURRENCIES,
  DIFFICULTY_LEVELS,
  INTERACTION_LEVELS,
  SESSION_TYPES,
  TOPIC_STATES,
} from '../../../../shared/vocabulary';
import type { SessionState } from '../../domain/session';
import type { SitePatterns } from '../../domain/site-address';
import type { Version } from './text/localized';

/** What the catalogue's queries answer, as far as anything public is made of it. */
export type Currency = (typeof CURRENCIES)[number];
/** SQLite has numbers for it. */
type Flag = boolean | number;
type Difficulty = (typeof DIFFICULTY_LEVELS)[number];
type SessionType = (typeof SESSION_TYPES)[number];
type Nullish<T> = T | null | undefined;
/** As the database at hand answers it: milliseconds, a date or ISO text. */
type Instant = string | number | Date;

export type ImageRow = Nullish<{ id?: number; url: string }>;
export type TextItemRow = { text: Nullish<string> };
export type Ref = { documentId: string };

export type NamedRow = Version & { slug: string; name: string };

export type AgendaItemRow = {
  title: Nullish<string>;
  minutes: Nullish<number>;
  description: Nullish<string>;
};

export type MaterialRow = {
  title: Nullish<string>;
  description: Nullish<string>;
  url: Nullish<string>;
  file: ImageRow;
  isPublic: Nullish<boolean>;
};

export type TopicCardRow = Version & {
  slug: string;
  title: string;
  description: Nullish<string>;
  difficultyLevel: Nullish<Difficulty>;
  category: Nullish<Ref>;
  tags: Nullish<Ref[]>;
  thumbnail: ImageRow;
  promotionalImage: ImageRow;
};

export type TopicRow = TopicCardRow &
  SeoRow & {
    state: (typeof TOPIC_STATES)[number];
    learningObjectives: Nullish<TextItemRow[]>;
    prerequisites: Nullish<string>;
    targetAudience: Nullish<string>;
    agenda: Nullish<AgendaItemRow[]>;
    materials: Nullish<MaterialRow[]>;
    defaultDuration: Nullish<number>;
    defaultPrice: Nullish<number>;
    defaultCapacity: Nullish<number>;
  };

export type SpeakerCardRow = Version & {
  slug: string;
  firstName: string;
  lastName: string;
  title: Nullish<string>;
  company: Nullish<string>;
  position: Nullish<string>;
  expertise: Nullish<TextItemRow[]>;
  photo: ImageRow;
  linkedinUrl: Nullish<string>;
  consultantType: Nullish<(typeof CONSULTANT_TYPES)[number]>;
  isInternal: Nullish<Flag>;
  performance: Nullish<{
    totalWebinars: Nullish<number>;
    averageRating: Nullish<number>;
    attendeeCount: Nullish<number>;
    engagementRate: Nullish<number>;
  }>;
  businessSettings: Nullish<{ availableForConsultations: Nullish<boolean> }>;
};

export type SpeakerRow = SpeakerCardRow & {
  isActive: Nullish<boolean>;
  email: string;
  showEmail: Nullish<boolean>;
  biography: Nullish<string>;
  websiteUrl: Nullish<string>;
  socialHandles: Nullish<Record<string, Nullish<string>>>;
  industries: Nullish<Ref[]>;
  linkedinData: Nullish<{
    headline: Nullish<string>;
    connections: Nullish<number>;
    recommendations: Nullish<number>;
  }>;
  credentials: Nullish<{
    certifications: Nullish<TextItemRow[]>;
    education: Nullish<TextItemRow[]>;
    publications: Nullish<TextItemRow[]>;
    speakingExperience: Nullish<number>;
  }>;
  branding: Nullish<{ logo: ImageRow; brandColors: Nullish<{ color: string }[]> }>;
  availabilityStatus: Nullish<(typeof AVAILABILITIES)[number]>;
  nextAvailableDate: Nullish<string>;
};

export type OverrideRow = {
  locale: Locale;
  title: Nullish<string>;
  description: Nullish<string>;
  socialMediaCopy: Nullish<string>;
} & SeoRow;

/** What an editor writes for search engines; empty: it follows from the rest. */
export type SeoRow = { seoTitle: Nullish<string>; seoDescription: Nullish<string> };

export type SessionRow = {
  id: number;
  documentId: string;
  slug: string;
  state: SessionState;
  topicDocumentId: Nullish<string>;
  speakerDocumentId: Nullish<string>;
  overrides: Nullish<OverrideRow[]>;
  promotionalImage: ImageRow;
  panelists: Nullish<Ref[]>;
  moderator: Nullish<Ref>;
  language: Nullish<Locale>;
  sessionType: Nullish<SessionType>;
  series: Nullish<string>;
  datetime: Instant;
  duration: number;
  timezone: string;
  price: Nullish<number>;
  currency: Nullish<Currency>;
  earlyBirdPrice: Nullish<number>;
  earlyBirdEndDate: Nullish<Instant>;
  capacity: Nullish<number>;
  scheduledPublishAt: Nullish<Instant>;
  registrationOpensAt: Nullish<Instant>;
  registrationClosesAt: Nullish<Instant>;
  requiresApproval: Nullish<Flag>;
  allowWaitlist: Nullish<Flag>;
};

export type SessionDetailRow = SessionRow & {
  averageRating: Nullish<number>;
  revision: Nullish<number>;
  updatedAt: Instant;
  consultantFocus: Nullish<{
    primaryExpertise: Nullish<string>;
    secondaryTopics: Nullish<TextItemRow[]>;
    targetAudience: Nullish<TextItemRow[]>;
  }>;
  consultantConfiguration: Nullish<{
    consultantRole: Nullish<(typeof CONSULTANT_ROLES)[number]>;
    interactionLevel: Nullish<(typeof INTERACTION_LEVELS)[number]>;
  }>;
  agenda: Nullish<AgendaItemRow[]>;
  materials: Nullish<MaterialRow[]>;
};

export type CatalogSettings = {
  /** Program default: registration opens so many days before the start. null: as soon as published. */
  registrationWindowDays: number | null;
  /** Where weeks and months begin for whoever names no zone. */
  timezone: string;
  currency: Currency;
  organizerName: string | null;
  /** Addresses of a session's page on the public front end, below `SITE_URL`; null: the usual ones. */
  sessionUrlPatterns: SitePatterns;
};
