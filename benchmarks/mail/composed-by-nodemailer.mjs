import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';

const { simpleParser } = createRequire(inRoot('package.json'))('mailparser');

/**
 * A mail as nodemailer composes it by itself: with its texts as they read, rather than encoded as the product hands
 * them over, and with what Strapi's provider adds. The sender gives each sending a Message-ID of its own.
 */
export const composedByNodemailer = async ({ html, text, ...options }) => ({
  ...options,
  html: (await simpleParser(html.raw)).html,
  text: (await simpleParser(text.raw)).text,
  disableFileAccess: true,
  disableUrlAccess: true,
});
