/** `npm run build`: the plugin, the application and the admin, anew. */
import { settingsOf } from './support/env-file.mjs';
import { runMain } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { buildAnew } from './support/prepare.mjs';
import { refuseWrongSettings } from './support/setting-rules.mjs';

refuseOldNode();

await runMain(async () => {
  refuseWrongSettings(settingsOf(process.env));
  await buildAnew();
});
