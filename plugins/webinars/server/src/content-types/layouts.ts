import type { Attributes } from './attributes';

/**
 * How the Content Manager shows each type: what stands where, how wide, what is read-only, and a word of help. Strapi
 * takes this as the configuration of a type that it has none for yet; what an administrator changes in the view's
 * settings afterwards stays. Labels are in `admin/src/translations`.
 */
export type Layout<Field extends string> = {
  mainField: Field;
  sort?: readonly [Field, 'ASC' | 'DESC'];
  pageSize?: 10 | 20 | 50 | 100;
  list?: readonly Field[];
  /** Rows of twelve columns, top to bottom. */
  edit: readonly Partial<Record<Field, Size>>[];
  /** Worked out by the program; the admin shows it and does not let it be typed in. */
  readOnly?: readonly Field[];
  help?: Partial<Record<Field, string>>;
  /** What a chosen entry is called in a relation's field. */
  relations?: Partial<Record<Field, string>>;
};

type Size = 2 | 3 | 4 | 5 | 6 | 8 | 9 | 12;

/** The `config` of a schema, in the words of the Content Manager. */
export const contentManagerConfig = <Field extends string>(
  attributes: Attributes,
  layout: Layout<Field>
) => ({
  settings: {
    // Strapi's own defaults: it takes all settings or none.
    bulkable: true,
    filterable: true,
    searchable: true,
    relationOpenMode: 'modal',
    mainField: layout.mainField,
    defaultSortBy: layout.sort?.[0] ?? layout.mainField,
    defaultSortOrder: layout.sort?.[1] ?? 'ASC',
    pageSize: layout.pageSize ?? 20,
  },
  layouts: {
    list: [...(layout.list ?? [layout.mainField])],
    edit: layout.edit.map((row) => Object.entries(row).map(([name, size]) => ({ name, size }))),
  },
  metadatas: Object.fromEntries(
    (Object.keys(attributes) as Field[]).map((field) => [
      field,
      {
        edit: {
          editable: !(layout.readOnly ?? []).includes(field),
          description: layout.help?.[field] ?? '',
          ...(layout.relations?.[field] && { mainField: layout.relations[field] }),
        },
        list: {},
      },
    ])
  ),
});

const MINOR_UNITS = 'In minor units: 4900 is 49.00. 0 is free of charge.';
const DERIVED = 'Worked out by the system.';
const SEO_HELP = {
  seoTitle: 'What search engines show as the title. Empty: it follows from the title.',
  seoDescription: 'What search engines show below it. Empty: date, speaker and description.',
};
const OWN_SCHEDULE =
  'Minutes before the start, such as [1440, 60]; [] is never. Empty: as the program settings say.';
const NAME = 'Lower-case letters, digits and hyphens. Filters and links use it.';

