import {
  image,
  line,
  list,
  LOCALIZED,
  many,
  NOT_IN_BUILDER,
  one,
  oneOf,
  paragraph,
  wholeNumber,
  type ContentTypeSchema,
} from '../attributes';
import { DIFFICULTY_LEVELS, TOPIC_STATES } from '../vocabulary';

/** What a webinar is about: a template that any number of sessions repeat. A document is up to four rows. */
export const topic = {
  kind: 'collectionType',
  collectionName: 'webinars_topics',
  info: {
    singularName: 'topic',
    pluralName: 'topics',
    displayName: 'Webinar topic',
    description: 'What a webinar is about: texts and defaults that its sessions share',
  },
  options: { draftAndPublish: true },
  pluginOptions: { ...NOT_IN_BUILDER, i18n: { localized: true } },
  attributes: {
    title: { ...line(200), required: true, minLength: 2, ...LOCALIZED },
    slug: { type: 'uid', targetField: 'title', required: true, maxLength: 200, ...LOCALIZED },
    description: { type: 'richtext', maxLength: 50_000, ...LOCALIZED },
    learningObjectives: { ...list('text-item', 20), ...LOCALIZED },
    prerequisites: { ...paragraph(2000), ...LOCALIZED },
    targetAudience: { ...paragraph(2000), ...LOCALIZED },
    agenda: { ...list('agenda-item', 50), ...LOCALIZED },
    category: one('plugin::webinars.category'),
    tags: many('plugin::webinars.tag'),
    difficultyLevel: oneOf(DIFFICULTY_LEVELS),
    defaultDuration: { ...wholeNumber(1, 1440), required: true, default: 60 },
    defaultPrice: { ...wholeNumber(0), required: true, default: 0 },
    defaultCapacity: wholeNumber(0),
    thumbnail: image(),
    promotionalImage: image(),
    materials: { ...list('material', 50), ...LOCALIZED },
    odooProductId: wholeNumber(1),
    state: { ...oneOf(TOPIC_STATES), required: true, default: 'active' },
  },
  indexes: [{ name: 'webinars_topics_state_idx', columns: ['state'] }],
} satisfies ContentTypeSchema;
