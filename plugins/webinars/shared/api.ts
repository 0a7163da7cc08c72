import { z } from 'zod';
import type { ErrorCode } from '../server/src/domain/errors';
import { MAIL_CATEGORIES } from '../server/src/domain/mail-preferences';
import { PLACEMENT_REFUSALS } from '../server/src/domain/placement';
import * as catalog from './catalog';
import { draftBody, draftChanges, draftReceipt, draftSubmission, draftView } from './drafts';
import { errorAnswer, hostError } from './error-answer';
import type { REQUEST_ERRORS } from './errors';
import { feedbackBody, feedbackView } from './feedback';
import { health } from './health';
import { LOCALES } from './locales';
import * as promotion from './promotion';
import { registrationBody, registrationChanges, registrationReceipt } from './registration';
import { registrationView } from './registration-view';
import { trackBody, trackReceipt } from './tracking';

/** Every shape of the public API that has a name of its own in the OpenAPI document. */
export const ANSWERS = {
  AgendaItem: catalog.agendaItem,
  Availability: catalog.availability,
  CalendarLinks: promotion.calendarLinks,
  Draft: draftView,
  DraftReceipt: draftReceipt,
  DraftSubmission: draftSubmission,
  Error: errorAnswer,
  Feedback: feedbackView,
  Health: health,
  HostError: hostError,
  LocalTime: catalog.localTime,
  Material: catalog.material,
  Money: catalog.money,
  Named: catalog.named,
  PageUrls: promotion.pageUrls,
  Pagination: catalog.pagination,
  Registration: registrationView,
  RegistrationReceipt: registrationReceipt,
  RelatedSession: catalog.relatedSession,
  Seo: promotion.seo,
  Session: catalog.session,
  SessionCard: catalog.sessionCard,
  Share: promotion.share,
  Speaker: catalog.speaker,
  SpeakerCard: catalog.speakerCard,
  Topic: catalog.topic,
  TopicCard: catalog.topicCard,
  TrackReceipt: trackReceipt,
  UpcomingSection: catalog.upcomingSection,
  UpcomingSession: catalog.upcomingSession,
  Facets: catalog.facets,
} satisfies Record<string, z.ZodType>;

/** What a mail program sends for its user (RFC 8058), and what the buttons of the page do. */
const unsubscribeForm = z.union([
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
  z.object({
    action: z.enum(['stop', 'start']),
    category: z.enum(['all', ...MAIL_CATEGORIES]),
  }),
]);

/** What the buttons of the registrant's page do. */
export const PAGE_ACTIONS = ['cancel', 'accept', 'decline'] as const;

export const BODIES = {
  RegistrationBody: registrationBody,
  RegistrationChanges: registrationChanges,
  DraftBody: draftBody,
  DraftChanges: draftChanges,
  TrackBody: trackBody,
  FeedbackBody: feedbackBody,
  FeedRequest: z.strictObject({
    action: z.enum(['send', 'renew']).meta({
      description:
        '`send`: mails the address of the calendar. `renew`: replaces it first, so that the one before leads nowhere.',
    }),
  }),
  PageForm: z.object({ action: z.enum(PAGE_ACTIONS) }),
  UnsubscribeForm: unsubscribeForm,
} satisfies Record<string, z.ZodType>;

export type AnswerName = keyof typeof ANSWERS;
type BodyName = keyof typeof BODIES;

export type Answer =
  /** `{ data, meta: { locale } }`; health has no language, and no `meta`. */
  | { kind: 'item'; of: AnswerName; hasMeta?: false }
  /** `meta`: what it says besides the language, by name. */
  | { kind: 'list'; of: AnswerName; meta?: Readonly<Record<string, AnswerName>> }
  /** A list with `meta.pagination`. */
  | { kind: 'page'; of: AnswerName }
  | { kind: 'file'; mediaType: string }
  /** Only headers. */
  | { kind: 'redirect' }
  | { kind: 'nothing' };

export type RefusalCode = ErrorCode | keyof typeof REQUEST_ERRORS;

export type PublicRoute = {
  method: 'GET' | 'POST' | 'PATCH';
  /** As Strapi's router writes it, below `/api/webinars`. */
  path: string;
  operationId: string;
  tag: 'Catalogue' | 'Registration' | 'Signals' | 'Operations';
  summary: string;
  query?: z.ZodObject;
  /** `isForm`: it may come from an HTML form as well. */
  body?: { of: BodyName; mediaType: string; isForm?: true };
  /** By HTTP status. */
  answers: Readonly<Record<number, Answer>>;
  /** Whoever accepts HTML is answered with a page, whatever the answer is. */
  hasPage?: true;
  /** Has an ETag, and answers 304. */
  isCached?: true;
  /** The same of what is personal, and kept by nobody in between. */
  isConditional?: true;
  /** Takes an `Idempotency-Key`: a request that comes again does nothing a second time. */
  isRepeatable?: true;
  /** Has a key of its own, whatever the others ask for. */
  needsMetricsToken?: true;
  refusals: readonly RefusalCode[];
};

