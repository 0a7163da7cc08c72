import { registrationBody } from '../../../../../shared/registration';
import { DomainError } from '../../../domain/errors';
import { parseRequest } from '../../../platform/http/define-controller';
import { repeatable, type Repeatable } from '../../../platform/idempotency';
import type { Registrant } from '../register-attendees';
import type { Receipt } from '../service';
import type { Draft } from './draft-store';
import * as store from './draft-store';
import { findDraft } from './find-draft';
import type { DraftDeps } from './ports';

/** What became of one session of a draft. */
type Submitted =
  | { kind: 'registered'; session: string; receipt: Receipt }
  | { kind: 'refused'; session: string; code: DomainError['code'] };

/**
 * Registers for every session of a draft, each in a transaction of its own. What has been registered already is
 * answered again; what was refused is tried once more.
 */
export const submitDraft =
  (deps: DraftDeps) =>
  async ({
    token,
    visitor,
  }: {
    token: string;
    visitor: string;
  }): Promise<{ draft: Draft; submitted: Submitted[] }> => {
    const draft = await findDraft(deps)(token);
    const receipts = await recallReceipts(deps, draft);
    const open = draft.sessions.filter((session) => !receipts.has(session));
    await deps.registration.limits.byAddress.consume(visitor, Math.max(1, open.length));
    const entered = await enterAll(deps, draft, open);
    if (entered.every(({ kind }) => kind === 'registered')) await close(deps, draft);

    return {
      draft,
      submitted: draft.sessions.flatMap((session): Submitted[] => {
        const receipt = receipts.get(session);
        if (receipt !== undefined) return [{ kind: 'registered', session, receipt }];
        return entered.filter((one) => one.session === session);
      }),
    };
  };

const recallReceipts = async (
  { registration }: DraftDeps,
  draft: Draft
): Promise<Map<string, Receipt>> => {
  const receipts = new Map<string, Receipt>();
  for (const session of draft.sessions) {
    const known = await registration.recallReceipt(attemptFor(draft, session));
    if (known !== null) receipts.set(session, known);
  }
  return receipts;
};

const enterAll = async (
  deps: DraftDeps,
  draft: Draft,
  sessions: readonly string[]
): Promise<Submitted[]> => {
  if (sessions.length === 0) return [];
  const body = parseRequest(registrationBody, draft.fields);
  const registrant: Registrant = { body, language: body.language ?? draft.language };
  await deps.registration.limitEmail(body.email);
  const entered: Submitted[] = [];
  for (const session of sessions) entered.push(await enter(deps, { draft, session, registrant }));
  return entered;
};

const enter = async (
  { registration }: DraftDeps,
  { draft, session, registrant }: { draft: Draft; session: string; registrant: Registrant }
): Promise<Submitted> => {
  try {
    const attempt = attemptFor(draft, session);
    const receipt = await registration.enter({ session, registrant, repeatable: attempt });
    return { kind: 'registered', session, receipt };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: 'refused', session, code: error.code };
  }
};

/** When everything that a draft is for has been registered for, what was filled in is kept by the registrations alone. */
const close = ({ transaction, clock }: DraftDeps, { publicId }: Draft): Promise<void> =>
  transaction(async (tx) => {
    const draft = await store.lock(tx, publicId, clock.now());
    if (draft !== null) await store.save(tx, { ...draft, state: 'submitted', fields: {} });
  });

/** One registration for each session of a draft, whatever has been changed in it since. */
const attemptFor = ({ publicId }: Draft, session: string): Repeatable =>
  repeatable({ scope: ['draft', session], key: publicId, body: null });
