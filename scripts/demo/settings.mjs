import { randomBytes } from 'node:crypto';
import { addToEnvFile, readEnvFile } from '../support/env-file.mjs';
import { inRoot } from '../support/paths.mjs';

const ENV_FILE = inRoot('.env');

const randomSecret = () => randomBytes(32).toString('base64');

/** What the demo makes up when nobody set it. Strapi's password rule wants a small letter, a capital and a digit. */
const GENERATED = {
  APP_KEYS: () => [1, 2, 3, 4].map(() => randomBytes(16).toString('base64')).join(','),
  API_TOKEN_SALT: randomSecret,
  ADMIN_JWT_SECRET: randomSecret,
  TRANSFER_TOKEN_SALT: randomSecret,
  JWT_SECRET: randomSecret,
  ENCRYPTION_KEY: randomSecret,
  WEBINARS_SECRET: randomSecret,
  DEMO_ADMIN_EMAIL: () => 'admin@example.org',
  DEMO_ADMIN_PASSWORD: () => `Aa1-${randomBytes(12).toString('base64url')}`,
};

/**
 * The settings that are in force: the process environment beats `.env`; a blank there counts as not set for
 * everything that the demo can make up.
 */
export const readSettings = () => {
  const fromFile = readEnvFile(ENV_FILE);
  const settings = { ...fromFile, ...process.env };
  for (const name of Object.keys(GENERATED)) settings[name] = process.env[name] || fromFile[name];
  return settings;
};

/** Adds what is missing to `.env` and to the settings. Values that are set already are left alone. */
export const withGeneratedSecrets = (settings) => {
  const made = Object.entries(GENERATED)
    .filter(([name]) => !settings[name])
    .map(([name, make]) => [name, make()]);
  addToEnvFile(ENV_FILE, Object.fromEntries(made), 'Made by the demo. Keep it private.');
  return { ...settings, ...Object.fromEntries(made) };
};
