import { existsSync } from 'node:fs';
import { settingsOf } from './env-file.mjs';
import { Fault } from './fault.mjs';
import { inRoot } from './paths.mjs';
import { refuseMissingSecrets, refuseWrongSettings } from './setting-rules.mjs';

/** @throws Fault when the application could not start, with the reason: a setting, or nothing built yet */
export const refuseUnready = () => {
  const settings = settingsOf(process.env);
  refuseWrongSettings(settings);
  refuseMissingSecrets(settings);
  if (!existsSync(inRoot('dist', 'src', 'index.js'))) {
    throw new Fault('Nothing is built yet: run "npm ci" and "npm run build" first.');
  }
};
