import type { RegistrationBody } from '../../../../shared/registration';
import type { Locale } from '../../../../shared/locales';
import { CONSENT_KINDS } from '../../../../shared/vocabulary';
import { normalizeEmail } from '../../../../shared/email-address';
import { assertNever, DomainError } from '../../domain/errors';
import {
  areSeatsContested,
  placeRegistration,
  type PlacementRefusal,
} from '../../domain/placement';
import { currentPrice } from '../../domain/pricing';
import { holdsSeat, type RegistrationState } from '../../domain/registration';
import type { JobCatalog, MailKind } from '../../domain/job-catalog';
import { recordActivities, type Actor } from '../../platform/activity-log';
import type { NewJob } from '../../platform/jobs';
import type { Tx } from '../../platform/transaction';
import { newDocumentId, newPublicId, newReference } from './identifiers';
import { normalizePhone } from './phone';
import type { Deps, ProgramRules } from './ports';
import * as store from './registration-store';
import * as inventories from './inventory-store';
import type { Inventory } from './inventory-store';
import { mailJob } from './mail-job';
import { holdJob, passSeatsOn } from './pass-seats-on';
import type { ExistingRegistration } from './registration-store';
import { loadSession, type SessionForRegistration } from './session-facts-store';
import { insertRegistrations, type Consent, type NewRegistration } from './new-registration-store';

/** One person who wants to attend, as the contract describes the body of a registration. */
export type Registrant = { body: RegistrationBody; language: Locale };

export type RegistrationOutcome =
  | { kind: 'registered'; registration: NewRegistration; waitlistPosition: number | null }
  | { kind: 'refused'; reason: PlacementRefusal };

export type RegisterInput = {
  /** The session's documentId or slug. */
  session: string;
  registrants: readonly Registrant[];
  actor: Actor;
  /** False where a past is told (seeds, imports): nothing is enqueued. */
  shouldNotify?: boolean;
};

/**
 * Registers a list of people for one session in one transaction and answers one outcome for each, in their order.
 * Throws only when the session does not exist.
 */
export const registerAttendees =
  (deps: Deps) =>
  async ({
    session: idOrSlug,
    registrants,
    actor,
    shouldNotify = true,
  }: RegisterInput): Promise<RegistrationOutcome[]> => {
    const rules = await deps.settings();

    return deps.transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, idOrSlug);
      if (inventory === null) throw new DomainError('session_not_found');
      const session = await loadSession(tx, inventory.sessionId);
      const people = registrants.map(toPerson);
      const now = deps.clock.now();
      // Whoever finds all seats taken must not be sent away because of one that nobody holds any more.
      const passedOn = areSeatsContested(inventory, people.length)
        ? await passSeatsOn(tx, { inventory, session, now })
        : [];
      const known = await store.findActive(
        tx,
        session.documentId,
        people.map((p) => p.emailKey)
      );
      const decided = decideAll({ people, known, session, inventory, rules, now });

      const accepted = decided.outcomes.flatMap((outcome) =>
        outcome.kind === 'registered' ? [outcome.registration] : []
      );
      if (accepted.length > 0) {
        await insertRegistrations(tx, session, accepted);
        await recordActivities(tx, {
          at: now,
          actor,
          activities: accepted.map((registration) => ({
            action: 'registration.created',
            subjectType: 'registration',
            subjectId: registration.documentId,
            sessionId: session.documentId,
            toState: registration.state,
          })),
        });
      }
      await inventories.saveSeats(tx, decided.inventory);
      await deps.jobs.enqueue(tx, passedOn);
      if (shouldNotify) {
        const reminded = await remindOfManageLink(tx, decided.duplicates, now);
        const followUps = accepted.flatMap((registration) => followUpsOf(registration, session));
        await deps.jobs.enqueue(tx, [...followUps, ...reminded]);
      }
      tx.afterCommit(() => decided.outcomes.map(resultOf).forEach(deps.meter));
      return decided.outcomes;
    });
  };

const resultOf = (outcome: RegistrationOutcome) =>
  outcome.kind === 'registered' ? outcome.registration.state : outcome.kind;

type Person = Registrant & { emailKey: string };

const toPerson = (registrant: Registrant): Person => {
  const emailKey = normalizeEmail(registrant.body.email);
  if (emailKey === null) throw new Error('an unchecked address reached the use-case');
  const phone = normalizePhone(registrant.body.phone, registrant.language);
  return { ...registrant, body: { ...registrant.body, phone }, emailKey };
};

type Situation = {
  people: readonly Person[];
  known: ReadonlyMap<string, ExistingRegistration>;
  session: SessionForRegistration;
  inventory: Inventory;
  rules: ProgramRules;
  now: Date;
};

