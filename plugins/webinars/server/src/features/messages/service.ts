import { Semaphore } from 'async-mutex';
import type { Core } from '@strapi/strapi';
import type { ErasedRows } from '../../../../shared/privacy';
import {
  clockOf,
  configOf,
  icsWriterOf,
  publicAddressOf,
  tokensOf,
  transactionOf,
} from '../../container';
import { metersOf } from '../../meters/meters';
import { createBatch } from '../../platform/batch';
import { createSharedRateLimit } from '../../platform/http/rate-limit';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { createStatements, type Tx } from '../../platform/transaction';
import { parseSender } from '../../platform/sender';
import { shortMemory } from '../../platform/short-memory';
import { registrationOf } from '../registration';
import { createAnnouncements } from './announcements/service';
import * as bulkStore from './bulk-store';
import type { BulkFacts } from './bulk-store';
import { mailFacts } from './mail-facts';
import { createMailPace } from './mail-pace';
import { createMailServerWatch } from './mail-server-watch';
import * as mailRecords from './mail-records';
import * as mailStore from './mail-store';
import type { Addressee, ClaimedMail, MailOutcome, WantedMail } from './mail-store';
import { preferencesOf } from './preferences/service';
import { suppressionsOf } from './suppression/service';
import { createMailRenderer, createRenderer, type RenderedMail } from './render-mail';
import { createMailRehearsal } from './mail-rehearsal';
import { reachesOf } from './reaches-of';
import { ownCalendar } from './own-calendar';
import { sendBulkMail, type SendBulkDeps } from './send-bulk-mail';
import { sendMail, type SendMailDeps } from './send-mail';
import { loadStaffCase } from './staff/load-staff-case';
import { sendStaffMail, type SendStaffMailDeps } from './staff/send-staff-mail';
import { claimStaffMail, loadAudience, loadManagerFigures } from './staff/staff-store';
import { staffTemplate } from './staff/staff-template';
import { previewMail, sendTestMail } from './templates/preview-mail';
import { templateSource } from './templates/template-source';
import { strapiEmailMailer, type EmailService } from './strapi-email-mailer';

const createService = (strapi: Core.Strapi) => {
  const emailPlugin = strapi.plugin('email') as unknown as EmailPlugin;
  const email: EmailSettings = strapi.config.get('plugin::email');
  const { url: publicUrl, host } = publicAddressOf(strapi);
  const tokens = tokensOf(strapi);
  const connections = connectionsOf(email);
  const sender = parseSender(email.settings?.defaultFrom ?? '');
  const mailHost = sender.address.split('@').at(-1) ?? 'localhost';
  const rows = { table: (name: string) => strapi.db.getConnection(name) };

  const deps: SendMailDeps = {
    clock: clockOf(strapi),
    facts: mailFacts(strapi, { publicUrl }),
    render: createMailRenderer(),
    templates: templateSource(strapi, {
      clock: clockOf(strapi),
      transaction: transactionOf(strapi),
    }),
    letters: shortMemory<RenderedMail>({ seconds: 5, most: 200 }),
    writeIcs: icsWriterOf(strapi),
    mailer: strapiEmailMailer(emailPlugin.service('email')),
    watch: createMailServerWatch(),
    pace: createMailPace(limitsOf(strapi)),
    underWay: new Set(),
    connections: new Semaphore(connections),
    store: batchedStore(strapi, {
      host: mailHost,
      connections,
    }),
    sender,
    host,
    siteUrl: configOf(strapi).siteUrl,
    publicUrl,
    signToken: (purpose, recipient) => tokens.sign(purpose, recipient),
    warn: (message) => strapi.log.warn(message),
  };

  const staff = staffDeps(strapi, { host: mailHost });
  const announcements = createAnnouncements(strapi, deps);

  return {
    announcements,
    /** What becomes of mails that are to go out at a certain time. */
    rehearse: createMailRehearsal(strapi, { ...deps, ...staff }),
    handlers: {
      ...announcements.handlers,
      'messages.send': sendMail(deps),
      'messages.send-bulk': sendBulkMail({ ...deps, bulk: batchedBulkStore(strapi) }),
      'messages.send-staff': sendStaffMail({ ...deps, ...staff }),
    },
    previewMail: previewMail({ ...deps, ...staff }),
    sendTestMail: sendTestMail({ ...deps, ...staff }),
    /** The registrant's own calendar entry (RFC 5545), or null for whoever was never invited. */
    ownCalendar: ownCalendar(deps),
    /** Everything that was written to a registrant, latest first. */
    mailsOf: (registrationId: string) => mailRecords.mailsOf(rows, registrationId),
    recordsOf: (registrationId: string) => mailRecords.recordsOf(rows, registrationId),
    /** For one person's data, in the caller's transaction: all mails to these registrations, and what came of them. */
    async erase(
      tx: Tx,
      { emailKey, registrationIds }: { emailKey: string; registrationIds: readonly string[] }
    ): Promise<ErasedRows[]> {
      const { mails, attempts } = await mailStore.eraseMails(tx, registrationIds);
      const nothingElse = { reduced: 0, kept: 0 };
      return [
        { table: 'webinars_mails', deleted: mails, ...nothingElse, why: 'mail' },
        {
          table: 'webinars_mail_attempts',
          deleted: attempts,
          ...nothingElse,
          why: 'mail_attempt',
        },
        await announcements.erase(tx, registrationIds),
        await preferencesOf(strapi).erase(tx, emailKey),
        await suppressionsOf(strapi).erase(tx, emailKey),
      ];
    },
    /** Says goodbye to the mail server: Strapi leaves a provider's connections open when it stops. */
    close: () => emailPlugin.provider?.close?.(),
  };
};

