import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDemo } from '../../database/seeds/seed-demo.mjs';

const DAY = 86_400_000;

/** The demo's programme, and its upcoming sessions again on later days until there are `count` in all. */
export const createProgramme = async (strapi, { count }) => {
  const now = new Date();
  await withoutLeavingFiles(strapi, () => seedDemo(strapi, { now, report: () => {} }));

  const sessions = strapi.documents('plugin::webinars.session');
  const existing = await sessions.findMany({ limit: count });
  const models = existing.filter(
    ({ state, datetime }) => state === 'published' && new Date(datetime) > now
  );
  for (let made = existing.length, copy = 0; made < count; made += 1, copy += 1) {
    const { documentId, slug, datetime } = models[copy % models.length];
    const weeks = 1 + Math.floor(copy / models.length);
    await sessions.clone({
      documentId,
      data: {
        slug: `${slug}-${weeks}`,
        datetime: new Date(new Date(datetime).getTime() + weeks * 7 * DAY),
      },
    });
  }
};

/** The programme's pictures go where a run's other files go, not among the uploads of this checkout. */
const withoutLeavingFiles = async (strapi, work) => {
  const folders = strapi.dirs.static;
  const own = folders.public;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-bench-public-'));
  mkdirSync(path.join(folder, 'uploads'));
  folders.public = folder;
  try {
    await work();
  } finally {
    folders.public = own;
    rmSync(folder, { recursive: true, force: true });
  }
};
