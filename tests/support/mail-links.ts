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

/** The whole way in, as the text of a mail has it. */
export const joinLinkOf = (text: string | undefined): string => {
  const link = /https?:\/\/\S+\/api\/webinars\/join\/\S+/.exec(text ?? '')?.[0];
  if (link === undefined) throw new Error(`no way in: ${text}`);
  return link;
};
