import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../../shared/locales';
import { PUBLIC_ERRORS } from '../../../../../shared/errors';
import { registrationBody } from '../../../../../shared/registration';
import { clockOf, configOf, tokensOf, transactionOf } from '../../../container';
import { DomainError } from '../../../domain/errors';
import { parseRequest } from '../../../platform/http/define-controller';
import { createSharedRateLimit } from '../../../platform/http/rate-limit';
import {
  findOutcome,
  forgetOutcomes,
  repeatable as repeatableFrom,
  TwinWasFirst,
  type Repeatable,
} from '../../../platform/idempotency';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements } from '../../../platform/transaction';
import { loadPerson } from '../details-store';
import type { Registrant } from '../register-attendees';
import { registrationOf, type Receipt } from '../service';
import { changeDraft, closeDraft, createDraft, warnAt, type NewDraft } from './drafts';
import type { Draft } from './draft-store';
import * as store from './draft-store';

type SubmissionResult = { session: string } & (
  Receipt | { code: string; message: string; status?: undefined }
);

const createService = (strapi: Core.Strapi) => {
  const tokens = tokensOf(strapi);
  const clock = clockOf(strapi);
  const deps = { transaction: transactionOf(strapi), clock };
  const rows = createStatements(strapi);
  const registration = registrationOf(strapi);
  const { rateLimit, secret } = configOf(strapi);
  const limit = createSharedRateLimit(strapi, {
    name: 'draft',
    points: rateLimit,
    perSeconds: 60,
    secret: secret[0] ?? '',
  });

  const find = async (token: string): Promise<Draft> => {
    const publicId = tokens.claimedId(token);
    const draft = publicId === null ? null : await store.find(rows, publicId, clock.now());
    if (draft === null || !tokens.isValid('draft', token, draft)) {
      throw new DomainError('token_invalid');
    }
    return draft;
  };

  const idsOf = (sessions: readonly string[]): Promise<string[]> =>
    Promise.all(sessions.map(registration.sessionIdOf)).then((ids) => [...new Set(ids)]);

  const recall = async (repeatable: Repeatable | null): Promise<Draft | null> => {
    const known = repeatable && (await findOutcome(rows, repeatable, clock.now()));
    if (known === null) return null;
    const draft = await store.find(rows, known.subject, clock.now());
    // What is remembered of a request outlives its draft by far: with nothing to answer, it is a new one.
    if (draft === null) await deps.transaction((tx) => forgetOutcomes(tx, [known.subject]));
    return draft;
  };

  const prefill = async (token: string | undefined): Promise<Draft['fields']> => {
    if (token === undefined) return {};
    const earlier = await registration.findByToken(token);
    return profileOf(await loadPerson(rows, earlier), earlier.email);
  };

  return {
    /** @returns the draft, and the token that opens it */
    async create({
      sessions,
      prefillToken,
      ...draft
    }: NewDraft & { prefillToken: string | undefined }) {
      const known = await recall(draft.repeatable);
      if (known !== null) return withToken(known);
      const fields = { ...(await prefill(prefillToken)), ...draft.fields };
      try {
        const input = { ...draft, fields, sessions: await idsOf(sessions) };
        return withToken(await createDraft(deps)(input));
      } catch (error) {
        if (!(error instanceof TwinWasFirst)) throw error;
        const twin = await recall(draft.repeatable);
        if (twin === null) throw error;
        return withToken(twin);
      }
    },

    show: async (token: string) => toView(await find(token)),

    async change(
      token: string,
      { sessions, fields }: { sessions: string[] | undefined; fields: Draft['fields'] }
    ) {
      const { publicId } = await find(token);
      await limit.consume(publicId);
      const changed = await changeDraft(deps)({
        publicId,
        isAllowed: (draft) => tokens.isValid('draft', token, draft),
        ...(sessions !== undefined && { sessions: await idsOf(sessions) }),
        fields,
      });
      return toView(changed);
    },

    /**
     * Registers for every session of a draft, each in a transaction of its own. What has been registered already is
     * answered again; what was refused is tried once more.
     */
    async submit(token: string, { locale, visitor }: { locale: Locale; visitor: string }) {
      const draft = await find(token);
      const receipts = new Map<string, Receipt>();
      for (const session of draft.sessions) {
        const known = await registration.recallReceipt(attemptFor(draft, session));
        if (known !== null) receipts.set(session, known);
      }
      const refusals = new Map<string, DomainError>();
      const open = draft.sessions.filter((session) => !receipts.has(session));
      await registration.limits.byAddress.consume(visitor, Math.max(1, open.length));
      if (open.length > 0) {
        const body = parseRequest(registrationBody, draft.fields);
        const registrant: Registrant = { body, language: body.language ?? draft.language };
        await registration.limitEmail(body.email);
        for (const session of open) {
          const outcome = await enter(draft, session, registrant);
          if (outcome instanceof DomainError) refusals.set(session, outcome);
          else receipts.set(session, outcome);
        }
      }
      if (refusals.size === 0) await closeDraft(deps)(draft.publicId);
      const results = draft.sessions.map((session): SubmissionResult => {
        const receipt = receipts.get(session);
        if (receipt !== undefined) return { session, ...receipt };
        const { code } = refusals.get(session) as DomainError;
        return { session, code, message: PUBLIC_ERRORS[code].message[locale] };
      });
      return { expiresAt: draft.expiresAt, results };
    },

    /** The drafts of one person, known by the normalised address. */
    exportPerson: async (emailKey: string) =>
      (await store.findOfPerson(rows, emailKey, clock.now())).map(toView),

    /** Tick: what has expired is gone. */
    purge: () => deps.transaction((tx) => store.purge(tx, clock.now())),
  };

  async function enter(draft: Draft, session: string, registrant: Registrant) {
    try {
      return await registration.enter({
        session,
        registrant,
        repeatable: attemptFor(draft, session),
      });
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  function withToken(draft: Draft) {
    return { token: tokens.sign('draft', draft), ...toView(draft) };
  }
};

/** One registration for each session of a draft, whatever has been changed in it since. */
const attemptFor = ({ publicId }: Draft, session: string): Repeatable =>
  repeatableFrom({ scope: ['draft', session], key: publicId, body: null });

const toView = (draft: Draft) => ({
  ...draft.fields,
  sessions: draft.sessions,
  status: draft.state,
  createdAt: draft.createdAt,
  expiresAt: draft.expiresAt,
  warnAt: warnAt(draft),
});

/** Asked for one webinar only, or agreed to once: not copied into the next form. */
const NOT_COPIED = [
  'specificQuestions',
  'learningObjectives',
  'marketingConsent',
  'consultantFollowUpConsent',
  'dataProcessingConsent',
];

const profileOf = (person: Record<string, unknown>, email: string): Draft['fields'] => ({
  ...Object.fromEntries(
    Object.entries(person).filter(([field, value]) => value !== null && !NOT_COPIED.includes(field))
  ),
  email,
});

export const draftsOf = oncePerStrapi(createService);
