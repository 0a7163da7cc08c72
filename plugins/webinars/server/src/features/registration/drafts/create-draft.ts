import type { Locale } from '../../../../../shared/locales';
import {
  findOutcome,
  forgetOutcomes,
  saveOutcome,
  TwinWasFirst,
  type Repeatable,
} from '../../../platform/idempotency';
import { loadPerson } from '../details-store';
import { newPublicId } from '../identifiers';
import type { Draft } from './draft-store';
import * as store from './draft-store';
import type { DraftDeps } from './ports';
import { documentIdsOf } from './session-ids';

const LIFE_HOURS = 4;

export type NewDraft = {
  /** documentIds or slugs, in the visitor's order. */
  sessions: readonly string[];
  fields: Draft['fields'];
  language: Locale;
  /** The manage token of an earlier registration, from which the person is copied. */
  prefillToken: string | undefined;
  repeatable: Repeatable | null;
};

/**
 * Keeps an unfinished registration for a few hours. It holds no seat. A request that comes again is answered with the
 * draft of the first time, so long as there is one.
 */
export const createDraft =
  (deps: DraftDeps) =>
  async (input: NewDraft): Promise<Draft> => {
    const known = await recall(deps, input.repeatable);
    if (known !== null) return known;
    const draft = await compose(deps, input);
    try {
      await save(deps, draft, input.repeatable);
      return draft;
    } catch (error) {
      const twin = error instanceof TwinWasFirst ? await recall(deps, input.repeatable) : null;
      if (twin === null) throw error;
      return twin;
    }
  };

const compose = async (
  deps: DraftDeps,
  { sessions, fields, language, prefillToken }: NewDraft
): Promise<Draft> => {
  const prefilled = await prefill(deps, prefillToken);
  const documentIds = await documentIdsOf(deps, sessions);
  const createdAt = deps.clock.now();
  return {
    publicId: newPublicId(),
    tokenVersion: 1,
    state: 'open',
    sessions: documentIds,
    fields: { ...prefilled, ...fields },
    language,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LIFE_HOURS * 3_600_000),
  };
};

const save = ({ transaction }: DraftDeps, draft: Draft, repeatable: Repeatable | null) =>
  transaction(async (tx) => {
    await store.insert(tx, draft);
    if (repeatable === null) return;
    await saveOutcome(tx, repeatable, { subject: draft.publicId, said: {} }, draft.createdAt);
  });

const recall = async (
  { rows, clock, transaction }: DraftDeps,
  repeatable: Repeatable | null
): Promise<Draft | null> => {
  const known = repeatable && (await findOutcome(rows, repeatable, clock.now()));
  if (known === null) return null;
  const draft = await store.find(rows, known.subject, clock.now());
  // What is remembered of a request outlives its draft by far: with nothing to answer, it is a new one.
  if (draft === null) await transaction((tx) => forgetOutcomes(tx, [known.subject]));
  return draft;
};

const prefill = async (
  { registration, rows }: DraftDeps,
  token: string | undefined
): Promise<Draft['fields']> => {
  if (token === undefined) return {};
  const earlier = await registration.findByToken(token);
  const person = Object.entries(await loadPerson(rows, earlier));
  const copied = person.filter(([field, value]) => value !== null && !NOT_COPIED.includes(field));
  return { ...Object.fromEntries(copied), email: earlier.email };
};

/** Asked for one webinar only, or agreed to once: not copied into the next form. */
const NOT_COPIED = [
  'specificQuestions',
  'learningObjectives',
  'marketingConsent',
  'consultantFollowUpConsent',
  'dataProcessingConsent',
];
