import type { Schema } from '@strapi/strapi';
import { LOCALES } from '../../../shared/locales';

/** The kinds of attribute that our content types are made of. Every limit here is enforced by Strapi on each write. */

/** A column of Strapi's `string` holds 255 characters; an address of a meeting is often longer. */
const LONG_COLUMN = { column: { type: 'text', args: ['longtext'] } };

const WEB_ADDRESS = '^https?://[^\\s/$.?#][^\\s]*$';

/** On a clock with 24 hours. */
export const TIME_OF_DAY = '^([01][0-9]|2[0-3]):[0-5][0-9]$';

export const SLUG = '^[a-z0-9]+(?:-[a-z0-9]+)*$';

/** The shapes belong to the plugin: the Content-Type Builder could not save them anyway. */
export const NOT_IN_BUILDER = { 'content-type-builder': { visible: false } } as const;

export const LOCALIZED = { pluginOptions: { i18n: { localized: true } } } as const;

/** Kept for programs: neither the Content Manager nor the content API shows it. */
export const HIDDEN = { visible: false, private: true, configurable: false } as const;

export const line = (maxLength = 255) => ({ type: 'string', maxLength }) as const;

export const paragraph = (maxLength: number) => ({ type: 'text', maxLength }) as const;

export const webAddress = (maxLength = 2048) =>
  ({ type: 'string', maxLength, regex: WEB_ADDRESS, ...LONG_COLUMN }) as const;

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  ({ type: 'enumeration', enum: [...values] }) as const;

export const language = () => oneOf(LOCALES);

export const flag = (byDefault: boolean) => ({ type: 'boolean', default: byDefault }) as const;

export const instant = () => ({ type: 'datetime' }) as const;

/** A whole number; by default up to what a column holds. */
export const wholeNumber = (min: number, max = 2_147_483_647) =>
  ({ type: 'integer', min, max }) as const;

/** A figure that only the program writes; the database refuses a negative one. */
export const counter = () => ({ type: 'integer', default: 0 }) as const;

/** Minor units of a currency. */
export const price = () => wholeNumber(0, 100_000_000);

export const seats = () => wholeNumber(0, 1_000_000);

export const percentage = () => ({ type: 'float', min: 0, max: 100 }) as const;

export const score = () => ({ type: 'float', min: 0, max: 10 }) as const;

export const rating = () => ({ type: 'float', min: 1, max: 5 }) as const;

export const image = () =>
  ({ type: 'media', multiple: false, required: false, allowedTypes: ['images'] }) as const;

export const files = () =>
  ({
    type: 'media',
    multiple: false,
    required: false,
    allowedTypes: ['files', 'images', 'videos', 'audios'],
  }) as const;

type Uid = `plugin::webinars.${string}`;

/** Relations have no inverse side: with one, Strapi loads every registration when a session is saved. */
export const one = (target: Uid) => ({ type: 'relation', relation: 'manyToOne', target }) as const;

export const many = (target: Uid) =>
  ({ type: 'relation', relation: 'manyToMany', target }) as const;

export const component = (name: string) =>
  ({ type: 'component', component: `webinars.${name}`, repeatable: false }) as const;

export const list = (name: string, max: number) =>
  ({ type: 'component', component: `webinars.${name}`, repeatable: true, max }) as const;

/** A schema as Strapi reads it: plain indexes among its own keys, limits and columns among those of attributes. */
export type ContentTypeSchema = {
  kind: 'collectionType' | 'singleType';
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string; description: string };
  options: { draftAndPublish: boolean };
  pluginOptions: {
    'content-type-builder': { visible: boolean };
    i18n?: { localized: true };
  };
  attributes: Attributes;
  /** Named by database column. Whatever needs a condition or an expression is in `constraints.ts`. */
  indexes?: readonly { name: string; columns: readonly string[] }[];
};

export type ComponentSchema = {
  collectionName: string;
  info: { displayName: string; description: string; icon: string };
  options: Record<string, never>;
  attributes: Attributes;
};

export type Attributes = Record<string, { type: Schema.Attribute.Kind } & Record<string, unknown>>;
