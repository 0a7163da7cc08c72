import { line, LOCALIZED, NOT_IN_BUILDER, SLUG, type ContentTypeSchema } from '../attributes';

/** A line of business that speakers know. Names are translated; the slug is the same in every language and is what filters use. */
export const industry = {
  kind: 'collectionType',
  collectionName: 'webinars_industries',
  info: {
    singularName: 'industry',
    pluralName: 'industries',
    displayName: 'Webinar industry',
    description: 'A line of business that speakers know',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER, i18n: { localized: true } },
  attributes: {
    name: { ...line(100), required: true, minLength: 1, ...LOCALIZED },
    slug: { ...line(100), required: true, regex: SLUG },
  },
} satisfies ContentTypeSchema;