const item = (of: AnswerName): Answer => ({ kind: 'item', of });
const page = (of: AnswerName): Answer => ({ kind: 'page', of });
/** Without `?locale`, a registration answers in the language that its registrant chose. */
export const registrationQuery = z.strictObject({ locale: z.enum(LOCALES).optional() });
/** A person who follows a link sees a page, whatever became of the link on its way. */
export const pageQuery = z.object({
  locale: z.enum(LOCALES).optional().catch(undefined),
  done: z
    .enum([...PAGE_ACTIONS, 'feed'])
    .optional()
    .catch(undefined)
    .meta({
      description: 'What has just been done by the form of the page.',
    }),
});

/** Links of mails, besides: whatever else became of them on their way is nobody's fault. */
export const linkQuery = z.object({ locale: z.enum(LOCALES).optional().catch(undefined) });

export const feedbackQuery = linkQuery.extend({
  done: z.enum(['sent']).optional().catch(undefined).meta({
    description: 'What has just been done by the form of the page.',
  }),
});

export const unsubscribeQuery = linkQuery.extend({
  category: z.enum(MAIL_CATEGORIES).optional().catch(undefined).meta({
    description:
      'Which mails a single click of a mail program is about; without it, all that may be turned off.',
  }),
  done: z.enum(['stop', 'start']).optional().catch(undefined).meta({
    description: 'What has just been done by the form of the page.',
  }),
});

/** The slug was changed: `Location` is where it is now, with the same query. */
const MOVED: Answer = { kind: 'redirect' };
const JSON_BODY = 'application/json';

const JOIN_REFUSALS = [
  'token_invalid',
  'session_not_found',
  'session_cancelled',
  'registration_not_confirmed',
  'join_not_open',
  'session_ended',
  'meeting_url_missing',
] as const satisfies readonly RefusalCode[];

const FEEDBACK_REFUSALS = [
  'token_invalid',
  'session_not_found',
  'session_cancelled',
  'registration_not_confirmed',
  'feedback_not_open',
  'feedback_closed',
] as const satisfies readonly RefusalCode[];

