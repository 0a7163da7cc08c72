import {
  component,
  flag,
  image,
  line,
  list,
  LOCALIZED,
  NOT_IN_BUILDER,
  one,
  oneOf,
  paragraph,
  seats,
  TIME_OF_DAY,
  webAddress,
  wholeNumber,
  type ContentTypeSchema,
} from '../attributes';
import { CURRENCIES } from '../../../../shared/vocabulary';
import { MOST_JOIN_MINUTES } from '../../domain/join-window';

/** What the whole programme shares. Secrets are not here: they come from the environment only. */
export const programSettings = {
  kind: 'singleType',
  collectionName: 'webinars_program_settings',
  info: {
    singularName: 'program-settings',
    pluralName: 'program-settings-entries',
    displayName: 'Webinar program settings',
    description: 'Names, sender, defaults, reminders and consent texts of the whole programme',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER, i18n: { localized: true } },
  attributes: {
    programName: { ...line(200), ...LOCALIZED },
    organizerName: line(200),
    senderName: line(200),
    replyTo: { type: 'email', maxLength: 254 },
    speakerReplyTo: { type: 'email', maxLength: 254 },
    supportEmail: { type: 'email', maxLength: 254 },
    supportPhone: line(40),
    companyName: line(200),
    companyAddress: paragraph(500),
    companyUrl: webAddress(),
    brandColor: { ...line(7), regex: '^#[0-9A-Fa-f]{6}$' },
    logo: image(),
    footerText: { ...paragraph(1000), ...LOCALIZED },
    technicalRequirements: { ...paragraph(2000), ...LOCALIZED },

    consentTexts: list('consent-text', 20),

    registrationWindow: wholeNumber(0, 3650),
    defaultTimezone: { ...line(64), default: 'Europe/Berlin' },
    defaultCurrency: { ...oneOf(CURRENCIES), default: 'EUR' },
    defaultCapacity: seats(),
    allowWaitlist: flag(true),
    holdMinutes: { ...wholeNumber(5, 1440), default: 30 },
    joinMinutesBefore: { ...wholeNumber(0, MOST_JOIN_MINUTES), default: 30 },

    reminderSchedule: { type: 'json', default: '[10080,2880,120]' },
    speakerAlertSchedule: { type: 'json', default: '[4320]' },
    managerSummarySchedule: { type: 'json', default: '[2880]' },
    quietHoursFrom: { ...line(5), regex: TIME_OF_DAY },
    quietHoursTo: { ...line(5), regex: TIME_OF_DAY },

    emailTemplates: component('email-templates'),

    programManager: one('plugin::webinars.speaker'),
    notificationPreferences: component('notification-preferences'),
    integrationSettings: component('integration-settings'),

    sessionUrlPatternEn: line(),
    sessionUrlPatternDe: line(),
    registrationUrlPatternEn: line(),
    registrationUrlPatternDe: line(),
  },
} satisfies ContentTypeSchema;
