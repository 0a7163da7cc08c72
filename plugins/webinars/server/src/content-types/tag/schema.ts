import { line, LOCALIZED, NOT_IN_BUILDER, SLUG, type ContentTypeSchema } from '../attributes';

/** A word that topics are found by. Names are translated; the slug is the same in every language and is what filters use. */
export const tag = {
  kind: 'collectionType',
  collectionName: 'webinars_tags',
  info: {
    singularName: 'tag',
    pluralName: 'tags',
    displayName: 'Webinar tag',
    description: 'A word that topics are found by',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER, i18n: { localized: true } },
  attributes: {
    name: { ...line(100), required: true, minLength: 1, ...LOCALIZED },
    slug: { ...line(100), required: true, regex: SLUG },
  },
} satisfies ContentTypeSchema;
