/**
 * What of each content type is shown to everybody. Nothing else is read for the catalogue: no address of a meeting and
 * no telephone number can slip out of what was never there.
 */
const FILE = { select: ['id', 'url'] };
const ID = { select: ['documentId'] };
const TEXTS = { select: ['text'] };
const AGENDA = { select: ['title', 'minutes', 'description'] };
const MATERIALS = {
  select: ['title', 'description', 'url', 'isPublic'],
  populate: { file: FILE },
};

export const SESSION_FIELDS = [
  'id',
  'documentId',
  'slug',
  'state',
  'topicDocumentId',
  'speakerDocumentId',
  'language',
  'sessionType',
  'series',
  'datetime',
  'duration',
  'timezone',
  'price',
  'currency',
  'earlyBirdPrice',
  'earlyBirdEndDate',
  'capacity',
  'scheduledPublishAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'requiresApproval',
  'allowWaitlist',
  'averageRating',
  'revision',
  'updatedAt',
];

export const SESSION_PARTS = {
  overrides: {
    select: ['locale', 'title', 'description', 'socialMediaCopy', 'seoTitle', 'seoDescription'],
  },
  promotionalImage: FILE,
  panelists: ID,
  moderator: ID,
  consultantFocus: {
    select: ['primaryExpertise'],
    populate: { secondaryTopics: TEXTS, targetAudience: TEXTS },
  },
  consultantConfiguration: { select: ['consultantRole', 'interactionLevel'] },
  agenda: AGENDA,
  materials: MATERIALS,
};

export const TOPIC_QUERY = {
  select: [
    'documentId',
    'locale',
    'slug',
    'title',
    'description',
    'difficultyLevel',
    'state',
    'prerequisites',
    'targetAudience',
    'defaultDuration',
    'defaultPrice',
    'defaultCapacity',
    'seoTitle',
    'seoDescription',
  ],
  populate: {
    category: ID,
    tags: ID,
    thumbnail: FILE,
    promotionalImage: FILE,
    learningObjectives: TEXTS,
    agenda: AGENDA,
    materials: MATERIALS,
  },
};

export const SPEAKER_QUERY = {
  select: [
    'documentId',
    'locale',
    'slug',
    'firstName',
    'lastName',
    'title',
    'company',
    'position',
    'linkedinUrl',
    'consultantType',
    'isInternal',
    'isActive',
    'email',
    'showEmail',
    'biography',
    'websiteUrl',
    'availabilityStatus',
    'nextAvailableDate',
  ],
  populate: {
    photo: FILE,
    expertise: TEXTS,
    socialHandles: {
      select: ['x', 'bluesky', 'mastodon', 'facebook', 'instagram', 'youtube', 'xing'],
    },
    industries: ID,
    linkedinData: { select: ['headline', 'connections', 'recommendations'] },
    credentials: {
      select: ['speakingExperience'],
      populate: { certifications: TEXTS, education: TEXTS, publications: TEXTS },
    },
    performance: { select: ['totalWebinars', 'averageRating', 'attendeeCount', 'engagementRate'] },
    businessSettings: { select: ['availableForConsultations'] },
    branding: { populate: { logo: FILE, brandColors: { select: ['color'] } } },
  },
};
