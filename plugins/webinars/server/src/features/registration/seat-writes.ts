import { DomainError } from '../../domain/errors';
import type { Deps } from './ports';
import { EditorRefusal } from '../../editor-refusal';
import { writtenDocument, type DocumentMiddleware } from '../../platform/document-middleware';
import * as store from './registration-store';

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
        await store.createInventory(tx, created.documentId);
        return result;
      }

      const inventory = await store.lockBySession(tx, documentId);
      if (inventory === null || inventory.sessionId !== documentId) {
        throw new DomainError('session_not_found');
      }
      if (write.action === 'delete') {
        if (await store.hasRegistrations(tx, documentId)) {
          throw new EditorRefusal('session_has_registrations');
        }
        const result = await next();
        await store.deleteInventory(tx, documentId);
        return result;
      }

      const result = await next();
      const capacity = await store.loadCapacity(tx, documentId);
      await store.saveCapacity(tx, { ...inventory, capacity });
      return result;
    });
