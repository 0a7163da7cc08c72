import { randomBytes } from 'node:crypto';
import { addToEnvFile, readEnvFile } from '../support/env-file.mjs';
import { Fault } from '../support/fault.mjs';
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

const isWhole = (value, from, to) =>
  /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to;
const isPort = {
  allows: (value) => isWhole(value, 1, 65_535),
  wants: 'a port between 1 and 65535',
};
const isCount = {
  allows: (value) => isWhole(value, 0, 1e9),
  wants: 'a whole number, 0 or greater',
};
const isWebAddress = {
  allows: (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
  wants: 'an address that starts with http:// or https://',
};
const isOneOf = (...values) => ({
  allows: (value) => values.includes(value),
  wants: values.map((value) => `"${value}"`).join(' or '),
});

/** Wrong settings are found here in a moment; without it they would come to light after the long steps. */
const RULES = {
  PORT: isPort,
  DEMO_MAILBOX_PORT: isPort,
  SMTP_PORT: isPort,
  SMTP_SECURE: isOneOf('true', 'false'),
  TRUST_PROXY: isCount,
  WEBINARS_RATE_LIMIT: isCount,
  WEBINARS_JOBS: isOneOf('on', 'off'),
  PUBLIC_URL: isWebAddress,
  SITE_URL: isWebAddress,
  DATABASE_CLIENT: isOneOf('sqlite', 'postgres'),
  WEBINARS_SECRET: {
    allows: (value) => value.split(',').every((secret) => secret.trim().length >= 32),
    wants: 'a random text of at least 32 characters (several with a comma between them)',
  },
  DEMO_ADMIN_EMAIL: {
    allows: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    wants: 'an e-mail address',
  },
  DEMO_ADMIN_PASSWORD: {
    allows: (value) =>
      value.length >= 8 && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value),
    wants: 'at least 8 characters with a small letter, a capital letter and a digit',
  },
};
const SECRETS = ['WEBINARS_SECRET', 'DEMO_ADMIN_PASSWORD'];

/** @throws Fault that names the first setting that cannot be right */
export const refuseWrongSettings = (settings) => {
  for (const [name, { allows, wants }] of Object.entries(RULES)) {
    const value = settings[name];
    if (!value || allows(value)) continue;
    const shown = SECRETS.includes(name) ? name : `${name}=${value}`;
    throw new Fault(
      `${shown} cannot be used: it must be ${wants}. Change it in .env or in the environment.`
    );
  }
};
