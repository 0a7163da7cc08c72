import { components } from './components/schemas';
import type { Attributes } from './attributes';
import { RULES } from './constraint-rules';
import { CONSTRAINT_SENTENCES, sentenceOfConstraint } from './constraint-sentences';
import { contentTypes } from './index';
import { componentLayouts, layouts, type Layout } from './layouts';
import english from '../../../admin/src/translations/en.json';
import german from '../../../admin/src/translations/de.json';
import germanHelp from '../../../admin/src/translations/help.de.json';

type Name = keyof typeof contentTypes;

const NAMES = Object.keys(contentTypes) as Name[];
const attributesOf = (name: Name): Attributes => contentTypes[name].schema.attributes;
const componentAttributes = (name: string): Attributes => {
  const schema = Object.entries(components).find(([known]) => known === name)?.[1];
  if (schema === undefined) throw new Error(`no component ${name}`);
  return schema.attributes;
};

describe('the fields of the specification', () => {
  /** Every member of the interfaces, and where it is when that is elsewhere (ADR-0003). `-`: Strapi's own. */
  const SPECIFICATION: [name: Name, members: string, elsewhere: Record<string, string>][] = [
    [
      'topic',
      `id title description learningObjectives prerequisites targetAudience category tags difficultyLevel
       defaultDuration defaultPrice defaultCapacity thumbnailUrl promotionalImageUrl odooProductId status
       createdBy updatedBy`,
      {
        id: '-',
        createdBy: '-',
        updatedBy: '-',
        status: 'state',
        thumbnailUrl: 'thumbnail',
        promotionalImageUrl: 'promotionalImage',
      },
    ],
    [
      'session',
      `id slug topicId speakerId title description datetime duration timezone speakers.primary speakers.panelists
       speakers.moderatorId sessionType consultantFocus.primaryExpertise consultantFocus.secondaryTopics
       consultantFocus.targetAudience price currency capacity registrationCount attendanceCount
       revenueSharing.consultantRevenue revenueSharing.platformRevenue revenueSharing.revenueSharePercentage
       meetingUrl meetingPassword recordingUrl materialsUrl slidesUrl certificateTemplate status
       registrationOpensAt registrationClosesAt viewCount completionRate averageRating
       consultantMetrics.expertiseRelevanceScore consultantMetrics.audienceEngagementRate
       consultantMetrics.followUpBookings consultantMetrics.leadQualityScore
       followUpOpportunities.consultationRequests followUpOpportunities.whitepaperDownloads
       followUpOpportunities.socialConnections followUpOpportunities.businessInquiries odooEventId
       googleCalendarEventId createdAt updatedAt createdBy updatedBy
       primaryConsultantId additionalConsultantIds moderatorId consultantConfiguration.sessionType
       consultantConfiguration.consultantRole consultantConfiguration.interactionLevel requiresApproval
       allowWaitlist earlyBirdPrice earlyBirdEndDate platform recordingEnabled promotionalImageUrl
       socialMediaCopy createOdooEvent createCalendarEvent scheduledPublishAt`,
      {
        id: '-',
        createdAt: '-',
        updatedAt: '-',
        createdBy: '-',
        updatedBy: '-',
        status: 'state',
        topicId: 'topic',
        speakerId: 'speaker',
        'speakers.primary': 'speaker',
        'speakers.panelists': 'panelists',
        'speakers.moderatorId': 'moderator',
        title: 'overrides.title',
        description: 'overrides.description',
        socialMediaCopy: 'overrides.socialMediaCopy',
        primaryConsultantId: 'speaker',
        additionalConsultantIds: 'panelists',
        moderatorId: 'moderator',
        'consultantConfiguration.sessionType': 'sessionType',
        promotionalImageUrl: 'promotionalImage',
      },
    ],
    [
      'speaker',
      `id firstName lastName title email phone biography company position expertise photoUrl linkedinUrl websiteUrl
       consultantId isInternal consultantType linkedinData.profileId linkedinData.headline linkedinData.connections
       linkedinData.recommendations linkedinData.lastSynced credentials.certifications credentials.education
       credentials.publications credentials.speakingExperience performance.totalWebinars performance.averageRating
       performance.attendeeCount performance.engagementRate performance.conversionRate performance.repeatBookings
       businessSettings.hourlyRate businessSettings.availableForConsultations
       businessSettings.revenueSharePercentage businessSettings.preferredPaymentTerms branding.logoUrl
       branding.brandColors branding.customTemplates isActive availabilityStatus nextAvailableDate
       qualityMetrics.contentQualityScore qualityMetrics.technicalSetupScore qualityMetrics.engagementScore
       qualityMetrics.professionalismScore`,
      { id: '-', photoUrl: 'photo', 'branding.logoUrl': 'branding.logo' },
    ],
    [
      'registration',
      `id sessionId firstName lastName email phone company position website status registrationSource
       specialRequirements termsAccepted marketingConsent privacyConsent paymentStatus paymentAmount paymentMethod
       paymentReference joinedAt leftAt attendanceDuration questionsAsked chatMessages rating feedback
       odooRegistrationId registeredAt updatedAt
       industryVertical currentChallenges expertiseInterest consultationInterest specificQuestions
       learningObjectives followUpPreferences interestedServices accessibilityNeeds consultantFollowUpConsent
       dataProcessingConsent language`,
      { id: '-', updatedAt: '-', sessionId: 'session', status: 'state' },
    ],
    [
      'program-settings',
      `programManager.consultantId notificationPreferences.newRegistrations notificationPreferences.sessionsReminders
       notificationPreferences.performanceReports registrationWindow reminderSchedule defaultTimezone
       defaultCapacity allowWaitlist emailTemplates.confirmationTemplate emailTemplates.reminderTemplate
       emailTemplates.followUpTemplate emailTemplates.cancellationTemplate integrationSettings.odooEventCreation
       integrationSettings.calendarIntegration integrationSettings.autoSyncRegistrations`,
      { 'programManager.consultantId': 'programManager' },
    ],
  ];

  const FIELDS = SPECIFICATION.flatMap(([name, members, elsewhere]) =>
    members
      .split(/\s+/)
      .filter((member) => elsewhere[member] !== '-')
      .map((member) => [name, member, elsewhere[member] ?? member] as const)
  );

  it.each(FIELDS)('%s: %s', (name, _member, path) => {
    const [attribute = '', inner] = path.split('.');
    const found = attributesOf(name)[attribute];
    expect(found).toBeDefined();
    const innerAttributes =
      inner === undefined ? {} : componentAttributes(String(found?.component).split('.')[1] ?? '');
    expect(Object.keys(innerAttributes)).toEqual(
      inner === undefined ? [] : expect.arrayContaining([inner])
    );
  });
});

