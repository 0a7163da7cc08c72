/**
 * Puts the demo programme into the database that the settings name, without listening: for a server that is started
 * by other means. Doing it again adds nothing.
 */
import { refuseOldNode } from './support/node-version.mjs';

refuseOldNode();
process.env.NODE_ENV ||= 'production';

const { loadStrapi, showStartFailure } = await import('./demo/load-strapi.mjs');
const { seedDemo } = await import('../database/seeds/seed-demo.mjs');

try {
  const app = await loadStrapi();
  await seedDemo(app, { now: new Date(), report: (line) => console.log(line) });
  await app.destroy();
  process.exit(0);
} catch (error) {
  showStartFailure(error);
  process.exit(1);
}
