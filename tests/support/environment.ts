import os from 'node:os';
import path from 'node:path';
import type { TestDatabase } from './database';

export const ROOT = path.resolve(__dirname, '../..');

/** Everything the application is told in tests. Nothing comes from the checkout's own `.env`. */
export const appEnvironment = ({
  database,
  smtpPort,
  env = {},
}: {
  database: TestDatabase;
  smtpPort: number;
  env?: Record<string, string>;
}): Record<string, string> => ({
  ENV_PATH: os.devNull,
  STRAPI_TELEMETRY_DISABLED: 'true',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: '',
  SITE_URL: '',
  APP_KEYS: 'test-key-one,test-key-two',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  API_TOKEN_SALT: 'test-api-token-salt',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  JWT_SECRET: 'test-jwt-secret',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-letters',
  WEBINARS_SECRET: 'test-webinars-secret-of-more-than-32-characters',
  WEBINARS_JOBS: 'off',
  WEBINARS_RATE_LIMIT: '0',
  WEBINARS_ANSWER_CACHE: 'off',
  TRUST_PROXY: '0',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(smtpPort),
  SMTP_USERNAME: '',
  SMTP_PASSWORD: '',
  SMTP_SECURE: 'false',
  MAIL_FROM: 'Webinars <webinars@example.org>',
  MAIL_REPLY_TO: '',
  ...database.env,
  ...env,
});