/** The public contract, route by route. The OpenAPI document is made of it, and tests hold the routes against it. */
export const PUBLIC_ROUTES: readonly PublicRoute[] = [
  {
    method: 'GET',
    path: '/sessions',
    operationId: 'listSessions',
    tag: 'Catalogue',
    summary: 'Sessions that are published, live or over, a page of cards',
    query: catalog.sessionsQuery,
    answers: { 200: page('SessionCard') },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/sessions/facets',
    operationId: 'listFacets',
    tag: 'Catalogue',
    summary: 'What the list can be filtered by, with counts for the same filters',
    query: catalog.facetsQuery,
    answers: { 200: item('Facets') },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/sessions/upcoming',
    operationId: 'listUpcomingSessions',
    tag: 'Catalogue',
    summary: 'The next sessions to begin, with no more than a footer needs',
    query: catalog.upcomingQuery,
    answers: { 200: { kind: 'list', of: 'UpcomingSession', meta: { section: 'UpcomingSection' } } },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/sessions/:id',
    operationId: 'showSession',
    tag: 'Catalogue',
    summary: 'Everything that a landing page needs',
    query: catalog.sessionQuery,
    answers: { 200: item('Session'), 308: MOVED },
    isCached: true,
    refusals: ['validation_failed', 'session_not_found', 'busy'],
  },
  {
    method: 'GET',
    path: '/sessions/:id/availability',
    operationId: 'showAvailability',
    tag: 'Catalogue',
    summary: 'Seats as they are at this moment; never cached',
    query: catalog.localeQuery,
    answers: { 200: item('Availability'), 308: MOVED },
    refusals: ['validation_failed', 'session_not_found', 'busy'],
  },
  {
    method: 'GET',
    path: '/sessions/:id/calendar.ics',
    operationId: 'showCalendar',
    tag: 'Catalogue',
    summary: 'The session as an event for a calendar (METHOD:PUBLISH)',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/calendar' }, 308: MOVED },
    isCached: true,
    refusals: ['validation_failed', 'session_not_found', 'busy'],
  },
  {
    method: 'GET',
    path: '/calendar.ics',
    operationId: 'showCalendarFeed',
    tag: 'Catalogue',
    summary:
      'A calendar to subscribe to, with the filters of the list; what was called off stays in it as cancelled',
    query: catalog.calendarFeedQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/calendar' } },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/feed.xml',
    operationId: 'showRss',
    tag: 'Catalogue',
    summary: 'What is to come, as RSS 2.0',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'application/rss+xml' } },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/feed.json',
    operationId: 'showJsonFeed',
    tag: 'Catalogue',
    summary: 'What is to come, as a JSON Feed 1.1',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'application/feed+json' } },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/sitemap.xml',
    operationId: 'showSitemap',
    tag: 'Catalogue',
    summary: 'The pages of sessions on the public front end, in every language',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'application/xml' } },
    isCached: true,
    refusals: ['validation_failed', 'site_url_missing', 'busy'],
  },
  {
    method: 'GET',
    path: '/topics',
    operationId: 'listTopics',
    tag: 'Catalogue',
    summary: 'The library: active topics by title',
    query: catalog.topicsQuery,
    answers: { 200: page('Topic') },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/topics/:id',
    operationId: 'showTopic',
    tag: 'Catalogue',
    summary: 'One topic, archived ones included',
    query: catalog.localeQuery,
    answers: { 200: item('Topic'), 308: MOVED },
    isCached: true,
    refusals: ['validation_failed', 'topic_not_found', 'busy'],
  },
  {
    method: 'GET',
    path: '/speakers',
    operationId: 'listSpeakers',
    tag: 'Catalogue',
    summary: 'The directory: active speakers by name',
    query: catalog.speakersQuery,
    answers: { 200: page('Speaker') },
    isCached: true,
    refusals: ['validation_failed', 'busy'],
  },
  {
    method: 'GET',
    path: '/speakers/:id',
    operationId: 'showSpeaker',
    tag: 'Catalogue',
    summary: 'One active speaker',
    query: catalog.localeQuery,
    answers: { 200: item('Speaker'), 308: MOVED },
    isCached: true,
    refusals: ['validation_failed', 'speaker_not_found', 'busy'],
  },
  {
    method: 'POST',
    path: '/sessions/:id/registrations',
    operationId: 'register',
    tag: 'Registration',
    summary: 'Registers somebody: confirmed, on the waitlist, or waiting for approval or payment',
    query: registrationQuery,
    body: { of: 'RegistrationBody', mediaType: JSON_BODY },
    answers: { 201: item('RegistrationReceipt') },
    isRepeatable: true,
    refusals: ['validation_failed', ...PLACEMENT_REFUSALS, 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/registrations/:token',
    operationId: 'showRegistration',
    tag: 'Registration',
    summary: 'What attendees may see of their registration',
    query: registrationQuery,
    answers: { 200: item('Registration') },
    refusals: ['validation_failed', 'token_invalid'],
  },
  {
    method: 'POST',
    path: '/registrations/:token/cancel',
    operationId: 'cancelRegistration',
    tag: 'Registration',
    summary: 'Cancels; the freed seat is offered to the first in line',
    query: registrationQuery,
    answers: { 200: item('Registration') },
    isRepeatable: true,
    refusals: ['validation_failed', 'token_invalid', 'invalid_move', 'session_started', 'busy'],
  },
  {
    method: 'PATCH',
    path: '/registrations/:token',
    operationId: 'changeRegistration',
    tag: 'Registration',
    summary:
      'Changes details, preferences and consents; a consent that is withdrawn stays on record',
    query: registrationQuery,
    body: { of: 'RegistrationChanges', mediaType: JSON_BODY },
    answers: { 200: item('Registration') },
    isRepeatable: true,
    refusals: ['validation_failed', 'token_invalid', 'invalid_move', 'busy'],
  },
  {
    method: 'POST',
    path: '/registrations/:token/accept',
    operationId: 'acceptOffer',
    tag: 'Registration',
    summary: 'Takes the seat that is offered',
    query: registrationQuery,
    answers: { 200: item('Registration') },
    isRepeatable: true,
    refusals: [
      'validation_failed',
      'token_invalid',
      'session_not_found',
      'invalid_move',
      'offer_expired',
      'session_cancelled',
      'session_started',
      'payment_required',
      'busy',
    ],
  },
  {
    method: 'POST',
    path: '/registrations/:token/decline',
    operationId: 'declineOffer',
    tag: 'Registration',
    summary: 'Lets the seat that is offered go to the next in line, and ends the registration',
    query: registrationQuery,
    answers: { 200: item('Registration') },
    isRepeatable: true,
    refusals: ['validation_failed', 'token_invalid', 'invalid_move', 'session_started', 'busy'],
  },
  {
    method: 'GET',
    path: '/registrations/:token/calendar.ics',
    operationId: 'showOwnCalendar',
    tag: 'Registration',
    summary: "The attendee's own invitation (METHOD:REQUEST), or its cancellation (METHOD:CANCEL)",
    answers: { 200: { kind: 'file', mediaType: 'text/calendar' } },
    refusals: ['token_invalid', 'invalid_move'],
  },
  {
    method: 'GET',
    path: '/registrations/feed/:feed.ics',
    operationId: 'showPersonalFeed',
    tag: 'Registration',
    summary:
      'A calendar to subscribe to with everything that one person is registered for; only mails to that person carry its address',
    answers: { 200: { kind: 'file', mediaType: 'text/calendar' } },
    isConditional: true,
    refusals: ['token_invalid', 'rate_limited'],
  },
  {
    method: 'POST',
    path: '/registrations/:token/feed',
    operationId: 'requestPersonalFeed',
    tag: 'Registration',
    summary:
      'Mails that address to the person, or replaces it and mails the new one; the answer is always the same',
    body: { of: 'FeedRequest', mediaType: JSON_BODY },
    answers: { 202: { kind: 'nothing' } },
    refusals: ['validation_failed', 'token_invalid', 'rate_limited', 'busy'],
  },
  {
    method: 'POST',
    path: '/drafts',
    operationId: 'createDraft',
    tag: 'Registration',
    summary: 'Keeps an unfinished registration, for one session or several, for four hours',
    query: catalog.localeQuery,
    body: { of: 'DraftBody', mediaType: JSON_BODY },
    answers: { 201: item('DraftReceipt') },
    isRepeatable: true,
    refusals: ['validation_failed', 'session_not_found', 'token_invalid', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/drafts/:token',
    operationId: 'showDraft',
    tag: 'Registration',
    summary: 'What has been filled in so far',
    query: catalog.localeQuery,
    answers: { 200: item('Draft') },
    refusals: ['validation_failed', 'token_invalid'],
  },
  {
    method: 'PATCH',
    path: '/drafts/:token',
    operationId: 'changeDraft',
    tag: 'Registration',
    summary: 'Fills in more; only what is present is looked at and changed',
    query: catalog.localeQuery,
    body: { of: 'DraftChanges', mediaType: JSON_BODY },
    answers: { 200: item('Draft') },
    refusals: [
      'validation_failed',
      'session_not_found',
      'token_invalid',
      'draft_submitted',
      'rate_limited',
      'busy',
    ],
  },
  {
    method: 'POST',
    path: '/drafts/:token/submit',
    operationId: 'submitDraft',
    tag: 'Registration',
    summary:
      'Registers for every session of the draft; once more, it answers the same and tries what was refused',
    query: catalog.localeQuery,
    answers: { 200: item('DraftSubmission') },
    refusals: ['validation_failed', 'token_invalid', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/r/:token',
    operationId: 'showRegistrationPage',
    tag: 'Registration',
    summary:
      'A plain page to see and cancel a registration, where mails lead while there is no front end',
    query: pageQuery,
    answers: {
      200: { kind: 'file', mediaType: 'text/html' },
      404: { kind: 'file', mediaType: 'text/html' },
    },
    refusals: [],
  },
  {
    method: 'POST',
    path: '/r/:token',
    operationId: 'submitRegistrationPage',
    tag: 'Registration',
    summary: 'The form of that page',
    query: pageQuery,
    body: { of: 'PageForm', mediaType: 'application/x-www-form-urlencoded' },
    answers: { 303: { kind: 'redirect' } },
    refusals: ['validation_failed'],
  },
  {
    method: 'POST',
    path: '/r/:token/feed',
    operationId: 'submitFeedForm',
    tag: 'Registration',
    summary: 'What that page asks about the calendar of the person',
    query: linkQuery,
    body: { of: 'FeedRequest', mediaType: 'application/x-www-form-urlencoded' },
    answers: { 303: { kind: 'redirect' } },
    refusals: ['validation_failed', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/join/:token',
    operationId: 'join',
    tag: 'Registration',
    summary:
      'The way in: leads to the meeting while the doors are open, and remembers that somebody came; a browser gets a page that goes there by itself',
    query: linkQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/html' }, 302: { kind: 'redirect' } },
    hasPage: true,
    refusals: [...JOIN_REFUSALS, 'rate_limited', 'busy'],
  },
  {
    method: 'POST',
    path: '/join/:token',
    operationId: 'submitJoinPage',
    tag: 'Registration',
    summary: 'The form of that page',
    query: linkQuery,
    answers: { 303: { kind: 'redirect' } },
    hasPage: true,
    refusals: [...JOIN_REFUSALS, 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/feedback/:token',
    operationId: 'showFeedback',
    tag: 'Registration',
    summary: 'What somebody who was there has said about it so far',
    query: feedbackQuery,
    answers: { 200: item('Feedback') },
    hasPage: true,
    refusals: FEEDBACK_REFUSALS,
  },
  {
    method: 'POST',
    path: '/feedback/:token',
    operationId: 'giveFeedback',
    tag: 'Registration',
    summary: 'Says how it was, or thinks better of it, until thirty days after the end',
    query: feedbackQuery,
    body: { of: 'FeedbackBody', mediaType: JSON_BODY, isForm: true },
    answers: { 200: item('Feedback'), 303: { kind: 'redirect' } },
    hasPage: true,
    refusals: [...FEEDBACK_REFUSALS, 'validation_failed', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/unsubscribe/:token',
    operationId: 'showPreferences',
    tag: 'Registration',
    summary: 'A page to choose which mails one gets; looking at it changes nothing',
    query: unsubscribeQuery,
    answers: {
      200: { kind: 'file', mediaType: 'text/html' },
      404: { kind: 'file', mediaType: 'text/html' },
    },
    refusals: [],
  },
  {
    method: 'POST',
    path: '/unsubscribe/:token',
    operationId: 'changePreferences',
    tag: 'Registration',
    summary: 'The form of that page, and the single click of a mail program (RFC 8058)',
    query: unsubscribeQuery,
    body: { of: 'UnsubscribeForm', mediaType: 'application/x-www-form-urlencoded' },
    answers: {
      204: { kind: 'nothing' },
      303: { kind: 'redirect' },
      404: { kind: 'file', mediaType: 'text/html' },
    },
    refusals: ['validation_failed', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/health',
    operationId: 'showHealth',
    tag: 'Operations',
    summary: 'How database, jobs and mail are; 503 when no registration could be taken',
    query: catalog.localeQuery,
    answers: {
      200: { kind: 'item', of: 'Health', hasMeta: false },
      503: { kind: 'item', of: 'Health', hasMeta: false },
    },
    refusals: ['validation_failed'],
  },
  {
    method: 'GET',
    path: '/metrics',
    operationId: 'showMetrics',
    tag: 'Operations',
    summary: 'Figures for Prometheus, for whoever has the token of the metrics as a bearer',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/plain' } },
    needsMetricsToken: true,
    refusals: ['validation_failed', 'unauthorized', 'metrics_off'],
  },
  {
    method: 'POST',
    path: '/track',
    operationId: 'track',
    tag: 'Signals',
    summary:
      'Counts what a visitor did, without knowing who it was; as JSON, also when it is sent as text',
    query: catalog.localeQuery,
    body: { of: 'TrackBody', mediaType: JSON_BODY },
    answers: { 202: { kind: 'item', of: 'TrackReceipt', hasMeta: false } },
    refusals: ['validation_failed', 'session_not_found', 'rate_limited', 'busy'],
  },
  {
    method: 'GET',
    path: '/openapi.json',
    operationId: 'showOpenApi',
    tag: 'Operations',
    summary: 'This document',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'application/json' } },
    isCached: true,
    refusals: ['validation_failed'],
  },
  {
    method: 'GET',
    path: '/docs',
    operationId: 'showDocs',
    tag: 'Operations',
    summary: 'This document as a page, to be read and tried out by people',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/html' } },
    isCached: true,
    refusals: ['validation_failed'],
  },
  {
    method: 'GET',
    path: '/docs/viewer.js',
    operationId: 'showDocsScript',
    tag: 'Operations',
    summary: 'The program of that page',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/javascript' } },
    isCached: true,
    refusals: ['validation_failed'],
  },
  {
    method: 'GET',
    path: '/docs/viewer.css',
    operationId: 'showDocsStyle',
    tag: 'Operations',
    summary: 'The style of that page',
    query: catalog.localeQuery,
    answers: { 200: { kind: 'file', mediaType: 'text/css' } },
    isCached: true,
    refusals: ['validation_failed'],
  },
];
