import type { Core } from '@strapi/strapi';
import { normalizeEmail } from '../../../../../shared/email-address';
import type { ErasedRows } from '../../../../../shared/privacy';
import {
  clockOf,
  configOf,
  ICS_PRODUCT,
  jobsOf,
  publicAddressOf,
  tokensOf,
  transactionOf,
} from '../../../container';
import { DomainError } from '../../../domain/errors';
import { createBatch } from '../../../platform/batch';
import { createRateLimit, createSharedRateLimit } from '../../../platform/http/rate-limit';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements, type Tx } from '../../../platform/transaction';
import { registrationOf } from '../../registration';
import { feedUrl } from '../letter/links';
import { loadAddressees } from '../mail-store';
import * as store from './feed-store';
import { requestFeed, type FeedAction } from './request-feed';
import { writeFeed, type WriteFeedDeps } from './write-feed';

const BATCH = 50;
const MINUTE = 60;
const HOUR = 3600;

/** As often as anybody may have it mailed, or replaced. */
const ASKED_AN_HOUR = 5;

/** Years of one person; calendars care for what is to come. */
const MOST_ENTRIES = 200;

const createService = (strapi: Core.Strapi) => {
  const { rateLimit, secret } = configOf(strapi);
  const { url: publicUrl } = publicAddressOf(strapi);
  const tokens = tokensOf(strapi);
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  const { findByToken } = registrationOf(strapi);
  const limit = (action: FeedAction) =>
    createSharedRateLimit(strapi, {
      name: `feed-${action}`,
      points: rateLimit === 0 ? 0 : ASKED_AN_HOUR,
      perSeconds: HOUR,
      secret: secret[0] ?? '',
    });
  const request = requestFeed({
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock,
    limits: { send: limit('send'), renew: limit('renew') },
  });
  /** Programs ask every few minutes, from wherever they run. */
  const perFeed = createRateLimit({ name: 'feed', points: rateLimit, perSeconds: MINUTE });

  const versionOf = createBatch<string, number>({
    maxSize: BATCH,
    run: async (emailKeys) => emailKeys.map(await store.versionsOf(rows, emailKeys)),
  });

  return {
    /** The secret address of a person's calendar, for mails to that person and for nothing else. */
    async addressOf({ publicId, emailKey }: { publicId: string; emailKey: string }) {
      const tokenVersion = await versionOf(emailKey);
      return feedUrl(publicUrl, tokens.sign('feed', { publicId, tokenVersion }));
    },

    /** The calendar behind that address. Throws `token_invalid`. */
    async show(
      token: string,
      deps: Omit<WriteFeedDeps, 'loadAddressees' | 'productId'>
    ): Promise<string> {
      const publicId = tokens.claimedId(token);
      if (publicId === null) throw new DomainError('token_invalid');
      await perFeed.consume(publicId);
      const feed = await store.findFeed(rows, publicId);
      if (feed === null || !tokens.isValid('feed', token, feed)) {
        throw new DomainError('token_invalid');
      }
      const entries = await store.findEntries(rows, feed.emailKey, MOST_ENTRIES);
      return writeFeed({
        ...deps,
        productId: ICS_PRODUCT,
        loadAddressees: (ids) => loadAddressees(rows, ids),
      })(entries);
    },

    /** What the bearer of a manage token asks for. Throws `token_invalid`. */
    async request(manageToken: string, action: FeedAction): Promise<void> {
      const { documentId, email } = await findByToken(manageToken);
      await request({ documentId, emailKey: normalizeEmail(email) ?? email }, action);
    },

    exportPerson: (emailKey: string) => store.feedAbout(rows, emailKey),

    async erase(tx: Tx, emailKey: string): Promise<ErasedRows> {
      const deleted = await store.eraseFeed(tx, emailKey);
      return { table: 'webinars_personal_feeds', deleted, reduced: 0, kept: 0, why: 'feed' };
    },
  };
};

export const feedOf = oncePerStrapi(createService);
