import { DomainError } from '../../domain/errors';
import type { Deps } from './ports';
import { EditorRefusal } from '../../editor-refusal';
import { writtenDocument, type DocumentMiddleware } from '../../platform/document-middleware';
import * as inventories from './inventory-store';
import { passSeatsOn } from './pass-seats-on';
import * as store from './registration-store';
import { loadSession } from './session-facts-store';

/**
 * Keeps the inventory in step with a session that is saved, copied or deleted. Wraps every write of a session and
 * takes the lock before anything else happens, so that capacity and registrations never cross.
 */
export const seatWrites =
  (deps: Deps): DocumentMiddleware =>
  (write, next) =>
    deps.transaction(async (tx) => {
      const documentId = write.params.documentId ?? '';
      if (write.action === 'create' || write.action === 'clone') {
        const result = await next();
        const created = writtenDocument(result);
        await inventories.createInventory(tx, created.documentId);
        return result;
      }

      const inventory = await inventories.lockBySession(tx, documentId);
      if (inventory === null || inventory.sessionId !== documentId) {
        throw new DomainError('session_not_found');
      }
      if (write.action === 'delete') {
        if (await store.hasRegistrations(tx, documentId)) {
          throw new EditorRefusal('session_has_registrations');
        }
        const result = await next();
        await inventories.deleteInventory(tx, documentId);
        return result;
      }

      const result = await next();
      const resized = await inventories.saveCapacity(tx, {
        ...inventory,
        capacity: await inventories.loadCapacity(tx, documentId),
      });
      const session = await loadSession(tx, documentId);
      // More seats, a later end of registration: whatever was saved, those who wait may now be served.
      const jobs = await passSeatsOn(tx, { inventory: resized, session, now: deps.clock.now() });
      await inventories.saveSeats(tx, resized);
      await deps.jobs.enqueue(tx, jobs);
      return result;
    });
