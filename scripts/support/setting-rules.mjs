import { Fault } from './fault.mjs';

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

const isSwitch = isOneOf('true', 'false');
const isSender = {
  allows: (value) => /^([^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(value.trim()),
  wants: 'an e-mail address, or a name with one in angle brackets: Webinars <webinars@example.org>',
};

/** Wrong settings are found here in a moment; without it they would come to light late, or in a mail that never leaves. */
const RULES = {
  PORT: isPort,
  DEMO_MAILBOX_PORT: isPort,
  DATABASE_CLIENT: isOneOf('sqlite', 'postgres'),
  DATABASE_URL: {
    allows: (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
    wants: 'an address that starts with postgres://',
  },
  DATABASE_PORT: isPort,
  DATABASE_CONNECTION_TIMEOUT: isCount,
  DATABASE_LOCK_TIMEOUT: isCount,
  DATABASE_STATEMENT_TIMEOUT: isCount,
  DATABASE_SSL: isSwitch,
  DATABASE_SSL_REJECT_UNAUTHORIZED: isSwitch,
  SMTP_PORT: isPort,
  SMTP_SECURE: isSwitch,
  SMTP_CONNECTIONS: {
    allows: (value) => isWhole(value, 1, 100),
    wants: 'a whole number from 1 to 100',
  },
  MAIL_FROM: isSender,
  MAIL_REPLY_TO: isSender,
  TRUST_PROXY: isCount,
  WEBINARS_RATE_LIMIT: isCount,
  WEBINARS_JOBS: isOneOf('on', 'off'),
  WEBINARS_ANSWER_CACHE: isOneOf('on', 'off'),
  PUBLIC_URL: isWebAddress,
  SITE_URL: isWebAddress,
  WEBINARS_SECRET: {
    allows: (value) => value.split(',').every((secret) => secret.trim().length >= 32),
    wants: 'a random text of at least 32 characters (several with a comma between them)',
  },
  WEBINARS_METRICS_TOKEN: {
    allows: (value) => /^[\x21-\x7e]{16,}$/.test(value),
    wants: 'a random text of at least 16 characters, all of them visible ASCII',
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
/** Not to be shown: they are secret, or hold a password. */
const HIDDEN = ['WEBINARS_SECRET', 'WEBINARS_METRICS_TOKEN', 'DEMO_ADMIN_PASSWORD', 'DATABASE_URL'];

/** Without these nothing starts in production. */
const REQUIRED = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'WEBINARS_SECRET',
];

/** @throws Fault that names the first setting that cannot be right */
export const refuseWrongSettings = (settings) => {
  for (const [name, { allows, wants }] of Object.entries(RULES)) {
    const value = settings[name];
    if (!value || allows(value)) continue;
    const shown = HIDDEN.includes(name) ? name : `${name}=${value}`;
    throw new Fault(
      `${shown} cannot be used: it must be ${wants}. Change it in .env or in the environment.`
    );
  }
};

/** @throws Fault that names every secret that is missing */
export const refuseMissingSecrets = (settings) => {
  const missing = REQUIRED.filter((name) => !settings[name]?.trim());
  if (missing.length === 0) return;
  throw new Fault(
    `Cannot start without ${missing.join(', ')}: set ${missing.length > 1 ? 'each' : 'it'} to a long random text of its own in .env or in the environment (see .env.example).`
  );
};
