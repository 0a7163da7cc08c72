/**
 * `npm run dev`: Strapi in development mode with the plugin rebuilt on every change.
 */
import { existsSync, utimesSync, watch } from 'node:fs';
import { runMain } from './support/fault.mjs';
import { inRoot } from './support/paths.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { npm, runStep, startChild, stopOnSignals } from './support/children.mjs';
import { installPackages } from './support/prepare.mjs';
import { readSettings, withGeneratedSecrets } from './demo/settings.mjs';

refuseOldNode();

const rebuildOnChange = ({ build, env }) => {
  let pending;
  const rebuild = () =>
    runStep('Rebuilding the plugin', build.command, build.args, { env })
      // Strapi watches the application's own sources only: a touched file makes it restart.
      .then(() => utimesSync(inRoot('src', 'index.ts'), new Date(), new Date()))
      .catch((error) => console.error(error.message));

  for (const folder of ['server/src', 'admin/src', 'shared']
    .map((name) => inRoot('plugins/webinars', name))
    .filter(existsSync)) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(pending);
      pending = setTimeout(rebuild, 200);
    });
  }
};

await runMain(async () => {
  stopOnSignals({ exitCode: 0 });
  await installPackages();
  const env = { ...withGeneratedSecrets(readSettings()), STRAPI_TELEMETRY_DISABLED: 'true' };

  const build = npm('run', 'build', '--workspace=strapi-plugin-webinars');
  await runStep('Building the plugin', build.command, build.args, { env });

  rebuildOnChange({ build, env });
  const strapi = startChild(
    process.execPath,
    [inRoot('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), 'develop'],
    {
      env,
      stdio: 'inherit',
    }
  );
  strapi.once('close', (code) => process.exit(code ?? 0));
});