export const layouts = {
  topic: {
    mainField: 'title',
    list: ['title', 'category', 'difficultyLevel', 'state'],
    edit: [
      { title: 8, state: 4 },
      { slug: 6, category: 6 },
      { description: 12 },
      { learningObjectives: 12 },
      { targetAudience: 6, prerequisites: 6 },
      { difficultyLevel: 6, tags: 6 },
      { agenda: 12 },
      { materials: 12 },
      { thumbnail: 6, promotionalImage: 6 },
      { seoTitle: 12 },
      { seoDescription: 12 },
      { defaultDuration: 3, defaultPrice: 3, defaultCapacity: 3, odooProductId: 3 },
    ],
    help: {
      slug: 'The last part of the address. An address that visitors know should not change.',
      state: 'Archived topics stay with the sessions that used them, and are offered no more.',
      learningObjectives: 'What participants will be able to do afterwards, one line each.',
      agenda: 'The usual course. A session may have its own.',
      materials: 'Files and links for the participants of every session.',
      defaultDuration: 'The usual length, in minutes.',
      defaultPrice: MINOR_UNITS,
      defaultCapacity: 'Seats. Empty: unlimited.',
      thumbnail: 'Shown in lists, 16:9.',
      promotionalImage: 'Shown on the page of a session and when it is shared, 1200 × 630.',
      odooProductId: 'The product in Odoo that tickets are sold as.',
      ...SEO_HELP,
    },
    relations: { category: 'name', tags: 'name' },
  },
  session: {
    mainField: 'slug',
    sort: ['datetime', 'DESC'],
    list: [
      'topic',
      'datetime',
      'state',
      'registrationCount',
      'capacity',
      'waitlistCount',
      'speaker',
    ],
    edit: [
      { topic: 8, state: 4 },
      { datetime: 6, duration: 3, language: 3 },
      { timezone: 6, sessionType: 6 },
      { speaker: 6, moderator: 6 },
      { panelists: 12 },
      { slug: 6, scheduledPublishAt: 6 },
      { series: 6 },
      { overrides: 12 },
      { capacity: 4, allowWaitlist: 4, requiresApproval: 4 },
      { registrationOpensAt: 6, registrationClosesAt: 6 },
      { registrationCount: 4, waitlistCount: 4, attendanceCount: 4 },
      { price: 6, currency: 6 },
      { earlyBirdPrice: 6, earlyBirdEndDate: 6 },
      { platform: 4, meetingUrl: 8 },
      { meetingPassword: 3, recordingEnabled: 3, recordingUrl: 6 },
      { agenda: 12 },
      { materials: 12 },
      { materialsUrl: 6, slidesUrl: 6 },
      { promotionalImage: 6, certificateTemplate: 6 },
      { consultantFocus: 12 },
      { consultantConfiguration: 12 },
      { revenueSharing: 12 },
      { viewCount: 4, completionRate: 4, averageRating: 4 },
      { consultantMetrics: 12 },
      { followUpOpportunities: 12 },
      { reminderSchedule: 12 },
      { speakerAlertSchedule: 12 },
      { managerSummarySchedule: 12 },
      { createOdooEvent: 6, odooEventId: 6 },
      { createCalendarEvent: 6, googleCalendarEventId: 6 },
    ],
    readOnly: [
      'registrationCount',
      'waitlistCount',
      'attendanceCount',
      'viewCount',
      'completionRate',
      'averageRating',
      'consultantMetrics',
      'followUpOpportunities',
      'odooEventId',
      'googleCalendarEventId',
    ],
    help: {
      state:
        'Draft: visible to editors only. Cancelling informs everyone who is registered, and cannot be undone.',
      datetime:
        'The start, in the time zone of your browser. Moving it informs everyone who is registered.',
      duration: 'Minutes.',
      timezone: 'Where the session is at home, such as Europe/Berlin. Texts show its local time.',
      language: 'The language that is spoken.',
      slug: 'The last part of the address. Left empty, it is made of the topic and the date.',
      scheduledPublishAt: 'A draft is published by itself at this time.',
      overrides:
        'What this session says instead of its topic, in each language. Empty fields keep the topic’s text.',
      capacity: 'Seats. Empty: unlimited. Lowering it throws nobody out.',
      allowWaitlist: 'Whether visitors may queue when all seats are taken.',
      requiresApproval: 'Whether an editor decides on each registration.',
      registrationOpensAt: 'Empty: as the program settings say.',
      registrationClosesAt: 'Empty: at the start.',
      registrationCount: 'Seats that are held. ' + DERIVED,
      waitlistCount: DERIVED,
      attendanceCount: DERIVED,
      price: MINOR_UNITS,
      earlyBirdPrice: 'In minor units, at most the price. Needs the date at which it ends.',
      earlyBirdEndDate: 'The early-bird price holds until then.',
      meetingUrl: 'Never shown publicly: registered people get a link of their own.',
      meetingPassword: 'Never shown publicly.',
      agenda: 'Empty: the topic’s agenda.',
      materials: 'In addition to the topic’s.',
      promotionalImage: 'Empty: the topic’s image.',
      reminderSchedule: OWN_SCHEDULE,
      speakerAlertSchedule: OWN_SCHEDULE,
      managerSummarySchedule: OWN_SCHEDULE,
      viewCount: DERIVED,
      completionRate: 'Per cent of those who attended. ' + DERIVED,
      averageRating: 'From 1 to 5. ' + DERIVED,
      odooEventId: DERIVED,
      googleCalendarEventId: DERIVED,
      createOdooEvent: 'Whether Odoo gets an event for this session.',
      createCalendarEvent: 'Whether the program’s calendar gets an entry.',
    },
    relations: {
      topic: 'title',
      speaker: 'lastName',
      panelists: 'lastName',
      moderator: 'lastName',
    },
  },
  speaker: {
    mainField: 'lastName',
    list: ['lastName', 'firstName', 'company', 'consultantType', 'isActive'],
    edit: [
      { title: 2, firstName: 5, lastName: 5 },
      { slug: 6, isActive: 6 },
      { email: 6, showEmail: 3, phone: 3 },
      { company: 6, position: 6 },
      { biography: 12 },
      { expertise: 12 },
      { industries: 6, photo: 6 },
      { linkedinUrl: 6, websiteUrl: 6 },
      { socialHandles: 12 },
      { isInternal: 3, consultantType: 3, consultantId: 6 },
      { availabilityStatus: 6, nextAvailableDate: 6 },
      { credentials: 12 },
      { businessSettings: 12 },
      { branding: 12 },
      { linkedinData: 12 },
      { performance: 12 },
      { qualityMetrics: 12 },
    ],
    readOnly: ['performance', 'qualityMetrics', 'linkedinData'],
    help: {
      title: 'Dr., Prof. …',
      slug: 'The last part of the address. An address that visitors know should not change.',
      isActive: 'Inactive speakers stay with their past sessions, and are offered no more.',
      email: 'For messages from the program.',
      showEmail: 'Whether visitors see the e-mail address.',
      photo: 'A square portrait, at least 600 × 600.',
      availabilityStatus: 'Whether visitors may ask for a consultation.',
    },
    relations: { industries: 'name' },
  },
  registration: {
    mainField: 'reference',
    sort: ['registeredAt', 'DESC'],
    pageSize: 50,
    list: [
      'reference',
      'state',
      'lastName',
      'firstName',
      'email',
      'company',
      'session',
      'registeredAt',
    ],
    edit: [
      { reference: 4, state: 4, registeredAt: 4 },
      { session: 12 },
      { firstName: 6, lastName: 6 },
      { email: 6, phone: 6 },
      { company: 6, position: 6 },
      { website: 6, language: 3, timezone: 3 },
      { specialRequirements: 6, accessibilityNeeds: 6 },
      { specificQuestions: 6, learningObjectives: 6 },
      { industryVertical: 4, followUpPreferences: 4, consultationInterest: 4 },
      { currentChallenges: 12 },
      { expertiseInterest: 12 },
      { interestedServices: 12 },
      { termsAccepted: 4, privacyConsent: 4, marketingConsent: 4 },
      { consultantFollowUpConsent: 6, dataProcessingConsent: 6 },
      { consentRecord: 12 },
      { waitlistSequence: 3, holdExpiresAt: 3, cancelledAt: 3, cancellationReason: 3 },
      { rejectionReason: 12 },
      { paymentStatus: 3, paymentAmount: 3, paymentCurrency: 3, paymentMethod: 3 },
      { paymentReference: 12 },
      { joinedAt: 4, leftAt: 4, attendanceDuration: 4 },
      { questionsAsked: 4, chatMessages: 4, rating: 4 },
      { feedback: 12 },
      { registrationSource: 4, referralCode: 4, odooRegistrationId: 4 },
      { utm: 12 },
    ],
    readOnly: [
      'reference',
      'state',
      'registeredAt',
      'consentRecord',
      'waitlistSequence',
      'holdExpiresAt',
      'cancelledAt',
      'cancellationReason',
      'rejectionReason',
      'paymentStatus',
      'paymentAmount',
      'paymentCurrency',
      'paymentMethod',
      'paymentReference',
      'joinedAt',
      'leftAt',
      'attendanceDuration',
      'questionsAsked',
      'chatMessages',
      'rating',
      'feedback',
      'odooRegistrationId',
      'utm',
    ],
    help: {
      reference: 'The name of this registration in mails and on the phone.',
      state: 'Changes by approving, cancelling, paying and attending, never by hand.',
      session: 'Cannot be changed: cancel, and register anew.',
      email: 'Cannot be changed: cancel, and register anew.',
      language: 'The language of every mail to this person.',
      consentRecord: 'What was agreed to: which text, in which version and language, and when.',
      waitlistSequence: 'The order of the waitlist. The lowest is next.',
      holdExpiresAt: 'Until then the seat is kept.',
      paymentAmount: 'In minor units.',
      attendanceDuration: 'Minutes.',
    },
    relations: { session: 'slug' },
  },
  'program-settings': {
    mainField: 'programName',
    edit: [
      { programName: 6, organizerName: 6 },
      { senderName: 4, replyTo: 4, speakerReplyTo: 4 },
      { supportEmail: 6, supportPhone: 6 },
      { companyName: 6, companyUrl: 6 },
      { companyAddress: 6, footerText: 6 },
      { brandColor: 6, logo: 6 },
      { consentTexts: 12 },
      { registrationWindow: 3, defaultCapacity: 3, holdMinutes: 3, joinMinutesBefore: 3 },
      { defaultTimezone: 4, defaultCurrency: 4, allowWaitlist: 4 },
      { reminderSchedule: 12 },
      { speakerAlertSchedule: 12 },
      { managerSummarySchedule: 12 },
      { quietHoursFrom: 6, quietHoursTo: 6 },
      { technicalRequirements: 12 },
      { emailTemplates: 12 },
      { programManager: 12 },
      { notificationPreferences: 12 },
      { integrationSettings: 12 },
      { sessionUrlPatternEn: 6, sessionUrlPatternDe: 6 },
      { registrationUrlPatternEn: 6, registrationUrlPatternDe: 6 },
    ],
    help: {
      senderName: 'Who mails come from. The address itself is a setting of the server.',
      replyTo: 'Where answers to mails go.',
      speakerReplyTo: 'Where answers of speakers go. Empty: to the same place.',
      brandColor: 'Of mails and pages, such as #2A4BD7.',
      footerText: 'At the end of every mail.',
      consentTexts:
        'One per kind and language. A new wording needs a new version: each registration records the one it agreed to.',
      registrationWindow:
        'Days before the start at which registration opens, at the time of day of the start. Empty: as soon as a session is published.',
      defaultCapacity: 'The usual number of seats. Empty: unlimited.',
      holdMinutes: 'How long a seat is kept for an unfinished payment.',
      joinMinutesBefore:
        'Minutes before the start at which registrants are let into the meeting by their own link.',
      reminderSchedule:
        'Minutes before the start: [10080, 2880, 120] is seven days, two days and two hours. Whole days keep the time of day of the start. [] is none.',
      speakerAlertSchedule: 'Minutes before the start at which speakers are told.',
      managerSummarySchedule:
        'Minutes before the start at which the program manager gets a summary.',
      quietHoursFrom:
        'Reminders wait from this time of day (such as 21:00), by the clock of the recipient, to the other one, unless that would be too late. Empty: they never wait.',
      technicalRequirements: 'What participants need. Part of the confirmation.',
      emailTemplates: 'A paragraph of your own in each kind of mail. Plain text.',
      sessionUrlPatternEn: 'Empty: /webinars/{slug}',
      sessionUrlPatternDe: 'Empty: /de/webinare/{slug}',
      registrationUrlPatternEn: 'Empty: /registrations/{token}',
      registrationUrlPatternDe: 'Empty: /de/registrations/{token}',
    },
    relations: { programManager: 'lastName' },
  },
  'mail-template': {
    mainField: 'kind',
    list: ['kind', 'language', 'isActive', 'subject'],
    edit: [
      { kind: 6, language: 3, isActive: 3 },
      { subject: 12 },
      { preheader: 12 },
      { heading: 12 },
      { intro: 12 },
      { button: 6 },
      { blocks: 12 },
    ],
    help: {
      kind: 'There is one text for each kind and language. Empty fields keep the built-in words.',
      isActive: 'Otherwise the built-in words go out.',
      subject: 'Values such as {{ session.title }} may stand in every field.',
      preheader: 'What a mailbox shows behind the subject.',
      intro: 'One paragraph per line.',
      blocks: 'Further paragraphs after the session, each with a link if you like.',
    },
  },
  category: {
    mainField: 'name',
    list: ['name', 'slug'],
    edit: [{ name: 6, slug: 6 }],
    help: { slug: NAME },
  },
  tag: {
    mainField: 'name',
    list: ['name', 'slug'],
    edit: [{ name: 6, slug: 6 }],
    help: { slug: NAME },
  },
  industry: {
    mainField: 'name',
    list: ['name', 'slug'],
    edit: [{ name: 6, slug: 6 }],
    help: { slug: NAME },
  },
} as const;

