import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { registrationBody } from '../../../../shared/registration';
import { DEFAULT_LOCALE, LOCALES } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { holdsSeat } from '../../domain/registration';
import { EditorRefusal } from '../../editor-refusal';
import { recordActivities } from '../../platform/activity-log';
import {
  currentActor,
  type Answer,
  type DocumentMiddleware,
  type DocumentWrite,
  type Next,
} from '../../platform/document-middleware';
import type { Tx } from '../../platform/transaction';
import type { Deps } from './ports';
import { registerAttendees } from './register-attendees';
import * as inventories from './inventory-store';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';

const UID = 'plugin::webinars.registration';

/**
 * Registrations in the Content Manager. A new one goes through the same use-case as a visitor's; what decides about
 * seats cannot be edited; one that holds a seat cannot be deleted.
 */
export const registrationWrites =
  (strapi: Core.Strapi, deps: Deps): DocumentMiddleware =>
  (write, next) => {
    switch (write.action) {
      case 'clone':
        throw new EditorRefusal('registration_not_copied');
      case 'create':
        return createByHand(strapi, deps, write);
      case 'delete':
        return deps.transaction((tx) => remove(strapi, deps, tx, write, next));
      default:
        return deps.transaction((tx) => edit(strapi, deps, tx, write, next));
    }
  };

const createByHand = async (
  strapi: Core.Strapi,
  deps: Deps,
  write: DocumentWrite
): Promise<Answer> => {
  const data = write.params.data ?? {};
  const session = await relatedDocumentId(strapi, data.session);
  if (session === null) throw new EditorRefusal('registration_session_missing');
  const known = Object.keys(registrationBody.shape).filter((field) => data[field] != null);
  const body = parseForEditor(registrationBody, only(data, known));
  const language = LOCALES.find((locale) => locale === data.language) ?? DEFAULT_LOCALE;
  const [outcome] = await registerAttendees(deps)({
    session,
    registrants: [{ body, language }],
    actor: currentActor(strapi),
  });
  if (outcome?.kind !== 'registered') throw new DomainError(outcome?.reason ?? 'session_not_found');
  return strapi.documents(UID).findOne({ documentId: outcome.registration.documentId });
};

const remove = async (
  strapi: Core.Strapi,
  deps: Deps,
  tx: Tx,
  write: DocumentWrite,
  next: Next
) => {
  const registration = await lockAndFind(tx, write);
  if (holdsSeat(registration.state) || registration.state === 'waitlisted') {
    throw new EditorRefusal('registration_holds_seat');
  }
  const result = await next();
  await record(strapi, deps, tx, { action: 'registration.deleted', registration });
  return result;
};

/** What an editor may correct; everything else of a registration is decided by use-cases. */
const EDITABLE = [
  'firstName',
  'lastName',
  'phone',
  'company',
  'position',
  'website',
  'industryVertical',
  'currentChallenges',
  'expertiseInterest',
  'consultationInterest',
  'specificQuestions',
  'learningObjectives',
  'followUpPreferences',
  'interestedServices',
  'specialRequirements',
  'accessibilityNeeds',
  'language',
  'timezone',
  'registrationSource',
];

const edit = async (strapi: Core.Strapi, deps: Deps, tx: Tx, write: DocumentWrite, next: Next) => {
  const registration = await lockAndFind(tx, write);
  const data = write.params.data ?? {};
  const session = await relatedDocumentId(strapi, data.session);
  const isLocked =
    (session !== null && session !== registration.sessionId) ||
    (data.email !== undefined && data.email !== registration.email) ||
    (data.state !== undefined && data.state !== registration.state);
  if (isLocked) throw new EditorRefusal('registration_field_locked');

  const fields = EDITABLE.filter((field) => data[field] !== undefined);
  // The form sends null for what was emptied: Strapi knows which fields may be.
  const given = fields.filter((field) => data[field] !== null);
  const checked = parseForEditor(registrationBody.partial(), only(data, given));
  write.params.data = { ...only(data, fields), ...only(checked, given) };
  const result = await next();
  await record(strapi, deps, tx, { action: 'registration.edited', registration, fields });
  return result;
};

/** The rules of a visitor's form hold for editors, too; what breaks them is named. */
const parseForEditor = <Schema extends z.ZodType>(
  schema: Schema,
  data: Record<string, unknown>
): z.output<Schema> => {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  throw new EditorRefusal('registration_invalid', { fields: [...fields].join(', ') });
};

const only = (data: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, data[field]]));

const lockAndFind = async (tx: Tx, write: DocumentWrite): Promise<StoredRegistration> => {
  const documentId = write.params.documentId ?? '';
  await inventories.lockByDocumentId(tx, documentId);
  const registration = await store.findByDocumentId(tx, documentId);
  if (registration === null) throw new DomainError('registration_not_found');
  return registration;
};

const record = (
  strapi: Core.Strapi,
  deps: Deps,
  tx: Tx,
  {
    action,
    registration,
    fields,
  }: { action: string; registration: StoredRegistration; fields?: string[] }
) =>
  recordActivities(tx, {
    at: deps.clock.now(),
    actor: currentActor(strapi),
    activities: [
      {
        action,
        subjectType: 'registration',
        subjectId: registration.documentId,
        sessionId: registration.sessionId,
        toState: registration.state,
        ...(fields && { fields }),
      },
    ],
  });

/** A relation arrives as an id, `{ documentId }`, `{ id }`, a list, `{ set }` or `{ connect }`: the wanted document. */
const relatedDocumentId = async (strapi: Core.Strapi, value: unknown): Promise<string | null> => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    const row = await strapi.db.query('plugin::webinars.session').findOne({ where: { id: value } });
    return row?.documentId ?? null;
  }
  if (Array.isArray(value)) return relatedDocumentId(strapi, value[0]);
  if (typeof value !== 'object') return null;
  const { documentId, id, set, connect } = value as Record<string, unknown>;
  return relatedDocumentId(strapi, documentId ?? id ?? firstOf(set) ?? firstOf(connect));
};

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