/** One after the other, in the order of arrival: each sees the seats that the ones before left. */
const decideAll = ({ people, known, session, inventory, rules, now }: Situation) => {
  const seats = { ...inventory };
  const taken = new Set(known.keys());
  const duplicates: ExistingRegistration[] = [];
  const price = currentPrice(session, now);
  const outcomes = people.map((person): RegistrationOutcome => {
    const placement = placeRegistration({
      session,
      seats,
      price,
      hasActiveRegistration: taken.has(person.emailKey),
      canTakePayment: rules.canTakePayment,
      defaultWindowDays: rules.registrationWindowDays,
      now,
    });
    if (placement.kind === 'refused') {
      const existing = known.get(person.emailKey);
      if (placement.reason === 'already_registered' && existing) duplicates.push(existing);
      return placement;
    }

    const registration = newRegistration({
      person,
      state: placement.kind,
      sequence: seats.nextWaitlistSequence,
      payment: price > 0 ? { amount: price, currency: session.currency } : null,
      holdExpiresAt:
        placement.kind === 'awaiting_payment'
          ? new Date(now.getTime() + rules.holdMinutes * 60_000)
          : null,
      consents: consentsOf(person, rules, now),
      now,
    });
    taken.add(person.emailKey);
    if (holdsSeat(placement.kind)) seats.held += 1;
    if (placement.kind === 'waitlisted') {
      seats.waitlisted += 1;
      seats.nextWaitlistSequence += 1;
    }
    const waitlistPosition = placement.kind === 'waitlisted' ? seats.waitlisted : null;
    return { kind: 'registered', registration, waitlistPosition };
  });
  return { outcomes, duplicates, inventory: seats };
};

const newRegistration = ({
  person,
  state,
  sequence,
  payment,
  holdExpiresAt,
  consents,
  now,
}: {
  person: Person;
  state: RegistrationState;
  sequence: number;
  payment: { amount: number; currency: string } | null;
  holdExpiresAt: Date | null;
  consents: readonly Consent[];
  now: Date;
}): NewRegistration => ({
  documentId: newDocumentId(),
  publicId: newPublicId(),
  reference: newReference(),
  person: person.body,
  emailKey: person.emailKey,
  language: person.language,
  consents,
  state,
  waitlistSequence: state === 'waitlisted' ? sequence : null,
  paymentAmount: payment?.amount ?? null,
  paymentCurrency: payment?.currency ?? null,
  holdExpiresAt,
  registeredAt: now,
});

const consentsOf = ({ body, language }: Person, rules: ProgramRules, now: Date): Consent[] => {
  const given = {
    terms: body.termsAccepted,
    privacy: body.privacyConsent,
    marketing: body.marketingConsent,
    'consultant-follow-up': body.consultantFollowUpConsent,
    'data-processing': body.dataProcessingConsent,
  } satisfies Record<Consent['kind'], boolean>;
  return CONSENT_KINDS.map((kind) => ({
    kind,
    given: given[kind],
    version: rules.consentVersion(kind, language),
    locale: language,
    at: now.toISOString(),
  }));
};

const followUpsOf = (
  { documentId, state, holdExpiresAt }: NewRegistration,
  session: SessionForRegistration
): NewJob<JobCatalog>[] => {
  const mail = mailJob(firstMailKind(state), documentId, 'created');
  if (holdExpiresAt === null) return [mail];
  const hold = { documentId, sessionId: session.documentId, revision: 0 };
  return [mail, holdJob(hold, holdExpiresAt)];
};

const firstMailKind = (state: RegistrationState): MailKind => {
  switch (state) {
    case 'confirmed':
      return 'confirmation';
    case 'waitlisted':
      return 'waitlist-joined';
    case 'awaiting_approval':
      return 'approval-pending';
    case 'awaiting_payment':
      return 'manage-link';
    case 'offered':
    case 'attended':
    case 'no_show':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      throw new Error(`nobody starts out as ${state}`);
    default:
      return assertNever(state);
  }
};

/** Someone who registers again has lost the mail: send the link once more, at most once an hour. */
const remindOfManageLink = async (
  tx: Tx,
  duplicates: readonly ExistingRegistration[],
  now: Date
): Promise<NewJob<JobCatalog>[]> => {
  const due = duplicates.filter(
    ({ manageLinkSentAt }) =>
      manageLinkSentAt === null || now.getTime() - manageLinkSentAt.getTime() >= MANAGE_LINK_PAUSE
  );
  if (due.length === 0) return [];
  await store.markManageLinkSent(
    tx,
    due.map(({ rowId }) => rowId),
    now
  );
  return due.map(({ documentId }) => mailJob('manage-link', documentId, now.toISOString()));
};

const MANAGE_LINK_PAUSE = 60 * 60_000;
