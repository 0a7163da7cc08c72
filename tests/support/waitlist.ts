import type { AnyBody } from './http';
import type { TestApp } from './strapi';

type View = AnyBody & { data: Record<string, unknown> };

/** What the holder of a token does about an offered seat. */
export const accept = (app: TestApp, token: string) =>
  app.api.post<View>(`/api/webinars/registrations/${token}/accept`);

export const decline = (app: TestApp, token: string) =>
  app.api.post<View>(`/api/webinars/registrations/${token}/decline`);

/** Works off everything that the application's clock has reached, whatever clock the queue goes by. */
export const runJobsOfClock = async (app: TestApp): Promise<number> => {
  const { db } = app.strapi;
  if (app.isPostgres) {
    await db.connection.raw(
      `UPDATE "${db.getSchemaName()}_pgboss".job SET start_after = now() - interval '1 minute'
       WHERE state IN ('created', 'retry')
         AND (data->>'dueAt' IS NULL OR (data->>'dueAt')::timestamptz <= ?)`,
      [app.now()]
    );
  }
  return app.runJobs();
};
