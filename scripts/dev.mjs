/**
 * `npm run dev`: Strapi in development mode with the plugin rebuilt on every change. Takes what `strapi develop` takes:
 * with `-- --no-watch-admin --no-build-admin` it is there sooner, for who changes the server only.
 */
import { existsSync, watch } from 'node:fs';
import { runMain } from './support/fault.mjs';
import { inRoot } from './support/paths.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { npm, runStep, startChild, stopChild, stopOnSignals } from './support/children.mjs';
import { installPackages } from './support/prepare.mjs';
import { readSettings, withGeneratedSecrets } from './demo/settings.mjs';

refuseOldNode();

const SOURCES = ['server/src', 'admin/src', 'shared']
  .map((name) => inRoot('plugins/webinars', name))
  .filter(existsSync);

const onChange = (change) => {
  let pending;
  for (const folder of SOURCES) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(pending);
      pending = setTimeout(change, 200);
    });
  }
};

const develop = (env) => {
  const program = inRoot('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const child = startChild(process.execPath, [program, 'develop', ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  const endWithIt = (code) => process.exit(code ?? 0);
  child.once('close', endWithIt);
  return {
    async stop() {
      child.off('close', endWithIt);
      await stopChild(child);
    },
  };
};

await runMain(async () => {
  stopOnSignals({ exitCode: 0 });
  await installPackages();
  const env = { ...withGeneratedSecrets(readSettings()), STRAPI_TELEMETRY_DISABLED: 'true' };
  const build = npm('run', 'build', '--workspace=strapi-plugin-webinars');
  await runStep('Building the plugin', build.command, build.args, { env });

  let strapi = develop(env);
  // Strapi restarts by itself for the application's sources only, and for none below a folder named tmp.
  const rebuild = async () => {
    await runStep('Rebuilding the plugin', build.command, build.args, { env });
    await strapi.stop();
    strapi = develop(env);
  };
  let rebuilding = Promise.resolve();
  onChange(() => {
    rebuilding = rebuilding.then(rebuild).catch((error) => console.error(error.message));
  });
});
