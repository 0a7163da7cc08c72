import { z } from 'zod';
import { MAIL_CATEGORIES } from '../../server/src/domain/mail-preferences';
import * as catalog from '../catalog';
import { draftBody, draftChanges, draftReceipt, draftSubmission, draftView } from '../drafts';
import { errorAnswer, hostError } from '../error-answer';
import { feedbackBody, feedbackView } from '../feedback';
import { health } from '../health';
import * as promotion from '../promotion';
import { registrationBody, registrationChanges, registrationReceipt } from '../registration';
import { registrationView } from '../registration-view';
import { trackBody, trackReceipt } from '../tracking';

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
export type BodyName = keyof typeof BODIES;
