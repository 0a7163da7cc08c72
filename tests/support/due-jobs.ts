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

/** What a worker leaves behind that took every due job and was killed a while ago. */
export const loseWorker = async (app: TestApp): Promise<void> => {
  const { db } = app.strapi;
  if (app.isPostgres) {
    await db.connection.raw(
      `UPDATE "${db.getSchemaName()}_pgboss".job
       SET state = 'active', started_on = now() - interval '10 minutes'
       WHERE state IN ('created', 'retry') AND start_after <= now()`
    );
    return;
  }
  await db.connection.raw(
    `UPDATE webinars_jobs SET state = 'running', worker = 'lost', lease_until = 0, attempts = attempts + 1
     WHERE state = 'waiting' AND run_at <= ?`,
    [app.now().getTime()]
  );
};

/** What a worker leaves behind that has tried every due job for the last time. */
export const letJobsDie = async (app: TestApp, reason = 'Error: broken'): Promise<void> => {
  const { db } = app.strapi;
  if (app.isPostgres) {
    await db.connection.raw(
      `UPDATE "${db.getSchemaName()}_pgboss".job
       SET state = 'failed', started_on = now(), completed_on = clock_timestamp(),
           output = jsonb_build_object('reason', ?::text)
       WHERE state IN ('created', 'retry') AND start_after <= now()`,
      [reason]
    );
    return;
  }
  const now = app.now().getTime();
  await db.connection.raw(
    `UPDATE webinars_jobs SET state = 'dead', attempts = attempts + 1, finished_at = ?, reason = ?
     WHERE state = 'waiting' AND run_at <= ?`,
    [now, reason, now]
  );
};

/** Done jobs of a type are due once more: so it is when a worker dies between the work and its record. */
export const repeatJobs = async (app: TestApp, type: string): Promise<void> => {
  const { db } = app.strapi;
  if (app.isPostgres) {
    await db.connection.raw(
      `UPDATE "${db.getSchemaName()}_pgboss".job
       SET state = 'created', completed_on = NULL, start_after = now() - interval '1 minute'
       WHERE name = ? AND state = 'completed'`,
      [type]
    );
    return;
  }
  await db.connection.raw(
    `UPDATE webinars_jobs SET state = 'waiting', finished_at = NULL, run_at = 0
     WHERE type = ? AND state = 'done'`,
    [type]
  );
};
