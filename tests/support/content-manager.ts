import {
  aRegistrationBody,
  aSession,
  aSpeaker,
  aTopic,
  documentsOf,
  inDays,
  programSettings,
  type Document,
} from '../factories';
import { aName } from '../factories/catalogue';
import type { Answer, HttpClient } from './http';
import { cancel, registered } from './registering';
import type { TestApp } from './strapi';

export type Body = Record<string, unknown>;

/** A word that an editor types and that must not be found in the log. */
export const PRIVATE_WORD = 'Zyzzyva';

export type Kind = {
  table: string;
  /** What creates one. */
  newBody(app: TestApp): Promise<Body>;
  /** What may be changed of one. */
  change: Body;
  /** One that can be written to; `isDeletable`: and that nothing forbids to delete. */
  make(app: TestApp, wanted: { isDeletable: boolean }): Promise<string>;
  /** What the program works out by itself, with values that it might have. */
  derived?: Body;
  /** Columns that no editor decides on. */
  kept: readonly string[];
};

const IDENTITY = ['id', 'document_id', 'created_at', 'locale'];

/** Whatever many bodies refer to is made once: what it is does not matter. */
const shared = new WeakMap<object, Map<string, Promise<string>>>();
const sharedId = (app: TestApp, name: string, make: () => Promise<Document>): Promise<string> => {
  const known = shared.get(app.strapi) ?? new Map<string, Promise<string>>();
  shared.set(app.strapi, known);
  const id = known.get(name) ?? make().then(({ documentId }) => documentId);
  known.set(name, id);
  return id;
};

let serial = 0;
const fresh = (word: string) => `typed-${word}-${(serial += 1)}`;

const named = (kind: 'category' | 'tag' | 'industry', table: string): Kind => ({
  table,
  newBody: async () => ({ name: PRIVATE_WORD, slug: fresh(kind) }),
  change: { name: PRIVATE_WORD },
  make: async ({ strapi }) => (await aName(strapi, kind, { en: 'A name' })).documentId,
  kept: IDENTITY,
});

