import { loadStrapi } from '../demo/load-strapi.mjs';
import { refuseUnready } from './built-app.mjs';

/** A server in the middle of a storm holds SQLite's lock again and again, never for long. */
const PATIENCE_MS = 60_000;

/**
 * The built application for a command that works beside a running server: it waits its turn like any other writer, works
 * no jobs off, and logs errors only, because what is printed may go into a file.
 *
 * @throws Fault when the application could not start
 */
export const loadBesideServer = async () => {
  refuseUnready();
  process.env.NODE_ENV ||= 'production';
  const app = await loadStrapi();
  app.log.level = 'error';
  if (app.db.dialect.client === 'sqlite') {
    await app.db.connection.raw(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
  }
  return app;
};
