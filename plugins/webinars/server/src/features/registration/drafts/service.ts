import type { Core } from '@strapi/strapi';
import { PUBLIC_ERRORS } from '../../../../../shared/errors';
import type { Locale } from '../../../../../shared/locales';
import { clockOf, configOf, tokensOf, transactionOf } from '../../../container';
import { createSharedRateLimit } from '../../../platform/http/rate-limit';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements } from '../../../platform/transaction';
import { registrationOf } from '../service';
import { changeDraft, type DraftChange } from './change-draft';
import { createDraft, type NewDraft } from './create-draft';
import * as store from './draft-store';
import { toView } from './draft-view';
import { findDraft } from './find-draft';
import type { DraftDeps } from './ports';
import { submitDraft } from './submit-draft';

const createService = (strapi: Core.Strapi) => {
  const deps: DraftDeps = {
    transaction: transactionOf(strapi),
    rows: createStatements(strapi),
    clock: clockOf(strapi),
    tokens: tokensOf(strapi),
    registration: registrationOf(strapi),
  };
  const { transaction, rows, clock, tokens } = deps;
  const { rateLimit, secret } = configOf(strapi);
  const limit = createSharedRateLimit(strapi, {
    name: 'draft',
    points: rateLimit,
    perSeconds: 60,
    secret: secret[0] ?? '',
  });
  const find = findDraft(deps);

  return {
    /** @returns the draft, and the token that opens it */
    async create(input: NewDraft) {
      const draft = await createDraft(deps)(input);
      return { token: tokens.sign('draft', draft), ...toView(draft) };
    },

    show: async (token: string) => toView(await find(token)),

    async change(token: string, changes: Pick<DraftChange, 'sessions' | 'fields'>) {
      const { publicId } = await find(token);
      await limit.consume(publicId);
      const isAllowed: DraftChange['isAllowed'] = (draft) => tokens.isValid('draft', token, draft);
      return toView(await changeDraft(deps)({ publicId, isAllowed, ...changes }));
    },

    async submit(token: string, { locale, visitor }: { locale: Locale; visitor: string }) {
      const { draft, submitted } = await submitDraft(deps)({ token, visitor });
      const results = submitted.map((one) =>
        one.kind === 'registered'
          ? { session: one.session, ...one.receipt }
          : {
              session: one.session,
              code: one.code,
              message: PUBLIC_ERRORS[one.code].message[locale],
            }
      );
      return { expiresAt: draft.expiresAt, results };
    },

    /** The drafts of one person, known by the normalised address. */
    exportPerson: async (emailKey: string) =>
      (await store.findOfPerson(rows, emailKey, clock.now())).map(toView),

    /** Tick: what has expired is gone. */
    purge: () => transaction((tx) => store.purge(tx, clock.now())),
  };
};

export const draftsOf = oncePerStrapi(createService);
