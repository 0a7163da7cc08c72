/**
 * `npm start`: the built application, after a look at its settings. Listens where `HOST` and `PORT` say and ends on
 * SIGTERM.
 */
import { createRequire } from 'node:module';
import { refuseUnready } from './support/built-app.mjs';
import { whenNpmIsGone } from './support/children.mjs';
import { runMain } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { ROOT, inRoot } from './support/paths.mjs';

refuseOldNode();

await runMain(async () => {
  refuseUnready();
  // Strapi answers what is in flight, and ends.
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
  process.chdir(ROOT);
  const { createStrapi } = createRequire(inRoot('package.json'))('@strapi/strapi');
  await createStrapi({ appDir: ROOT, distDir: inRoot('dist') }).start();
});
