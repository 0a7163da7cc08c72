import type { Core } from '@strapi/strapi';

/** Any number, so long as nothing else locks the same. */
const BOOT_LOCK = 7_303_014_927;

const LOOK_EVERY_MS = 50;

type Connection = { query(sql: string, values?: unknown[]): Promise<unknown> };

/**
 * Lets instances that share one PostgreSQL boot one after the other: Strapi compares its schema with the tables and
 * creates what is missing, which two cannot do at once. A lock of the session: whoever dies while booting lets go.
 */
export const bootOneAfterTheOther = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  const pool = strapi.db.connection.client;
  const connection: Connection = await pool.acquireConnection();
  // The first may be busy for long: it is no reason to give up.
  await connection.query('SET lock_timeout = 0');
  await connection.query('SET statement_timeout = 0');
  await connection.query('SELECT pg_advisory_lock($1)', [BOOT_LOCK]);

  const release = async () => {
    await connection.query('SELECT pg_advisory_unlock($1)', [BOOT_LOCK]);
    await connection.query('RESET lock_timeout');
    await connection.query('RESET statement_timeout');
    await pool.releaseConnection(connection);
  };
  // Strapi says nowhere that it has loaded: the plugins come before the application itself and its roles.
  const timer = setInterval(() => {
    if (!strapi.isLoaded) return;
    clearInterval(timer);
    release().catch((error) => strapi.log.error(`[webinars] boot lock: ${String(error)}`));
  }, LOOK_EVERY_MS);
  timer.unref();
};
