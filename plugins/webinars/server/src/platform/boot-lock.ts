import type { Core } from '@strapi/strapi';
import { oncePerStrapi } from './once-per-strapi';

/** Any number, so long as nothing else locks the same. */
const BOOT_LOCK = 7_303_014_927;

const LOOK_EVERY_MS = 50;

type Connection = {
  query(sql: string, values?: unknown[]): Promise<{ rows: { free?: boolean }[] }>;
};

/**
 * Lets instances that share one PostgreSQL boot one after the other: Strapi compares its schema with the tables and
 * creates what is missing, which two cannot do at once. A lock of the session: whoever dies while booting lets go.
 */
export const bootOneAfterTheOther = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client === 'postgres') await bootLockOf(strapi).take();
};

/** For whoever ends without having loaded: a command, or a boot that failed. */
export const releaseBootLock = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client === 'postgres') await bootLockOf(strapi).release();
};

const bootLockOf = oncePerStrapi((strapi) => {
  const pool = strapi.db.connection.client;
  let held: Connection | null = null;
  let timer: NodeJS.Timeout | undefined;

  const release = async () => {
    clearInterval(timer);
    const connection = held;
    held = null;
    if (connection === null) return;
    try {
      await connection.query('SELECT pg_advisory_unlock($1)', [BOOT_LOCK]);
      await connection.query('RESET lock_timeout');
      await connection.query('RESET statement_timeout');
    } finally {
      await pool.releaseConnection(connection);
    }
  };

  const take = async () => {
    const connection: Connection = await pool.acquireConnection();
    held = connection;
    // The first may be busy for long: it is no reason to give up.
    await connection.query('SET lock_timeout = 0');
    await connection.query('SET statement_timeout = 0');
    const { rows } = await connection.query('SELECT pg_try_advisory_lock($1) AS free', [BOOT_LOCK]);
    if (rows[0]?.free !== true) {
      strapi.log.info('[webinars] waits for another instance on this database to finish booting');
      await connection.query('SELECT pg_advisory_lock($1)', [BOOT_LOCK]);
    }
    // Strapi says nowhere that it has loaded: the plugins come before the application itself and its roles.
    timer = setInterval(() => {
      if (!strapi.isLoaded) return;
      release().catch((error) => strapi.log.error(`[webinars] boot lock: ${String(error)}`));
    }, LOOK_EVERY_MS);
    timer.unref();
  };

  return { take, release };
});
