import { TEMPLATE_KINDS } from '../../../../shared/vocabulary';
import {
  flag,
  language,
  line,
  list,
  NOT_IN_BUILDER,
  oneOf,
  paragraph,
  type ContentTypeSchema,
} from '../attributes';

/** What editors say in one kind of mail and one language instead of the built-in words. Empty fields keep those. */
export const mailTemplate = {
  kind: 'collectionType',
  collectionName: 'webinars_mail_templates',
  info: {
    singularName: 'mail-template',
    pluralName: 'mail-templates',
    displayName: 'Webinar mail',
    description: 'The words of one kind of mail in one language',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...NOT_IN_BUILDER },
  attributes: {
    kind: { ...oneOf(TEMPLATE_KINDS), required: true },
    language: { ...language(), required: true, default: 'en' },
    isActive: { ...flag(true), required: true },
    subject: line(200),
    preheader: line(200),
    heading: line(200),
    intro: paragraph(5000),
    button: line(60),
    blocks: list('mail-block', 10),
  },
} satisfies ContentTypeSchema;
