import { areAlike, isReminder, reviewBulkMail } from '../../domain/bulk-mail';
import { assertNever } from '../../domain/errors';
import { bulkMailJob, type BulkMailKind, type MailKind } from '../../domain/job-catalog';
import { withheldBecause, type Reach } from '../../domain/mail-preferences';
import type { RegistrationState } from '../../domain/registration';
import type { Locale } from '../../../../shared/locales';
import type { BulkFacts, MailState, StoredFollowUp, StoredReminder } from './bulk-store';
import { composeMail, type ComposeDeps } from './compose-mail';
import { feedUrl } from './letter/links';
import { MAIL_KINDS } from './mail-kinds';
import type { StoredAddressee } from './mail-store';
import { groupOf, mayGoOut } from './reminder-group';

/** What is known of mails before they go out. Reads only. */
export type RehearsalDeps = {
  loadBulkFacts(registrationIds: readonly string[]): Promise<Map<string, BulkFacts>>;
  mailStatesOf(keys: readonly string[]): Promise<Map<string, MailState>>;
  followUpsOf(registrationIds: readonly string[]): Promise<Map<string, StoredFollowUp[]>>;
  loadAddressees(registrationIds: readonly string[]): Promise<Map<string, StoredAddressee>>;
  reachesOf(emailKeys: readonly string[]): Promise<(emailKey: string) => Reach>;
  countComing(emailKeys: readonly string[], now: Date): Promise<Map<string, number>>;
  loadReminders(emailKey: string, now: Date): Promise<StoredReminder[]>;
  peopleOf(
    registrationIds: readonly string[]
  ): Promise<Map<string, { emailKey: string; locale: Locale }>>;
  compose: ComposeDeps;
};

export type RehearsedMail = {
  registrationId: string;
  locale: Locale;
  outcome:
    | { kind: 'sent'; at: Date }
    | { kind: 'skipped'; reason: string }
    /** It still waits when the rehearsed time is over. */
    | { kind: 'waiting'; until: Date };
};

export type PlannedBulk = {
  kind: BulkMailKind;
  startsAt: Date;
  offsetMinutes: number;
  dueAt: Date;
  registrationIds: readonly string[];
  /** When they are handed out, and when the rehearsed time is over. */
  at: Date;
  until: Date;
};

/** What becomes of each of these mails of a schedule. */
export const rehearseBulk =
  (deps: RehearsalDeps) =>
  async ({ registrationIds, ...planned }: PlannedBulk): Promise<RehearsedMail[]> => {
    if (registrationIds.length === 0) return [];
    const mails = registrationIds.map((registrationId) => {
      const { key } = bulkMailJob({ ...planned, registrationId });
      return { key, registrationId };
    });
    const facts = await deps.loadBulkFacts(registrationIds);
    const states = await deps.mailStatesOf(mails.map(({ key }) => key));
    const followUps = await deps.followUpsOf(registrationIds);
    const isFollowedUp = (registrationId: string) =>
      (followUps.get(registrationId) ?? []).some(
        ({ kind, state }) => state === 'sent' && areAlike(kind, planned.kind)
      );
    const addressees = await deps.loadAddressees(registrationIds);
    const emailKeys = [...facts.values()].map(({ emailKey }) => emailKey);
    const reachOf = await deps.reachesOf(emailKeys);
    const coming = await deps.countComing(emailKeys, planned.at);
    const rehearsed: RehearsedMail[] = [];
    for (const { key, registrationId } of mails) {
      // Told already: attendance was recorded before the follow-ups were handed out.
      if (states.get(key)?.state === 'sent') continue;
      const known = facts.get(registrationId);
      const addressee = addressees.get(registrationId);
      if (known === undefined || addressee === undefined) continue;
      const { state, language: locale } = addressee.recipient;
      const outcome = await outcomeOf(deps, planned, {
        key,
        facts: known,
        state,
        reach: reachOf(known.emailKey),
        isMerged: states.get(key)?.reason === 'merged',
        isFollowedUp: isFollowedUp(registrationId),
        hasOthers: (coming.get(known.emailKey) ?? 0) > 1,
      });
      rehearsed.push({ registrationId, locale, outcome });
    }
    return rehearsed;
  };