/** Every content type of the plugin, by the last part of its uid. */
export const KINDS: Record<string, Kind> = {
  topic: {
    table: 'webinars_topics',
    newBody: async () => ({ title: PRIVATE_WORD, slug: fresh('topic') }),
    change: { prerequisites: PRIVATE_WORD },
    make: async ({ strapi }) => (await aTopic(strapi)).documentId,
    kept: IDENTITY,
  },
  session: {
    table: 'webinars_sessions',
    newBody: async (app) => ({
      topic: { connect: [{ documentId: await sharedId(app, 'topic', () => aTopic(app.strapi)) }] },
      datetime: inDays(5),
      duration: 45,
      timezone: 'Europe/Berlin',
      certificateTemplate: PRIVATE_WORD,
    }),
    change: { certificateTemplate: PRIVATE_WORD },
    make: async (app, { isDeletable }) => {
      const { documentId } = await aSession(app.strapi, { capacity: 1 });
      if (isDeletable) return documentId;
      await registered(app, documentId);
      await registered(app, documentId);
      return documentId;
    },
    derived: {
      registrationCount: 7,
      waitlistCount: 7,
      attendanceCount: 7,
      viewCount: 7,
      completionRate: 70,
      averageRating: 4.5,
      odooEventId: 7,
      googleCalendarEventId: 'seven',
      revision: 7,
      movedRevision: 7,
      accessRevision: 7,
      topicDocumentId: 'another',
      speakerDocumentId: 'another',
      consultantMetrics: { followUpBookings: 7 },
      followUpOpportunities: { consultationRequests: 7 },
      revenueSharing: { consultantRevenue: 7, platformRevenue: 7 },
    },
    kept: [
      ...IDENTITY,
      ...['registration_count', 'waitlist_count', 'attendance_count', 'view_count'],
      ...['completion_rate', 'average_rating', 'odoo_event_id', 'google_calendar_event_id'],
      ...['revision', 'moved_revision', 'topic_document_id'],
    ],
  },
  speaker: {
    table: 'webinars_speakers',
    newBody: async () => ({
      firstName: 'Grace',
      lastName: PRIVATE_WORD,
      slug: fresh('speaker'),
      email: `${fresh('speaker')}@example.org`,
    }),
    change: { company: PRIVATE_WORD },
    make: async ({ strapi }) => (await aSpeaker(strapi)).documentId,
    derived: {
      performance: { totalWebinars: 7 },
      qualityMetrics: { engagementScore: 7 },
      linkedinData: { connections: 7 },
    },
    kept: IDENTITY,
  },
  registration: {
    table: 'webinars_registrations',
    newBody: async (app) => ({
      ...aRegistrationBody({ company: PRIVATE_WORD }),
      session: {
        connect: [{ documentId: await sharedId(app, 'session', () => aSession(app.strapi)) }],
      },
    }),
    change: { company: PRIVATE_WORD },
    make: async (app, { isDeletable }) => {
      const { documentId } = await aSession(app.strapi);
      const { token } = await registered(app, documentId);
      if (isDeletable) await cancel(app, token);
      const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
      return String(row?.document_id);
    },
    derived: {
      reference: 'WEB-0000-0000',
      consentRecord: [],
      paymentStatus: 'completed',
      paymentAmount: 7,
      paymentCurrency: 'CHF',
      joinedAt: '2031-05-20T09:00:00.000Z',
      leftAt: '2031-05-20T09:30:00.000Z',
      rating: 5,
      feedback: 'Splendid',
      waitlistSequence: 7,
      holdExpiresAt: '2031-05-20T09:00:00.000Z',
      registeredAt: '2031-05-20T09:00:00.000Z',
      cancelledAt: '2031-05-20T09:00:00.000Z',
      cancellationReason: 'editor',
      sessionDocumentId: 'another',
      emailKey: 'another@example.org',
      publicId: '0'.repeat(32),
      tokenVersion: 7,
      revision: 7,
    },
    kept: [
      ...IDENTITY,
      ...['reference', 'state', 'session_document_id', 'email', 'email_key', 'public_id'],
      ...['token_version', 'revision', 'terms_accepted', 'privacy_consent', 'marketing_consent'],
      ...['consent_record', 'utm', 'referral_code', 'payment_status', 'payment_amount'],
      ...['payment_currency', 'joined_at', 'left_at', 'rating', 'feedback', 'waitlist_sequence'],
      ...['hold_expires_at', 'registered_at', 'cancelled_at', 'cancellation_reason'],
      ...['rejection_reason', 'manage_link_sent_at'],
    ],
  },
  'program-settings': {
    table: 'webinars_program_settings',
    newBody: async () => ({ programName: PRIVATE_WORD }),
    change: { programName: PRIVATE_WORD },
    make: async ({ strapi }) => {
      await programSettings(strapi, { programName: 'Webinars' });
      const settings = documentsOf(strapi, 'plugin::webinars.program-settings');
      return String((await settings.findFirst({ locale: 'en' }))?.documentId);
    },
    kept: IDENTITY,
  },
  'mail-template': {
    table: 'webinars_mail_templates',
    newBody: async () => ({ kind: 'rejected', language: 'de', heading: PRIVATE_WORD }),
    change: { heading: PRIVATE_WORD },
    make: async ({ strapi, rows }) => {
      // There is one for each kind of mail and language.
      const templates = documentsOf(strapi, 'plugin::webinars.mail-template');
      for (const { document_id: documentId } of await rows('webinars_mail_templates')) {
        await templates.delete({ documentId: String(documentId) });
      }
      const data = { kind: 'rejected', language: 'en', heading: 'No' };
      return (await templates.create({ data })).documentId;
    },
    kept: IDENTITY,
  },
  category: named('category', 'webinars_categories'),
  tag: named('tag', 'webinars_tags'),
  industry: named('industry', 'webinars_industries'),
};

