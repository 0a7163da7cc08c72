import type { Locale } from '../../../../shared/locales';
import type { CONSENT_KINDS } from '../../../../shared/vocabulary';
import { DomainError } from '../../domain/errors';
import { isActive } from '../../domain/registration';
import { recordActivities } from '../../platform/activity-log';
import { lockOwn, type OwnerInput } from './cancel-registration';
import * as details from './details-store';
import type { PersonChanges } from './details-store';
import { normalizePhone } from './phone';
import type { Deps, ProgramRules } from './ports';
import type { StoredRegistration } from './registration-store';
import type { Consent } from './new-registration-store';

export type ChangeInput = OwnerInput & {
  /** Only what is to change. */
  changes: PersonChanges & { language?: Locale };
};

/**
 * Changes what registrants may change themselves: details, preferences, and the consents that are free to give. A
 * consent that is given or withdrawn is added to those on record, with its time and the text that was in force.
 */
export const changeRegistration =
  (deps: Deps) =>
  async ({ publicId, actor, isAllowed, changes }: ChangeInput): Promise<StoredRegistration> => {
    const rules = await deps.settings();
    return deps.transaction(async (tx) => {
      const { registration } = await lockOwn(tx, publicId, isAllowed);
      if (!isActive(registration.state)) {
        throw new DomainError('invalid_move', { from: registration.state, to: registration.state });
      }
      const before = await details.loadPerson(tx, registration);
      const { language, ...rest } = changes;
      const spoken = language ?? registration.language;
      const person =
        rest.phone === undefined ? rest : { ...rest, phone: normalizePhone(rest.phone, spoken) };
      const fields = changedFields(
        { ...before, language: registration.language },
        { ...person, ...(language && { language }) }
      );
      if (fields.length === 0) return registration;

      const now = deps.clock.now();
      const consents = consentsAmong(fields, { person, language: spoken, rules, now });
      await details.savePerson(tx, registration, { changes: person, language, consents, at: now });
      await recordActivities(tx, {
        at: now,
        actor,
        activities: [
          {
            action: 'registration.changed',
            subjectType: 'registration',
            subjectId: registration.documentId,
            sessionId: registration.sessionId,
            toState: registration.state,
            fields,
          },
        ],
      });
      return {
        ...registration,
        language: spoken,
        firstName: person.firstName ?? registration.firstName,
        lastName: person.lastName ?? registration.lastName,
        company: person.company ?? registration.company,
        timezone: person.timezone === undefined ? registration.timezone : person.timezone,
      };
    });
  };

/** The consents that somebody may give and withdraw while registered; the others are what registering is. */
const FREE_CONSENTS = {
  marketingConsent: 'marketing',
  consultantFollowUpConsent: 'consultant-follow-up',
  dataProcessingConsent: 'data-processing',
} as const satisfies Partial<Record<keyof PersonChanges, (typeof CONSENT_KINDS)[number]>>;

const consentsAmong = (
  fields: readonly string[],
  {
    person,
    language,
    rules,
    now,
  }: { person: PersonChanges; language: Locale; rules: ProgramRules; now: Date }
): Consent[] =>
  Object.entries(FREE_CONSENTS)
    .filter(([field]) => fields.includes(field))
    .map(([field, kind]) => ({
      kind,
      given: Boolean(person[field as keyof typeof FREE_CONSENTS]),
      version: rules.consentVersion(kind, language),
      locale: language,
      at: now.toISOString(),
    }));

const changedFields = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(after).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)
  );