type Considered = {
  key: string;
  facts: BulkFacts;
  state: RegistrationState;
  reach: Reach;
  isMerged: boolean;
  isFollowedUp: boolean;
  hasOthers: boolean;
};

const outcomeOf = async (
  deps: RehearsalDeps,
  { kind, startsAt, dueAt, at, until }: Omit<PlannedBulk, 'registrationIds'>,
  { key, facts, state, reach, isMerged, isFollowedUp, hasOthers }: Considered
): Promise<RehearsedMail['outcome']> => {
  if (isMerged) return { kind: 'skipped', reason: 'merged' };
  if (!MAIL_KINDS[kind].isDueIn(state)) return { kind: 'skipped', reason: `registration_${state}` };
  const withheld = withheldBecause(kind, reach);
  if (withheld !== null) return { kind: 'skipped', reason: withheld };
  for (let now = at; ;) {
    const review = reviewBulkMail({ ...facts, kind, plannedStart: startsAt, dueAt }, now);
    switch (review.kind) {
      case 'skip':
      case 'contradicted':
        return { kind: 'skipped', reason: review.reason };
      case 'wait':
        if (review.until > until) return { kind: 'waiting', until: review.until };
        now = review.until;
        break;
      case 'send': {
        if (isFollowedUp) return { kind: 'skipped', reason: 'followed_up' };
        const isSaid =
          isReminder(kind) && hasOthers && (await isToldByAnother(deps, { key, facts, now }));
        return isSaid ? { kind: 'skipped', reason: 'merged' } : { kind: 'sent', at: now };
      }
      default:
        return assertNever(review);
    }
  }
};

/** Whether a reminder about another session of the same person speaks of this one, too. */
const isToldByAnother = async (
  { loadReminders }: RehearsalDeps,
  { key, facts, now }: { key: string; facts: BulkFacts; now: Date }
): Promise<boolean> => {
  const group = groupOf(await loadReminders(facts.emailKey, now), key);
  return group !== undefined && group[0].key !== key && mayGoOut(group[0]);
};

export type RehearsedAnswer = { locale: Locale; skipped: string | null };

/** Of mails that answer something, by registration: in which language, and why they stay here if they do. */
export const rehearseAnswers =
  ({ peopleOf, reachesOf }: RehearsalDeps) =>
  async (
    kind: MailKind,
    registrationIds: readonly string[]
  ): Promise<Map<string, RehearsedAnswer>> => {
    const people = await peopleOf(registrationIds);
    const reachOf = await reachesOf([...people.values()].map(({ emailKey }) => emailKey));
    return new Map(
      [...people].map(([id, { emailKey, locale }]) => [
        id,
        { locale, skipped: withheldBecause(kind, reachOf(emailKey)) },
      ])
    );
  };

export type WantedExample = {
  kind: MailKind;
  registrationId: string;
  at: Date;
  /** What the registration will be by then, where that is something else than now. */
  as?: { state: RegistrationState; holdExpiresAt: Date | null };
};

/** A mail as it will be, for looking at: whoever sees it gets into nobody's registration. */
export const composeExample =
  ({ loadAddressees, compose }: RehearsalDeps) =>
  async ({ kind, registrationId, at, as }: WantedExample) => {
    const addressee = (await loadAddressees([registrationId])).get(registrationId);
    if (addressee === undefined) return null;
    const recipient = { ...addressee.recipient, ...as };
    const mail = await composeMail(
      {
        ...compose,
        clock: { now: () => at },
        letters: (_key, render) => render(),
        signToken: () => 'example',
        feedUrlOf: async () => feedUrl(compose.publicUrl, 'example'),
      },
      kind,
      { ...addressee, recipient }
    );
    if (mail === null) return null;
    const { subject, text, html } = mail;
    return { kind, locale: recipient.language, subject, text, html };
  };
