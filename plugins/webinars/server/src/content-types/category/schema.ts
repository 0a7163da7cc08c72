import { line, LOCALIZED, NOT_IN_BUILDER, SLUG, type ContentTypeSchema } from '../attributes';

/** What a topic belongs to. Names are translated; the slug is the same in every language and is what filters use. */
export const category = {
  kind: 'collectionType',
  collectionName: 'webinars_categories',
  info: {
    singularName: 'category',
    pluralName: 'categories',
    displayName: 'Webinar category',
    description: 'What a topic belongs to',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER, i18n: { localized: true } },
  attributes: {
    name: { ...line(100), required: true, minLength: 1, ...LOCALIZED },
    slug: { ...line(100), required: true, regex: SLUG },
  },
} satisfies ContentTypeSchema;
