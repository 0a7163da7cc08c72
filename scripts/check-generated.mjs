/**
 * Writes anew the types that Strapi generates from the content types and those of the client, which come from the OpenAPI
 * document, and fails when the committed ones differ.
 * Nothing is connected to and no setting is needed: the secrets here open nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './support/paths.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-types-'));
const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: inRoot('.'),
    stdio: 'inherit',
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
  }).status;

const generated = run('npx', ['strapi', 'ts:generate-types', '--silent'], {
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(folder, 'types.db'),
  APP_KEYS: 'none',
  ADMIN_JWT_SECRET: 'none',
  API_TOKEN_SALT: 'none',
  TRANSFER_TOKEN_SALT: 'none',
  JWT_SECRET: 'none',
  WEBINARS_SECRET: 'of thirty-two characters and for nothing',
});
rmSync(folder, { recursive: true, force: true });
if (generated !== 0) process.exit(1);

if (run(process.execPath, ['scripts/generate-client.mjs']) !== 0) process.exit(1);

const refuseChange = (folder, reason) => {
  if (run('git', ['diff', '--exit-code', '--stat', '--', folder]) === 0) return;
  console.error(`${reason}: commit ${folder} as it is now.`);
  process.exit(1);
};
refuseChange('types/generated', 'The content types have changed');
refuseChange('plugins/webinars-client/src/generated', 'The OpenAPI document has changed');
