import os from 'node:os';

/** Everything that the application is told. Nothing comes from the checkout's own `.env`. */
export const benchEnvironment = ({ database, smtpPort }) => ({
  ...process.env,
  NODE_ENV: 'production',
  ENV_PATH: os.devNull,
  STRAPI_TELEMETRY_DISABLED: 'true',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: '',
  SITE_URL: 'https://webinars.example.org',
  APP_KEYS: 'bench-key-one,bench-key-two',
  ADMIN_JWT_SECRET: 'bench-admin-jwt-secret',
  API_TOKEN_SALT: 'bench-api-token-salt',
  TRANSFER_TOKEN_SALT: 'bench-transfer-token-salt',
  JWT_SECRET: 'bench-jwt-secret',
  ENCRYPTION_KEY: 'bench-encryption-key-of-32-letters',
  WEBINARS_SECRET: 'bench-webinars-secret-of-more-than-32-characters',
  WEBINARS_JOBS: 'off',
  WEBINARS_RATE_LIMIT: '0',
  // What is measured is the making of answers, unless a measure says otherwise.
  WEBINARS_ANSWER_CACHE: 'off',
  TRUST_PROXY: '0',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(smtpPort),
  SMTP_USERNAME: '',
  SMTP_PASSWORD: '',
  SMTP_SECURE: 'false',
  SMTP_CONNECTIONS: String(SMTP_CONNECTIONS),
  MAIL_FROM: 'Webinars <webinars@example.org>',
  MAIL_REPLY_TO: '',
  ...database.env,
});

/** The same on both sides: the product's own default. */
export const SMTP_CONNECTIONS = 5;
