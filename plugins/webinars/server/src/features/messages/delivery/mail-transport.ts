import type { Core } from '@strapi/strapi';
import { parseSender } from '../../../platform/sender';
import type { Mailer } from './mailer';
import { strapiEmailMailer, type EmailService } from './strapi-email-mailer';

/** Strapi's email plugin, as it is set up. */
export type MailTransport = {
  mailer: Mailer;
  /** How many mails may be handed over at the same time. */
  connections: number;
  /** The From address, and the name that goes with it; empty: none. */
  sender: { name: string; address: string };
  /** The domain of that address, for Message-IDs. */
  mailHost: string;
  /** Says goodbye to the mail server: Strapi leaves a provider's connections open when it stops. */
  close(): void;
};

export const mailTransportOf = (strapi: Core.Strapi): MailTransport => {
  const plugin = strapi.plugin('email') as unknown as EmailPlugin;
  const email: EmailSettings = strapi.config.get('plugin::email');
  const sender = parseSender(email.settings?.defaultFrom ?? '');
  return {
    mailer: strapiEmailMailer(plugin.service('email'), {
      isNodemailer: /nodemailer$/i.test(email.provider ?? ''),
    }),
    connections: connectionsOf(email),
    sender,
    mailHost: sender.address.split('@').at(-1) ?? 'localhost',
    close: () => plugin.provider?.close?.(),
  };
};

/** Strapi types neither the service nor the provider that it puts beside it. */
type EmailPlugin = {
  service(name: 'email'): EmailService;
  provider?: { close?: () => void };
};

type EmailSettings = {
  /** Its package, or what comes after `@strapi/provider-email-`. */
  provider?: string;
  settings?: { defaultFrom?: string };
  providerOptions?: { pool?: boolean; maxConnections?: number };
};

/** nodemailer opens five when it pools and is told nothing else. */
const connectionsOf = ({ providerOptions }: EmailSettings) =>
  providerOptions?.pool === true ? (providerOptions.maxConnections ?? 5) : 1;
