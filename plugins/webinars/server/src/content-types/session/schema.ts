import { SESSION_STATES } from '../../domain/session';
import {
  component,
  counter,
  flag,
  HIDDEN,
  image,
  instant,
  language,
  line,
  list,
  many,
  NOT_IN_BUILDER,
  one,
  oneOf,
  percentage,
  price,
  rating,
  seats,
  SLUG,
  webAddress,
  wholeNumber,
  type ContentTypeSchema,
} from '../attributes';
import { CURRENCIES, PLATFORMS, SESSION_TYPES } from '../../../../shared/vocabulary';

/**
 * A topic at a point in time. One row, in no language: draft/publish would replace the row at each publication and
 * lose the registrations that point to it, so a session has states of its own.
 */
export const session = {
  kind: 'collectionType',
  collectionName: 'webinars_sessions',
  info: {
    singularName: 'session',
    pluralName: 'sessions',
    displayName: 'Webinar session',
    description: 'A topic at a certain time: speakers, seats, price, meeting',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER },
  attributes: {
    topic: { ...one('plugin::webinars.topic'), required: true },
    slug: { ...line(200), regex: SLUG },
    state: { ...oneOf(SESSION_STATES), required: true, default: 'draft' },
    datetime: { ...instant(), required: true },
    duration: { ...wholeNumber(1, 1440), required: true },
    timezone: { ...line(64), required: true, minLength: 1 },
    language: { ...language(), required: true, default: 'en' },
    speaker: one('plugin::webinars.speaker'),
    panelists: many('plugin::webinars.speaker'),
    moderator: one('plugin::webinars.speaker'),
    sessionType: { ...oneOf(SESSION_TYPES), required: true, default: 'single-speaker' },
    consultantConfiguration: component('consultant-configuration'),
    consultantFocus: component('consultant-focus'),
    overrides: list('session-text', 2),

    capacity: seats(),
    allowWaitlist: { ...flag(true), required: true },
    requiresApproval: { ...flag(false), required: true },
    registrationOpensAt: instant(),
    registrationClosesAt: instant(),
    registrationCount: counter(),
    waitlistCount: counter(),
    attendanceCount: counter(),

    price: { ...price(), default: 0 },
    currency: { ...oneOf(CURRENCIES), default: 'EUR' },
    earlyBirdPrice: price(),
    earlyBirdEndDate: instant(),
    revenueSharing: component('revenue-sharing'),

    platform: { ...oneOf(PLATFORMS), default: 'custom' },
    meetingUrl: { ...webAddress(), private: true },
    meetingPassword: { ...line(200), private: true },
    recordingEnabled: flag(false),
    recordingUrl: { ...webAddress(), private: true },

    agenda: list('agenda-item', 50),
    materials: list('material', 50),
    materialsUrl: webAddress(),
    slidesUrl: webAddress(),
    certificateTemplate: line(200),
    promotionalImage: image(),

    scheduledPublishAt: instant(),
    reminderSchedule: { type: 'json' },
    speakerAlertSchedule: { type: 'json' },
    managerSummarySchedule: { type: 'json' },

    createOdooEvent: flag(false),
    createCalendarEvent: flag(false),
    odooEventId: wholeNumber(1),
    googleCalendarEventId: { ...line(), private: true },

    viewCount: counter(),
    completionRate: percentage(),
    averageRating: rating(),
    consultantMetrics: component('consultant-metrics'),
    followUpOpportunities: component('follow-up-opportunities'),

    topicDocumentId: { ...line(), ...HIDDEN },
    speakerDocumentId: { ...line(), ...HIDDEN },
    revision: { ...counter(), ...HIDDEN },
    movedRevision: { ...counter(), ...HIDDEN },
    startMovedAt: { ...instant(), ...HIDDEN },
  },
  indexes: [
    { name: 'webinars_sessions_state_datetime_idx', columns: ['state', 'datetime'] },
    { name: 'webinars_sessions_datetime_idx', columns: ['datetime'] },
    { name: 'webinars_sessions_topic_idx', columns: ['topic_document_id'] },
    { name: 'webinars_sessions_speaker_idx', columns: ['speaker_document_id'] },
  ],
} satisfies ContentTypeSchema;