/** Components: those that are not here are shown as Strapi does by itself. */
export const componentLayouts = {
  'text-item': { mainField: 'text', edit: [{ text: 12 }] },
  'agenda-item': {
    mainField: 'title',
    edit: [{ minutes: 3, title: 9 }, { description: 12 }],
    help: { minutes: 'How long it takes.' },
  },
  material: {
    mainField: 'title',
    edit: [{ title: 12 }, { url: 6, file: 6 }, { isPublic: 3 }, { description: 12 }],
    help: {
      url: 'A link, or a file beside it.',
      isPublic: 'Everybody may have it; otherwise only who registered.',
    },
  },
  'mail-block': {
    mainField: 'heading',
    edit: [{ heading: 12 }, { text: 12 }, { linkText: 6, linkUrl: 6 }],
    help: { text: 'One paragraph per line.' },
  },
  'session-text': {
    mainField: 'locale',
    edit: [
      { locale: 3, title: 9 },
      { description: 12 },
      { socialMediaCopy: 12 },
      { seoTitle: 12 },
      { seoDescription: 12 },
    ],
    help: { locale: 'The language of these texts.', ...SEO_HELP },
  },
  'consent-text': {
    mainField: 'kind',
    edit: [{ kind: 4, locale: 4, version: 4 }, { text: 12 }, { url: 12 }],
    help: { url: 'The full text that the sentence speaks of.' },
  },
  'revenue-sharing': {
    mainField: 'revenueSharePercentage',
    edit: [{ revenueSharePercentage: 4, consultantRevenue: 4, platformRevenue: 4 }],
    readOnly: ['consultantRevenue', 'platformRevenue'],
    help: {
      revenueSharePercentage: 'The speaker’s share, in per cent.',
      consultantRevenue: 'In minor units. ' + DERIVED,
      platformRevenue: 'In minor units. ' + DERIVED,
    },
  },
  'consultant-metrics': {
    mainField: 'followUpBookings',
    edit: [
      {
        expertiseRelevanceScore: 3,
        audienceEngagementRate: 3,
        followUpBookings: 3,
        leadQualityScore: 3,
      },
    ],
    readOnly: [
      'expertiseRelevanceScore',
      'audienceEngagementRate',
      'followUpBookings',
      'leadQualityScore',
    ],
  },
  'follow-up-opportunities': {
    mainField: 'consultationRequests',
    edit: [
      {
        consultationRequests: 3,
        whitepaperDownloads: 3,
        socialConnections: 3,
        businessInquiries: 3,
      },
    ],
    readOnly: [
      'consultationRequests',
      'whitepaperDownloads',
      'socialConnections',
      'businessInquiries',
    ],
  },
  'speaker-performance': {
    mainField: 'totalWebinars',
    edit: [
      { totalWebinars: 4, attendeeCount: 4, averageRating: 4 },
      { engagementRate: 4, conversionRate: 4, repeatBookings: 4 },
    ],
    readOnly: [
      'totalWebinars',
      'attendeeCount',
      'averageRating',
      'engagementRate',
      'conversionRate',
      'repeatBookings',
    ],
    help: {
      engagementRate: 'Per cent.',
      conversionRate: 'Per cent of attendees who booked a consultation.',
    },
  },
  'quality-metrics': {
    mainField: 'contentQualityScore',
    edit: [
      {
        contentQualityScore: 3,
        technicalSetupScore: 3,
        engagementScore: 3,
        professionalismScore: 3,
      },
    ],
    readOnly: [
      'contentQualityScore',
      'technicalSetupScore',
      'engagementScore',
      'professionalismScore',
    ],
  },
  'linkedin-data': {
    mainField: 'profileId',
    edit: [
      { profileId: 6, headline: 6 },
      { connections: 4, recommendations: 4, lastSynced: 4 },
    ],
    readOnly: ['profileId', 'headline', 'connections', 'recommendations', 'lastSynced'],
  },
  'business-settings': {
    mainField: 'preferredPaymentTerms',
    edit: [
      { hourlyRate: 4, hourlyRateCurrency: 4, availableForConsultations: 4 },
      { revenueSharePercentage: 4, preferredPaymentTerms: 8 },
    ],
    help: {
      hourlyRate: 'In minor units: 12000 is 120.00.',
      revenueSharePercentage: 'The speaker’s share, in per cent.',
    },
  },
} as const;
