import {
  counter,
  files,
  flag,
  image,
  instant,
  language,
  line,
  list,
  oneOf,
  paragraph,
  percentage,
  price,
  rating,
  score,
  webAddress,
  wholeNumber,
  type Attributes,
  type ComponentSchema,
} from '../attributes';
import {
  CONSENT_KINDS,
  CONSULTANT_ROLES,
  CURRENCIES,
  INTERACTION_LEVELS,
} from '../../../../shared/vocabulary';

const component = (
  table: string,
  [displayName, icon]: readonly [string, string],
  attributes: Attributes,
  description = ''
): ComponentSchema => ({
  collectionName: `components_webinars_${table}`,
  info: { displayName, description, icon },
  options: {},
  attributes,
});

/** Every component by its name within `webinars.`. A derived figure belongs to one that only jobs write. */
export const components = {
  'text-item': component('text_items', ['Text', 'bulletList'], {
    text: {
      ...line(500),
      required: true,
      minLength: 1,
      column: { type: 'text', args: ['longtext'] },
    },
  }),
  'agenda-item': component('agenda_items', ['Agenda item', 'clock'], {
    title: { ...line(200), required: true, minLength: 1 },
    minutes: wholeNumber(0, 1440),
    description: paragraph(1000),
  }),
  material: component('materials', ['Material', 'file'], {
    title: { ...line(200), required: true, minLength: 1 },
    description: paragraph(1000),
    url: webAddress(),
    file: files(),
    isPublic: flag(false),
  }),
  'session-text': component('session_texts', ['Text of this session', 'pencil'], {
    locale: { ...language(), required: true, default: 'en' },
    title: line(200),
    description: { type: 'richtext', maxLength: 50_000 },
    socialMediaCopy: paragraph(3000),
    seoTitle: line(120),
    seoDescription: paragraph(320),
  }),
  'mail-block': component('mail_blocks', ['Block of a mail', 'envelop'], {
    heading: line(200),
    text: paragraph(5000),
    linkText: line(100),
    linkUrl: webAddress(),
  }),
  'consultant-focus': component('consultant_focuses', ['Focus', 'search'], {
    primaryExpertise: line(200),
    secondaryTopics: list('text-item', 20),
    targetAudience: list('text-item', 20),
  }),
  'consultant-configuration': component('consultant_configurations', ['Format', 'cog'], {
    consultantRole: oneOf(CONSULTANT_ROLES),
    interactionLevel: oneOf(INTERACTION_LEVELS),
  }),
  'revenue-sharing': component('revenue_sharings', ['Revenue sharing', 'priceTag'], {
    revenueSharePercentage: percentage(),
    consultantRevenue: price(),
    platformRevenue: price(),
  }),
  'consultant-metrics': component('consultant_metrics', ['Consultant figures', 'chartPie'], {
    expertiseRelevanceScore: score(),
    audienceEngagementRate: percentage(),
    followUpBookings: counter(),
    leadQualityScore: score(),
  }),
  'follow-up-opportunities': component('follow_up_opportunities', ['Follow-up', 'handHeart'], {
    consultationRequests: counter(),
    whitepaperDownloads: counter(),
    socialConnections: counter(),
    businessInquiries: counter(),
  }),
  'social-handles': component('social_handles', ['Social media', 'globe'], {
    x: line(100),
    bluesky: line(100),
    mastodon: line(100),
    facebook: line(100),
    instagram: line(100),
    youtube: line(100),
    xing: line(100),
  }),
  'linkedin-data': component('linkedin_data', ['LinkedIn data', 'link'], {
    profileId: line(100),
    headline: line(255),
    connections: counter(),
    recommendations: counter(),
    lastSynced: instant(),
  }),
  credentials: component('credentials', ['Credentials', 'medium'], {
    certifications: list('text-item', 50),
    education: list('text-item', 50),
    publications: list('text-item', 100),
    speakingExperience: wholeNumber(0, 80),
  }),
  'speaker-performance': component('speaker_performances', ['Performance', 'chartBubble'], {
    totalWebinars: counter(),
    averageRating: rating(),
    attendeeCount: counter(),
    engagementRate: percentage(),
    conversionRate: percentage(),
    repeatBookings: counter(),
  }),
  'business-settings': component('business_settings', ['Business settings', 'briefcase'], {
    hourlyRate: price(),
    hourlyRateCurrency: { ...oneOf(CURRENCIES), default: 'EUR' },
    availableForConsultations: flag(false),
    revenueSharePercentage: percentage(),
    preferredPaymentTerms: line(200),
  }),
  branding: component('brandings', ['Branding', 'paint'], {
    logo: image(),
    brandColors: list('brand-color', 10),
    customTemplates: list('text-item', 20),
  }),
  'brand-color': component('brand_colors', ['Colour', 'paint'], {
    color: { ...line(7), required: true, regex: '^#[0-9A-Fa-f]{6}$' },
  }),
  'quality-metrics': component('quality_metrics', ['Quality', 'star'], {
    contentQualityScore: score(),
    technicalSetupScore: score(),
    engagementScore: score(),
    professionalismScore: score(),
  }),
  'consent-text': component('consent_texts', ['Consent text', 'shield'], {
    kind: { ...oneOf(CONSENT_KINDS), required: true },
    locale: { ...language(), required: true, default: 'en' },
    version: { ...line(50), required: true, minLength: 1 },
    text: { ...paragraph(3000), required: true, minLength: 1 },
    url: webAddress(),
  }),
  'email-templates': component('email_templates', ['Additional mail texts', 'envelop'], {
    confirmationTemplate: paragraph(3000),
    reminderTemplate: paragraph(3000),
    followUpTemplate: paragraph(3000),
    cancellationTemplate: paragraph(3000),
  }),
  'notification-preferences': component('notification_preferences', ['Notifications', 'bell'], {
    newRegistrations: flag(true),
    sessionsReminders: flag(true),
    performanceReports: flag(true),
  }),
  'integration-settings': component('integration_settings', ['Integrations', 'puzzle'], {
    odooEventCreation: flag(false),
    calendarIntegration: flag(false),
    autoSyncRegistrations: flag(false),
  }),
} satisfies Record<string, ComponentSchema>;
