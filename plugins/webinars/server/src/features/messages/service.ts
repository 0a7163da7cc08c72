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
import { createSharedRateLimit } from '../../platform/http/rate-limit';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import type { Tx } from '../../platform/transaction';
import { shortMemory } from '../../platform/short-memory';
import { createAnnouncements } from './announcements/service';
import { batchedBulkStore, batchedStore, unhurriedClaim } from './batched-stores';
import { feedOf } from './feed/service';
import { mailFacts } from './mail-facts';
import { createMailPace } from './delivery/mail-pace';
import { createMailServerWatch } from './delivery/mail-server-watch';
import * as mailRecords from './mail-records';
import * as mailStore from './mail-store';
import { mailTransportOf } from './delivery/mail-transport';
import { preferencesOf } from './preferences/service';
import { suppressionsOf } from './suppression/service';
import { createMailRenderer, type RenderedMail } from './look/render-mail';
import { createMailRehearsal } from './mail-rehearsal';
import { ownCalendar } from './own-calendar';
import { sendBulkMail } from './send-bulk-mail';
import { sendMail, type SendMailDeps } from './send-mail';
import { sendStaffMail } from './staff/send-staff-mail';
import { staffDeps } from './staff/staff-deps';
import { previewMail, sendTestMail, type PreviewDeps } from './templates/preview-mail';
import { templateSource } from './templates/template-source';
import { loadTemplate } from './templates/template-store';

const createService = (strapi: Core.Strapi) => {
  const { mailer, connections, sender, mailHost, close } = mailTransportOf(strapi);
  const { url: publicUrl, host } = publicAddressOf(strapi);
  const tokens = tokensOf(strapi);
  const rows = { table: (name: string) => strapi.db.getConnection(name) };
  const { second, minute, announcedADay, day } = limitsOf(strapi);

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
    mailer,
    watch: createMailServerWatch(),
    pace: createMailPace([second, minute, day]),
    underWay: new Set(),
    connections: new Semaphore(connections),
    store: batchedStore(strapi, { mailHost, connections }),
    sender,
    host,
    siteUrl: configOf(strapi).siteUrl,
    publicUrl,
    feedUrlOf: feedOf(strapi).addressOf,
    otherParts: (registrationId, series) => mailStore.otherParts(rows, registrationId, series),
    signToken: (purpose, recipient) => tokens.sign(purpose, recipient),
    warn: (message) => strapi.log.warn(message),
  };

  const staff = staffDeps(strapi, { mailHost });
  const announcements = createAnnouncements(strapi, {
    ...deps,
    pace: createMailPace([second, minute, announcedADay, day]),
  });
  const looking: PreviewDeps = {
    ...deps,
    ...staff,
    loadTemplate: (kind, locale) => loadTemplate(strapi, kind, locale),
  };

  return {
    announcements,
    /** What becomes of mails that are to go out at a certain time. */
    rehearse: createMailRehearsal(strapi, { ...deps, ...staff }),
    handlers: {
      ...announcements.handlers,
      'messages.send': sendMail(deps),
      'messages.send-bulk': sendBulkMail({
        ...deps,
        store: { ...deps.store, claim: unhurriedClaim(strapi, { mailHost }) },
        bulk: batchedBulkStore(strapi),
      }),
      'messages.send-staff': sendStaffMail({ ...deps, ...staff }),
    },
    previewMail: previewMail(looking),
    sendTestMail: sendTestMail(looking),
    /** The registrant's own calendar entry (RFC 5545), or null for whoever was never invited. */
    ownCalendar: ownCalendar(deps),
    /** All sessions of the person who has this token of a feed, as one calendar. */
    personalFeed: (token: string) => feedOf(strapi).show(token, deps),
    /** Everything that was written to a registrant, latest first. */
    mailsOf: (registrationId: string) => mailRecords.mailsOf(rows, registrationId),
    /** Of somebody's own calendar: since when there is one, but not where. */
    feedAbout: (emailKey: string) => feedOf(strapi).exportPerson(emailKey),
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
        await feedOf(strapi).erase(tx, emailKey),
      ];
    },
    close,
  };
};

export const messagesOf = oncePerStrapi(createService);

/** All instances share what goes out in a minute and on a day. */
const limitsOf = (strapi: Core.Strapi) => {
  const {
    mailLimits: { perSecond, perMinute, perDay },
    secret,
  } = configOf(strapi);
  const limit = (name: string, points: number, perSeconds: number) =>
    createSharedRateLimit(strapi, { name, points, perSeconds, secret: secret[0] ?? '' });
  return {
    second: limit('mails-second', perSecond, 1),
    minute: limit('mails-minute', perMinute, 60),
    announcedADay: limit('mails-announced-day', Math.ceil(perDay * MOST_ANNOUNCED), DAY),
    day: limit('mails-day', perDay, DAY),
  };
};

const DAY = 86_400;

/** Whoever registers on the day of an announcement is not to wait for the next one to hear of it. */
const MOST_ANNOUNCED = 0.8;
