/**
 * The demo's server: loads Strapi, makes the login and the programme, and only then listens. In one process, since
 * loading Strapi twice would double the time of every start.
 */
import { seedDemo } from '../../database/seeds/seed-demo.mjs';
import { ensureAdmin } from './admin.mjs';
import { loadStrapi, showStartFailure } from './load-strapi.mjs';

// Whoever started us is gone, however it went.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

try {
  const app = await loadStrapi();
  await ensureAdmin(app, {
    email: process.env.DEMO_ADMIN_EMAIL,
    password: process.env.DEMO_ADMIN_PASSWORD,
  });
  await seedDemo(app, { now: new Date(), report: (line) => console.log(line) });
  await app.start();
  process.send?.({ isListening: true });
} catch (error) {
  showStartFailure(error);
  process.exit(1);
}
