import type { Schema, Struct } from '@strapi/strapi';

export interface WebinarsAgendaItem extends Struct.ComponentSchema {
  collectionName: 'components_webinars_agenda_items';
  info: {
    description: '';
    displayName: 'Agenda item';
    icon: 'clock';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    minutes: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1440;
          min: 0;
        },
        number
      >;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
        minLength: 1;
      }>;
  };
}

export interface WebinarsBrandColor extends Struct.ComponentSchema {
  collectionName: 'components_webinars_brand_colors';
  info: {
    description: '';
    displayName: 'Colour';
    icon: 'paint';
  };
  attributes: {
    color: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 7;
      }>;
  };
}

export interface WebinarsBranding extends Struct.ComponentSchema {
  collectionName: 'components_webinars_brandings';
  info: {
    description: '';
    displayName: 'Branding';
    icon: 'paint';
  };
  attributes: {
    brandColors: Schema.Attribute.Component<'webinars.brand-color', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
        },
        number
      >;
    customTemplates: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
        },
        number
      >;
    logo: Schema.Attribute.Media<'images'>;
  };
}

export interface WebinarsBusinessSettings extends Struct.ComponentSchema {
  collectionName: 'components_webinars_business_settings';
  info: {
    description: '';
    displayName: 'Business settings';
    icon: 'briefcase';
  };
  attributes: {
    availableForConsultations: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    hourlyRate: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100000000;
          min: 0;
        },
        number
      >;
    hourlyRateCurrency: Schema.Attribute.Enumeration<['EUR', 'USD', 'GBP', 'CHF']> &
      Schema.Attribute.DefaultTo<'EUR'>;
    preferredPaymentTerms: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    revenueSharePercentage: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
  };
}

export interface WebinarsConsentText extends Struct.ComponentSchema {
  collectionName: 'components_webinars_consent_texts';
  info: {
    description: '';
    displayName: 'Consent text';
    icon: 'shield';
  };
  attributes: {
    kind: Schema.Attribute.Enumeration<
      ['terms', 'privacy', 'marketing', 'consultant-follow-up', 'data-processing']
    > &
      Schema.Attribute.Required;
    locale: Schema.Attribute.Enumeration<['en', 'de']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'en'>;
    text: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
        minLength: 1;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2048;
      }>;
    version: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
        minLength: 1;
      }>;
  };
}

export interface WebinarsConsultantConfiguration extends Struct.ComponentSchema {
  collectionName: 'components_webinars_consultant_configurations';
  info: {
    description: '';
    displayName: 'Format';
    icon: 'cog';
  };
  attributes: {
    consultantRole: Schema.Attribute.Enumeration<['presenter', 'facilitator', 'advisor']>;
    interactionLevel: Schema.Attribute.Enumeration<['lecture', 'interactive', 'hands-on']>;
  };
}

export interface WebinarsConsultantFocus extends Struct.ComponentSchema {
  collectionName: 'components_webinars_consultant_focuses';
  info: {
    description: '';
    displayName: 'Focus';
    icon: 'search';
  };
  attributes: {
    primaryExpertise: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    secondaryTopics: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
        },
        number
      >;
    targetAudience: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
        },
        number
      >;
  };
}

export interface WebinarsConsultantMetrics extends Struct.ComponentSchema {
  collectionName: 'components_webinars_consultant_metrics';
  info: {
    description: '';
    displayName: 'Consultant figures';
    icon: 'chartPie';
  };
  attributes: {
    audienceEngagementRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
    expertiseRelevanceScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
    followUpBookings: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    leadQualityScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
  };
}

export interface WebinarsCredentials extends Struct.ComponentSchema {
  collectionName: 'components_webinars_credentials';
  info: {
    description: '';
    displayName: 'Credentials';
    icon: 'medium';
  };
  attributes: {
    certifications: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
        },
        number
      >;
    education: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
        },
        number
      >;
    publications: Schema.Attribute.Component<'webinars.text-item', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
        },
        number
      >;
    speakingExperience: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 80;
          min: 0;
        },
        number
      >;
  };
}

export interface WebinarsEmailTemplates extends Struct.ComponentSchema {
  collectionName: 'components_webinars_email_templates';
  info: {
    description: '';
    displayName: 'Additional mail texts';
    icon: 'envelop';
  };
  attributes: {
    cancellationTemplate: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
    confirmationTemplate: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
    followUpTemplate: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
    reminderTemplate: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
  };
}

export interface WebinarsFollowUpOpportunities extends Struct.ComponentSchema {
  collectionName: 'components_webinars_follow_up_opportunities';
  info: {
    description: '';
    displayName: 'Follow-up';
    icon: 'handHeart';
  };
  attributes: {
    businessInquiries: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    consultationRequests: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    socialConnections: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    whitepaperDownloads: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
  };
}

export interface WebinarsIntegrationSettings extends Struct.ComponentSchema {
  collectionName: 'components_webinars_integration_settings';
  info: {
    description: '';
    displayName: 'Integrations';
    icon: 'puzzle';
  };
  attributes: {
    autoSyncRegistrations: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    calendarIntegration: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    odooEventCreation: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
  };
}