export type Write = {
  /** What the request carries: a new document, a change of one, the ids of some, or nothing. */
  carries: 'new' | 'change' | 'ids' | 'nothing';
  /** What the log says afterwards. */
  leaves: readonly string[];
  isDeletion?: true;
  /** Only for types with drafts. */
  isAboutDrafts?: true;
};

const COLLECTION = '/collection-types/:model';
const SINGLE = '/single-types/:model';
const drafts = { isAboutDrafts: true } as const;

/** Every request by which the Content Manager writes a document, by method and path of its route. */
export const WRITES: Record<string, Write> = {
  [`POST ${COLLECTION}`]: { carries: 'new', leaves: ['created'] },
  [`POST ${COLLECTION}/clone/:sourceId`]: { carries: 'new', leaves: ['copied'] },
  [`POST ${COLLECTION}/auto-clone/:sourceId`]: { carries: 'nothing', leaves: ['copied'] },
  [`PUT ${COLLECTION}/:id`]: { carries: 'change', leaves: ['updated'] },
  [`DELETE ${COLLECTION}/:id`]: { carries: 'nothing', leaves: ['deleted'], isDeletion: true },
  [`POST ${COLLECTION}/actions/publish`]: {
    carries: 'new',
    leaves: ['created', 'published'],
    ...drafts,
  },
  [`POST ${COLLECTION}/:id/actions/publish`]: {
    carries: 'change',
    leaves: ['updated', 'published'],
    ...drafts,
  },
  [`POST ${COLLECTION}/:id/actions/unpublish`]: {
    carries: 'nothing',
    leaves: ['unpublished'],
    ...drafts,
  },
  [`POST ${COLLECTION}/:id/actions/discard`]: {
    carries: 'nothing',
    leaves: ['draft-discarded'],
    ...drafts,
  },
  [`POST ${COLLECTION}/actions/bulkDelete`]: {
    carries: 'ids',
    leaves: ['deleted'],
    isDeletion: true,
  },
  [`POST ${COLLECTION}/actions/bulkPublish`]: { carries: 'ids', leaves: ['published'], ...drafts },
  [`POST ${COLLECTION}/actions/bulkUnpublish`]: {
    carries: 'ids',
    leaves: ['unpublished'],
    ...drafts,
  },
  [`PUT ${SINGLE}`]: { carries: 'change', leaves: ['updated'] },
  [`DELETE ${SINGLE}`]: { carries: 'nothing', leaves: ['deleted'], isDeletion: true },
  [`POST ${SINGLE}/actions/publish`]: {
    carries: 'change',
    leaves: ['updated', 'published'],
    ...drafts,
  },
  [`POST ${SINGLE}/actions/unpublish`]: {
    carries: 'nothing',
    leaves: ['unpublished'],
    ...drafts,
  },
  [`POST ${SINGLE}/actions/discard`]: {
    carries: 'nothing',
    leaves: ['draft-discarded'],
    ...drafts,
  },
};

/** Requests that are no GET and write no document: how forms look, and questions with a long body. */
export const NO_WRITES = [
  'PUT /content-types/:uid/configuration',
  'PUT /components/:uid/configuration',
  'POST /uid/generate',
  'POST /uid/check-availability',
  `POST ${COLLECTION}/actions/bulkFindForValidation`,
];

type Target = { uid: string; documentId: string };

/** Sends what a form would send. */
export const send = (
  as: HttpClient,
  route: string,
  { uid, documentId }: Target,
  body: Body
): Promise<Answer<Body & Answer['body']>> => {
  const [method = '', path = ''] = route.split(' ');
  const url = `/content-manager${path
    .replace(':model', uid)
    .replace(/:(?:id|sourceId)/, encodeURIComponent(documentId))}`;
  const verb = method.toLowerCase() as 'post' | 'put' | 'delete';
  return verb === 'delete' ? as.delete(url) : as[verb](url, { body });
};
