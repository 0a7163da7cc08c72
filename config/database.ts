import path from 'node:path';
import type { Core } from '@strapi/strapi';

// Strapi stores instants without a zone and pg reads them in the process's own: anything but UTC would lose an hour on
// the night that the clocks change.
process.env.TZ = 'UTC';

// Writers queue in the application at 10; the rest of the pool is for reads and for Strapi itself.
const POOL = { min: 2, max: 16 };

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  // Whoever waits longer for a connection or a lock is told that the server is busy.
  const patienceMs = env.int('DATABASE_LOCK_TIMEOUT', 15_000);

  if (client === 'sqlite') {
    const filename = env('DATABASE_FILENAME') || '.tmp/data.db';
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: path.resolve(process.cwd(), filename) },
        useNullAsDefault: true,
        acquireConnectionTimeout: patienceMs,
      },
    };
  }

  if (client !== 'postgres') {
    throw new Error(
      `DATABASE_CLIENT=${client} is not supported: set it to "postgres" or "sqlite".`
    );
  }

  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString: env('DATABASE_URL') || undefined,
        host: env('DATABASE_HOST', 'localhost'),
        port: env.int('DATABASE_PORT', 5432),
        database: env('DATABASE_NAME', 'webinars'),
        user: env('DATABASE_USERNAME', 'webinars'),
        password: env('DATABASE_PASSWORD', 'webinars'),
        ssl: env.bool('DATABASE_SSL', false) && {
          rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
        },
        schema: env('DATABASE_SCHEMA', 'public'),
        lock_timeout: patienceMs,
        statement_timeout: env.int('DATABASE_STATEMENT_TIMEOUT', 30_000),
        idle_in_transaction_session_timeout: 60_000,
        connectionTimeoutMillis: env.int('DATABASE_CONNECTION_TIMEOUT', 5_000),
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
      },
      pool: POOL,
      acquireConnectionTimeout: patienceMs,
    },
  };
};
