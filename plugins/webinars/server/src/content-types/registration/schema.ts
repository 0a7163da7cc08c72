import { REGISTRATION_STATES } from '../../domain/registration';
import {
  counter,
  flag,
  HIDDEN,
  instant,
  language,
  line,
  NOT_IN_BUILDER,
  one,
  oneOf,
  paragraph,
  price,
  webAddress,
  wholeNumber,
  type ContentTypeSchema,
} from '../attributes';
import {
  CANCELLATION_REASONS,
  CURRENCIES,
  FOLLOW_UP_PREFERENCES,
  PAYMENT_STATUSES,
} from '../../../../shared/vocabulary';

/**
 * One person's place in one session. `sessionDocumentId` doubles the relation: uniqueness, counting and filtering
 * need a plain column, the admin needs the relation.
 */
export const registration = {
  kind: 'collectionType',
  collectionName: 'webinars_registrations',
  info: {
    singularName: 'registration',
    pluralName: 'registrations',
    displayName: 'Webinar registration',
    description: 'One person in one session: details, consents, attendance',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER },
  attributes: {
    reference: line(20),
    state: oneOf(REGISTRATION_STATES),
    session: { ...one('plugin::webinars.session'), required: true },

    firstName: { ...line(50), required: true, minLength: 2 },
    lastName: { ...line(50), required: true, minLength: 2 },
    email: { type: 'email', required: true, maxLength: 254 },
    phone: line(40),
    company: { ...line(200), required: true, minLength: 2 },
    position: line(200),
    website: webAddress(500),
    language: { ...language(), required: true, default: 'en' },
    timezone: line(64),

    industryVertical: line(200),
    currentChallenges: { type: 'json' },
    expertiseInterest: { type: 'json' },
    consultationInterest: flag(false),
    specificQuestions: paragraph(2000),
    learningObjectives: paragraph(2000),
    followUpPreferences: oneOf(FOLLOW_UP_PREFERENCES),
    interestedServices: { type: 'json' },
    specialRequirements: paragraph(500),
    accessibilityNeeds: paragraph(500),

    termsAccepted: { ...flag(false), required: true },
    privacyConsent: { ...flag(false), required: true },
    marketingConsent: flag(false),
    consultantFollowUpConsent: flag(false),
    dataProcessingConsent: flag(false),
    consentRecord: { type: 'json', private: true },

    registrationSource: line(100),
    utm: { type: 'json' },
    referralCode: line(64),

    paymentStatus: { ...oneOf(PAYMENT_STATUSES), default: 'not_required' },
    paymentAmount: price(),
    paymentCurrency: oneOf(CURRENCIES),
    paymentMethod: line(50),
    paymentReference: line(),

    joinedAt: instant(),
    leftAt: instant(),
    attendanceDuration: wholeNumber(0, 10_000),
    questionsAsked: counter(),
    chatMessages: counter(),
    rating: wholeNumber(1, 5),
    feedback: paragraph(5000),

    waitlistSequence: wholeNumber(1),
    holdExpiresAt: instant(),
    registeredAt: instant(),
    cancelledAt: instant(),
    cancellationReason: oneOf(CANCELLATION_REASONS),
    rejectionReason: paragraph(1000),
    odooRegistrationId: wholeNumber(1),

    sessionDocumentId: { ...line(), ...HIDDEN },
    emailKey: { ...line(), ...HIDDEN },
    publicId: { ...line(32), ...HIDDEN },
    tokenVersion: { ...wholeNumber(1), default: 1, ...HIDDEN },
    revision: { ...counter(), ...HIDDEN },
    manageLinkSentAt: { ...instant(), ...HIDDEN },
  },
  indexes: [
    {
      name: 'webinars_registrations_session_state_idx',
      columns: ['session_document_id', 'state', 'waitlist_sequence'],
    },
    { name: 'webinars_registrations_email_key_idx', columns: ['email_key'] },
    {
      name: 'webinars_registrations_registered_at_idx',
      columns: ['registered_at', 'session_document_id', 'state'],
    },
    { name: 'webinars_registrations_referral_idx', columns: ['referral_code'] },
    { name: 'webinars_registrations_hold_idx', columns: ['state', 'hold_expires_at'] },
  ],
} satisfies ContentTypeSchema;