export interface WebinarsLinkedinData extends Struct.ComponentSchema {
  collectionName: 'components_webinars_linkedin_data';
  info: {
    description: '';
    displayName: 'LinkedIn data';
    icon: 'link';
  };
  attributes: {
    connections: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    headline: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    lastSynced: Schema.Attribute.DateTime;
    profileId: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    recommendations: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
  };
}

export interface WebinarsMailBlock extends Struct.ComponentSchema {
  collectionName: 'components_webinars_mail_blocks';
  info: {
    description: '';
    displayName: 'Block of a mail';
    icon: 'envelop';
  };
  attributes: {
    heading: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    linkText: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    linkUrl: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2048;
      }>;
    text: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5000;
      }>;
  };
}

export interface WebinarsMaterial extends Struct.ComponentSchema {
  collectionName: 'components_webinars_materials';
  info: {
    description: '';
    displayName: 'Material';
    icon: 'file';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    file: Schema.Attribute.Media<'files' | 'images' | 'videos' | 'audios'>;
    isPublic: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
        minLength: 1;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2048;
      }>;
  };
}

export interface WebinarsNotificationPreferences extends Struct.ComponentSchema {
  collectionName: 'components_webinars_notification_preferences';
  info: {
    description: '';
    displayName: 'Notifications';
    icon: 'bell';
  };
  attributes: {
    newRegistrations: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    performanceReports: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    sessionsReminders: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
  };
}

export interface WebinarsQualityMetrics extends Struct.ComponentSchema {
  collectionName: 'components_webinars_quality_metrics';
  info: {
    description: '';
    displayName: 'Quality';
    icon: 'star';
  };
  attributes: {
    contentQualityScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
    engagementScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
    professionalismScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
    technicalSetupScore: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 10;
          min: 0;
        },
        number
      >;
  };
}

export interface WebinarsRevenueSharing extends Struct.ComponentSchema {
  collectionName: 'components_webinars_revenue_sharings';
  info: {
    description: '';
    displayName: 'Revenue sharing';
    icon: 'priceTag';
  };
  attributes: {
    consultantRevenue: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100000000;
          min: 0;
        },
        number
      >;
    platformRevenue: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100000000;
          min: 0;
        },
        number
      >;
    revenueSharePercentage: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
  };
}

export interface WebinarsSessionText extends Struct.ComponentSchema {
  collectionName: 'components_webinars_session_texts';
  info: {
    description: '';
    displayName: 'Text of this session';
    icon: 'pencil';
  };
  attributes: {
    description: Schema.Attribute.RichText &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50000;
      }>;
    locale: Schema.Attribute.Enumeration<['en', 'de']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'en'>;
    socialMediaCopy: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 3000;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface WebinarsSocialHandles extends Struct.ComponentSchema {
  collectionName: 'components_webinars_social_handles';
  info: {
    description: '';
    displayName: 'Social media';
    icon: 'globe';
  };
  attributes: {
    bluesky: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    facebook: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    instagram: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    mastodon: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    x: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    xing: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    youtube: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
  };
}

export interface WebinarsSpeakerPerformance extends Struct.ComponentSchema {
  collectionName: 'components_webinars_speaker_performances';
  info: {
    description: '';
    displayName: 'Performance';
    icon: 'chartBubble';
  };
  attributes: {
    attendeeCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    averageRating: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 5;
          min: 1;
        },
        number
      >;
    conversionRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
    engagementRate: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
    repeatBookings: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    totalWebinars: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
  };
}

export interface WebinarsTextItem extends Struct.ComponentSchema {
  collectionName: 'components_webinars_text_items';
  info: {
    description: '';
    displayName: 'Text';
    icon: 'bulletList';
  };
  attributes: {
    text: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
        minLength: 1;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'webinars.agenda-item': WebinarsAgendaItem;
      'webinars.brand-color': WebinarsBrandColor;
      'webinars.branding': WebinarsBranding;
      'webinars.business-settings': WebinarsBusinessSettings;
      'webinars.consent-text': WebinarsConsentText;
      'webinars.consultant-configuration': WebinarsConsultantConfiguration;
      'webinars.consultant-focus': WebinarsConsultantFocus;
      'webinars.consultant-metrics': WebinarsConsultantMetrics;
      'webinars.credentials': WebinarsCredentials;
      'webinars.email-templates': WebinarsEmailTemplates;
      'webinars.follow-up-opportunities': WebinarsFollowUpOpportunities;
      'webinars.integration-settings': WebinarsIntegrationSettings;
      'webinars.linkedin-data': WebinarsLinkedinData;
      'webinars.mail-block': WebinarsMailBlock;
      'webinars.material': WebinarsMaterial;
      'webinars.notification-preferences': WebinarsNotificationPreferences;
      'webinars.quality-metrics': WebinarsQualityMetrics;
      'webinars.revenue-sharing': WebinarsRevenueSharing;
      'webinars.session-text': WebinarsSessionText;
      'webinars.social-handles': WebinarsSocialHandles;
      'webinars.speaker-performance': WebinarsSpeakerPerformance;
      'webinars.text-item': WebinarsTextItem;
    }
  }
}
