import type { Core } from '@strapi/strapi';
import { oncePerStrapi } from './once-per-strapi';

/** A process that ends gives way to the next one: so long that one waits for it. */
const PATIENCE_MS = 5000;

type Driver = new (
  file: string,
  options: { timeout: number }
) => { exec(sql: string): void; close(): void };

/**
 * SQLite has one writer, and what an instance keeps in memory (limits, batches, the clock of its jobs) is right for one
 * process only. Whoever serves, or works jobs off, holds a lock on a file beside the database. It is SQLite's own
 * lock, which ends with its process however that ends. Commands beside the server need none.
 *
 * @throws with a sentence for the operator when another process holds it
 */
export const claimDatabase = (strapi: Core.Strapi): void => {
  if (strapi.db.dialect.client === 'sqlite') claimOf(strapi).claim();
};

/** When the application ends and its process goes on, as in tests. */
export const releaseDatabase = (strapi: Core.Strapi): void => {
  if (strapi.db.dialect.client === 'sqlite') claimOf(strapi).release();
};

/** Claims the database before the first connection is taken, whatever starts the server. */
export const claimBeforeListening = (strapi: Core.Strapi): void => {
  const { server } = strapi;
  const listen = server.listen.bind(server);
  server.listen = ((...parameters: Parameters<typeof listen>) => {
    claimDatabase(strapi);
    return listen(...parameters);
  }) as typeof server.listen;
};

const claimOf = oncePerStrapi((strapi) => {
  const { client } = strapi.db.connection;
  const { filename } = client.connectionSettings as { filename: string };
  let held: InstanceType<Driver> | null = null;

  return {
    claim: () => {
      if (held !== null || filename === ':memory:') return;
      const lock = new (client.driver as Driver)(`${filename}.lock`, { timeout: PATIENCE_MS });
      try {
        lock.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        lock.close();
        if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
        throw new Error(
          `The webinars plugin cannot start: another process serves ${filename} already. Stop that one, or set DATABASE_CLIENT=postgres, where several share the work.`
        );
      }
      held = lock;
    },
    release: () => {
      held?.close();
      held = null;
    },
  };
});
