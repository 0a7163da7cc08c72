import { createRequire } from 'node:module';
import { ROOT, inRoot } from '../support/paths.mjs';

const require = createRequire(inRoot('package.json'));

/** Strapi with everything loaded, the database in shape and nothing listening. */
export const loadStrapi = async () => {
  process.chdir(ROOT);
  const { createStrapi } = require('@strapi/strapi');
  const app = createStrapi({ appDir: ROOT, distDir: inRoot('dist') });
  app.config.set('server.logger.startup.enabled', false);
  app.log.level = 'warn';
  await app.load();
  app.log.level = 'info';
  return app;
};

/** A wrong setting is told in its own sentence; anything unforeseen keeps its stack. */
export const showStartFailure = (error) => {
  const isSetting = /cannot start|is not supported/.test(String(error?.message));
  console.error(isSetting ? `\n${error.message}` : error);
};
