import type { Core } from '@strapi/strapi';
import type { Attributes } from './attributes';
import { category } from './category/schema';
import { components } from './components/schemas';
import { industry } from './industry/schema';
import { componentLayouts, contentManagerConfig, layouts, type Layout } from './layouts';
import { mailTemplate } from './mail-template/schema';
import { programSettings } from './program-settings/schema';
import { registration } from './registration/schema';
import { session } from './session/schema';
import { speaker } from './speaker/schema';
import { tag } from './tag/schema';
import { topic } from './topic/schema';

export { applyConstraints } from './constraints';
export { ensureLocales } from './locales';

/** The content types by the last part of their uid: `plugin::webinars.<name>`. */
export const contentTypes = {
  topic: { schema: laidOut(topic, layouts.topic) },
  session: { schema: laidOut(session, layouts.session) },
  speaker: { schema: laidOut(speaker, layouts.speaker) },
  registration: { schema: laidOut(registration, layouts.registration) },
  'program-settings': { schema: laidOut(programSettings, layouts['program-settings']) },
  'mail-template': { schema: laidOut(mailTemplate, layouts['mail-template']) },
  category: { schema: laidOut(category, layouts.category) },
  tag: { schema: laidOut(tag, layouts.tag) },
  industry: { schema: laidOut(industry, layouts.industry) },
};

/**
 * Makes the components known. Strapi reads components from a folder of the application only, and a plugin has none:
 * call this in `register`, before the database's schema is compared with the models.
 */
export const registerComponents = (strapi: Core.Strapi): void => {
  for (const [name, schema] of Object.entries(components)) {
    const uid = `webinars.${name}`;
    const layout = (componentLayouts as Record<string, Layout<string>>)[name];
    strapi.get('components').set(uid, {
      ...(layout === undefined ? schema : laidOut(schema, layout)),
      __schema__: schema,
      uid,
      category: 'webinars',
      modelType: 'component',
      modelName: name,
      globalId: `ComponentWebinars${pascalCase(name)}`,
    });
  }
};

/** Hoisted: the content types above are made of it. */
function laidOut<S extends { attributes: Attributes }>(
  schema: S,
  layout: Layout<Extract<keyof S['attributes'], string>>
) {
  return { ...schema, config: contentManagerConfig(schema.attributes, layout) };
}

const pascalCase = (name: string) =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
