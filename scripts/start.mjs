/**
 * `npm start`: the built application, after a look at its settings. Listens where `HOST` and `PORT` say and ends on
 * SIGTERM.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readEnvFile } from './support/env-file.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { ROOT, inRoot } from './support/paths.mjs';
import { refuseMissingSecrets, refuseWrongSettings } from './support/setting-rules.mjs';

refuseOldNode();

await runMain(async () => {
  const file = process.env.ENV_PATH || inRoot('.env');
  const settings = { ...readEnvFile(file), ...process.env };
  refuseWrongSettings(settings);
  refuseMissingSecrets(settings);
  if (!existsSync(inRoot('dist', 'src', 'index.js'))) {
    throw new Fault('Nothing is built yet: run "npm ci" and "npm run build" first.');
  }

  process.chdir(ROOT);
  const { createStrapi } = createRequire(inRoot('package.json'))('@strapi/strapi');
  await createStrapi({ appDir: ROOT, distDir: inRoot('dist') }).start();
});
