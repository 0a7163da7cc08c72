import type { Core } from '@strapi/strapi';
import { category } from './category/schema';
import { components } from './components/schemas';
import { industry } from './industry/schema';
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
  topic: { schema: topic },
  session: { schema: session },
  speaker: { schema: speaker },
  registration: { schema: registration },
  'program-settings': { schema: programSettings },
  category: { schema: category },
  tag: { schema: tag },
  industry: { schema: industry },
};

/**
 * Makes the components known. Strapi reads components from a folder of the application only, and a plugin has none:
 * call this in `register`, before the database's schema is compared with the models.
 */
export const registerComponents = (strapi: Core.Strapi): void => {
  for (const [name, schema] of Object.entries(components)) {
    const uid = `webinars.${name}`;
    strapi.get('components').set(uid, {
      ...schema,
      __schema__: schema,
      uid,
      category: 'webinars',
      modelType: 'component',
      modelName: name,
      globalId: `ComponentWebinars${pascalCase(name)}`,
    });
  }
};

const pascalCase = (name: string) =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
