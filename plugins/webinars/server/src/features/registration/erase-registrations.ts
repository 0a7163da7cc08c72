import type { ErasedRows } from '../../../../shared/privacy';
import { canCancel, holdsSeat } from '../../domain/registration';
import { sessionPhase, type SessionState } from '../../domain/session';
import type { Actor } from '../../platform/activity-log';
import type { Tx } from '../../platform/transaction';
import { forgetOutcomes } from '../../platform/idempotency';
import { release } from './cancel-registration';
import * as drafts from './drafts/draft-store';
import * as inventories from './inventory-store';
import type { Inventory } from './inventory-store';
import { passSeatsOn } from './pass-seats-on';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { loadSession } from './session-facts-store';

export type ErasedRegistrations = {
  /** documentIds, by which the other slices find what they have to erase. */
  registrationIds: string[];
  tables: ErasedRows[];
};

/**
 * Deletes every registration of a person, in the caller's transaction, of which this has to be the beginning. Seats and
 * places in line are given up first, as if cancelled, except that the person hears nothing of it.
 */
export const eraseRegistrations =
  ({ jobs }: Pick<Deps, 'jobs'>) =>
  async (
    tx: Tx,
    { emailKey, actor, now }: { emailKey: string; actor: Actor; now: Date }
  ): Promise<ErasedRegistrations> => {
    const locked = await inventories.lockByEmailKey(tx, emailKey);
    const registrations: StoredRegistration[] = [];
    let counted = 0;
    for (const inventory of locked) {
      const found = await store.findOfPerson(tx, inventory.sessionId, emailKey);
      const session = await loadSession(tx, inventory.sessionId);
      const phase = sessionPhase(session, now);
      counted += await giveUpSeats(tx, { registrations: found, inventory, phase, actor, now });
      // Once it has begun there is nobody to pass a seat on to.
      const passedOn =
        phase === 'published' ? await passSeatsOn(tx, { inventory, session, now }) : [];
      await inventories.saveSeats(tx, inventory);
      await jobs.enqueue(tx, passedOn);
      registrations.push(...found);
    }
    const { rows, links } = await store.deleteRegistrations(tx, registrations);
    const registrationIds = registrations.map(({ documentId }) => documentId);
    const draftIds = await drafts.deleteOfPerson(tx, emailKey);
    const answers = await forgetOutcomes(tx, [...registrationIds, ...draftIds]);
    return {
      registrationIds,
      tables: [
        deleted('webinars_registrations', rows, 'registration'),
        deleted('webinars_registrations_session_lnk', links, 'link'),
        reduced('webinars_inventory', locked.filter(hasChanged).length, 'seats'),
        reduced('webinars_erased_attendees', counted, 'figures'),
        deleted('webinars_drafts', draftIds.length, 'draft'),
        deleted('webinars_idempotency', answers, 'repeat'),
      ],
    };
  };

const giveUpSeats = async (
  tx: Tx,
  {
    registrations,
    inventory,
    phase,
    actor,
    now,
  }: {
    registrations: readonly StoredRegistration[];
    inventory: Inventory;
    phase: SessionState;
    actor: Actor;
    now: Date;
  }
): Promise<number> => {
  const hasBegun = phase === 'live' || phase === 'completed';
  const seen = { held: 0, attended: 0 };
  for (const registration of registrations) {
    const { state } = registration;
    if (canCancel(state) && !hasBegun) {
      await release(tx, { registration, inventory, reason: 'attendee', actor, now });
      continue;
    }
    inventory.held -= Number(holdsSeat(state));
    inventory.waitlisted -= Number(state === 'waitlisted');
    seen.held += Number(holdsSeat(state));
    seen.attended += Number(wasThere(registration));
  }
  if (seen.held > 0) await inventories.countErased(tx, inventory.sessionId, seen);
  return seen.held;
};

const wasThere = ({ state, joinedAt }: StoredRegistration) =>
  state === 'attended' || (state === 'confirmed' && joinedAt !== null);

const hasChanged = ({ held, waitlisted, asLocked }: Inventory) =>
  held !== asLocked.held || waitlisted !== asLocked.waitlisted;

const nothing = { deleted: 0, reduced: 0, kept: 0 };

const deleted = (table: string, size: number, why: ErasedRows['why']): ErasedRows => ({
  ...nothing,
  table,
  deleted: size,
  why,
});

const reduced = (table: string, size: number, why: ErasedRows['why']): ErasedRows => ({
  ...nothing,
  table,
  reduced: size,
  why,
});