describe('a layout', () => {
  const LAID_OUT: [string, Attributes, Layout<string>][] = [
    ...NAMES.map((name): [string, Attributes, Layout<string>] => [
      name,
      attributesOf(name),
      layouts[name],
    ]),
    ...Object.entries(componentLayouts).map(
      ([name, layout]): [string, Attributes, Layout<string>] => [
        name,
        componentAttributes(name),
        layout,
      ]
    ),
  ];

  it.each(LAID_OUT)('of %s shows every visible field once', (_name, attributes, layout) => {
    const visible = Object.keys(attributes).filter((field) => attributes[field]?.visible !== false);
    const shown = layout.edit.flatMap((row) => Object.keys(row));
    expect(shown.sort()).toEqual(visible.sort());
  });

  it.each(LAID_OUT)('of %s has rows of at most twelve columns', (_name, _attributes, layout) => {
    const widths = layout.edit.map((row) =>
      Object.values(row).reduce<number>((sum, size) => sum + (size ?? 0), 0)
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(12);
  });

  it.each(LAID_OUT)('of %s gives large fields the whole width', (_name, attributes, layout) => {
    const large = layout.edit
      .flatMap((row) => Object.entries(row))
      .filter(([field]) =>
        ['component', 'json', 'richtext'].includes(attributes[field]?.type ?? '')
      );
    expect(large.filter(([, size]) => size !== 12)).toEqual([]);
  });

  it.each(LAID_OUT)('of %s speaks of fields that exist', (_name, attributes, layout) => {
    const mentioned = [
      layout.mainField,
      ...(layout.list ?? []),
      ...(layout.readOnly ?? []),
      ...Object.keys(layout.help ?? {}),
      ...Object.keys(layout.relations ?? {}),
    ];
    expect(mentioned.filter((field) => attributes[field] === undefined)).toEqual([]);
  });
});

describe('help', () => {
  it('exists in German word for word, and nothing besides', () => {
    const all: Layout<string>[] = [...Object.values(layouts), ...Object.values(componentLayouts)];
    const texts = new Set(all.flatMap(({ help = {} }) => Object.values(help)));
    expect(Object.keys(germanHelp).sort()).toEqual([...texts].sort());
  });
});

describe('labels', () => {
  const KEYS = [
    ...NAMES.flatMap((name) =>
      Object.keys(attributesOf(name))
        .filter((field) => attributesOf(name)[field]?.visible !== false)
        .map((field) => `content-manager.content-types.plugin::webinars.${name}.${field}`)
    ),
    ...Object.entries(components).flatMap(([name, { attributes }]) =>
      Object.keys(attributes).map((field) => `content-manager.components.webinars.${name}.${field}`)
    ),
    ...NAMES.map((name) => contentTypes[name].schema.info.displayName),
  ];

  it.each([
    ['English', english],
    ['German', german],
  ])('name every field in %s', (_language, translations: Record<string, string>) => {
    expect(KEYS.filter((key) => !translations[key])).toEqual([]);
  });

  it('are the same keys in both languages', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });
});

describe('the rules of the database', () => {
  it('have names that no database cuts and nobody shares', () => {
    const names = RULES.map(({ name }) => name);
    expect(names.filter((name) => name.length > 63)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('all have a sentence in both languages', () => {
    const silent = Object.values(CONSTRAINT_SENTENCES).filter(
      ({ sentence }) => !sentence.en.endsWith('.') || !sentence.de.endsWith('.')
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ['PostgreSQL', { message: 'violates', constraint: 'webinars_sessions_window_order_ck' }],
    ['a trigger of SQLite', { message: 'insert … - webinars_sessions_window_order_ck' }],
  ])('are told from an error of %s', (_driver, { message, ...rest }) => {
    const error = Object.assign(new Error(message), rest);
    expect(sentenceOfConstraint(error, 'de')).toEqual({
      code: 'window_order',
      message: 'Die Anmeldung muss öffnen, bevor sie schließt.',
    });
  });

  it('are told from the columns that SQLite names', () => {
    const error = new Error(
      'insert into `webinars_registrations` … - UNIQUE constraint failed: webinars_registrations.session_document_id, webinars_registrations.email_key'
    );
    expect(sentenceOfConstraint(error, 'en')?.code).toBe('person_taken');
  });

  it('leave other errors alone', () => {
    expect(sentenceOfConstraint(new Error('connection lost'), 'en')).toBeNull();
    expect(sentenceOfConstraint('not an error', 'en')).toBeNull();
  });
});
