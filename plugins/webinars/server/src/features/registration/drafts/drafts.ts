import { normalizeEmail } from '../../../../../shared/email-address';
import type { Locale } from '../../../../../shared/locales';
import { DomainError } from '../../../domain/errors';
import type { Clock } from '../../../platform/clock';
import { saveOutcome, type Repeatable } from '../../../platform/idempotency';
import type { RunInTransaction } from '../../../platform/transaction';
import { newPublicId } from '../identifiers';
import type { Draft } from './draft-store';
import * as store from './draft-store';

export type DraftDeps = { transaction: RunInTransaction; clock: Clock };

const LIFE_HOURS = 4;
const WARNING_MINUTES = 30;

export type NewDraft = {
  /** documentIds. */
  sessions: string[];
  fields: Draft['fields'];
  language: Locale;
  repeatable: Repeatable | null;
};

/** Keeps an unfinished registration for a few hours. It holds no seat. */
export const createDraft =
  ({ transaction, clock }: DraftDeps) =>
  async ({ sessions, fields, language, repeatable }: NewDraft): Promise<Draft> => {
    const createdAt = clock.now();
    const draft: Draft = {
      publicId: newPublicId(),
      tokenVersion: 1,
      state: 'open',
      sessions,
      fields,
      language,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + LIFE_HOURS * 3_600_000),
    };
    await transaction(async (tx) => {
      await store.insert(tx, draft, emailKeyOf(fields));
      if (repeatable !== null) {
        await saveOutcome(tx, repeatable, { subject: draft.publicId, said: {} }, createdAt);
      }
    });
    return draft;
  };

export type DraftChange = {
  publicId: string;
  isAllowed: (draft: Draft) => boolean;
  sessions?: string[];
  fields: Draft['fields'];
};

/** Fills in more of a draft, or something else. What has been submitted stays as it is. */
export const changeDraft =
  ({ transaction, clock }: DraftDeps) =>
  ({ publicId, isAllowed, sessions, fields }: DraftChange): Promise<Draft> =>
    transaction(async (tx) => {
      const draft = await store.lock(tx, publicId, clock.now());
      if (draft === null || !isAllowed(draft)) throw new DomainError('token_invalid');
      if (draft.state === 'submitted') throw new DomainError('draft_submitted');
      const changed: Draft = {
        ...draft,
        sessions: sessions ?? draft.sessions,
        fields: { ...draft.fields, ...fields },
      };
      await store.save(tx, changed, emailKeyOf(changed.fields));
      return changed;
    });

/** When everything that a draft is for has been registered for, what was filled in is kept by the registrations alone. */
export const closeDraft =
  ({ transaction, clock }: DraftDeps) =>
  (publicId: string): Promise<void> =>
    transaction(async (tx) => {
      const draft = await store.lock(tx, publicId, clock.now());
      if (draft !== null) await store.save(tx, { ...draft, state: 'submitted', fields: {} }, null);
    });

/** When to tell the visitor that the draft will be gone soon (spec: Session Features). */
export const warnAt = ({ expiresAt }: Draft) =>
  new Date(expiresAt.getTime() - WARNING_MINUTES * 60_000);

/** By which the drafts of a person are found when that person is to be erased. */
const emailKeyOf = ({ email }: Draft['fields']) =>
  typeof email === 'string' ? normalizeEmail(email) : null;