export const messagesOf = oncePerStrapi(createService);

/** All instances share what goes out in a minute and on a day. */
const limitsOf = (strapi: Core.Strapi) => {
  const { mailLimits, secret } = configOf(strapi);
  const limit = (name: string, points: number, perSeconds: number) =>
    createSharedRateLimit(strapi, { name, points, perSeconds, secret: secret[0] ?? '' });
  return [
    limit('mails-second', mailLimits.perSecond, 1),
    limit('mails-minute', mailLimits.perMinute, 60),
    limit('mails-day', mailLimits.perDay, 86_400),
  ];
};

/** Strapi types neither the service nor the provider that it puts beside it. */
type EmailPlugin = {
  service(name: 'email'): EmailService;
  provider?: { close?: () => void };
};

type EmailSettings = {
  settings?: { defaultFrom?: string };
  providerOptions?: { pool?: boolean; maxConnections?: number };
};

/** nodemailer opens five when it pools and is told nothing else. */
const connectionsOf = ({ providerOptions }: EmailSettings) =>
  providerOptions?.pool === true ? (providerOptions.maxConnections ?? 5) : 1;

/** There are few of these: nothing is gathered. */
const staffDeps = (
  strapi: Core.Strapi,
  { host }: { host: string }
): Pick<SendStaffMailDeps, 'renderStaff' | 'staff' | 'isSuppressed'> => {
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  return {
    renderStaff: createRenderer(staffTemplate),
    isSuppressed: suppressionsOf(strapi).isSuppressed,
    staff: {
      claim: (wanted) => claimStaffMail(rows, wanted, { host, now: clock.now() }),
      loadCase: (ids) => loadStaffCase(strapi, { ...ids, now: clock.now() }),
      loadAudience: (sessionId) => loadAudience(rows, sessionId),
      loadFigures: (sessionId, options) => loadManagerFigures(rows, sessionId, options),
    },
  };
};

const BATCH = 50;

/** Less than a mail takes to any server that is not next door, and time for the other connections to come back. */
const GATHER_OUTCOMES_MS = 10;

const RESULTS = {
  sent: 'sent',
  failed: 'refused',
  queued: 'put_off',
  skipped: 'skipped',
} as const;

/** What several mails ask for at the same time is asked for once. */
const batchedStore = (
  strapi: Core.Strapi,
  { host, connections }: { host: string; connections: number }
): SendMailDeps['store'] => {
  const transaction = transactionOf(strapi);
  const clock = clockOf(strapi);
  const meter = metersOf(strapi).mail;
  const rows = createStatements(strapi);
  const { suppressBounced } = suppressionsOf(strapi);
  const reachOf = reachesOf(strapi);
  return {
    claim: createBatch<WantedMail, ClaimedMail | null>({
      maxSize: BATCH,
      run: async (wanted) => {
        const claimed = await mailStore.claim(rows, wanted, { host, now: clock.now() });
        return wanted.map(({ key }) => claimed.get(key) ?? null);
      },
    }),
    loadAddressee: createBatch<string, Addressee | null>({
      maxSize: BATCH,
      run: async (ids) => {
        const known = await mailStore.loadAddressees(rows, ids);
        const reach = await reachOf([...known.values()].map(({ emailKey }) => emailKey));
        return ids.map((id) => {
          const addressee = known.get(id);
          return addressee === undefined
            ? null
            : { ...addressee, reach: reach(addressee.emailKey) };
        });
      },
    }),
    record: createBatch<MailOutcome, void>({
      maxSize: connections,
      gatherMs: GATHER_OUTCOMES_MS,
      run: async (outcomes) => {
        await transaction(async (tx) => {
          await mailStore.record(tx, outcomes);
          await suppressBounced(
            tx,
            outcomes.flatMap(({ bounce }) => bounce ?? [])
          );
        });
        for (const { state } of outcomes) meter(RESULTS[state]);
        return outcomes.map(() => undefined);
      },
    }),
    wasInvited: (id) => mailStore.wasInvited(rows, id),
    waitlistRank: registrationOf(strapi).waitlistRank,
  };
};

/** The same of what there is to look at before mails of a schedule go out. */
const batchedBulkStore = (strapi: Core.Strapi): SendBulkDeps['bulk'] => {
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  return {
    loadFacts: createBatch<string, BulkFacts | null>({
      maxSize: BATCH,
      run: async (ids) => {
        const known = await bulkStore.loadBulkFacts(rows, ids);
        return ids.map((id) => known.get(id) ?? null);
      },
    }),
    countComing: createBatch<string, number>({
      maxSize: BATCH,
      run: async (emailKeys) => {
        const counted = await bulkStore.countComing(rows, emailKeys, clock.now());
        return emailKeys.map((emailKey) => counted.get(emailKey) ?? 0);
      },
    }),
    loadReminders: (emailKey) => bulkStore.loadReminders(rows, emailKey, clock.now()),
  };
};
