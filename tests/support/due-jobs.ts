import type { TestApp } from './strapi';

/** Lets the time pass that jobs wait for before they are tried again. */
export const makeRetriesDue = async (app: TestApp): Promise<void> => {
  if (!app.isPostgres) return app.change('webinars_jobs', { state: 'waiting' }, { run_at: 0 });
  const { db } = app.strapi;
  await db.connection.raw(
    `UPDATE "${db.getSchemaName()}_pgboss".job SET start_after = now() - interval '1 minute'
     WHERE state IN ('created', 'retry')`
  );
};
