import type { TestApp } from './strapi';

/** Keeps a session's lock, and on SQLite with it the only connection, until the work is done. */
export const whileLocked = async <Result>(
  app: TestApp,
  session: string,
  work: () => Promise<Result>
): Promise<Result> => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let locked = () => {};
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const holding = app.strapi.db.transaction(async ({ trx }) => {
    await app.strapi.db
      .getConnection('webinars_inventory')
      .transacting(trx)
      .where({ session_document_id: session })
      .update({ revision: 1000 });
    locked();
    await released;
  });
  await isLocked;
  try {
    return await work();
  } finally {
    release();
    await holding;
  }
};
