import { createTokens, type TokenPurpose } from '../../plugins/webinars/server/src/platform/tokens';
import type { TestApp } from './strapi';

/** The path of a link as mails carry it, for whoever has this manage token. */
export const linkOf = async (
  app: TestApp,
  purpose: Extract<TokenPurpose, 'join' | 'feedback' | 'unsubscribe' | 'feed'>,
  manageToken: string
): Promise<string> => {
  const [publicId = ''] = manageToken.split('.');
  const [row] = await app.rows('webinars_registrations', { public_id: publicId });
  const secret = String(process.env.WEBINARS_SECRET);
  const subject = { publicId, tokenVersion: Number(row?.token_version) };
  return `/api/webinars/${purpose}/${createTokens([secret]).sign(purpose, subject)}`;
};
