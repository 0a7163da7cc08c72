import type { Core } from '@strapi/strapi';
import { loadSessionText } from '../sessions';

export type ExportedRegistration = {
  /** For whoever adds what else is stored about it. */
  registrationId: string;
  data: Record<string, unknown>;
};

type Row = Record<string, unknown>;

/**
 * What is no information about the person: ids of rows and of other systems, parts of tokens, places in our own order,
 * and what Strapi keeps for itself.
 */
const INTERNAL = [
  'id',
  'documentId',
  'publicId',
  'tokenVersion',
  'emailKey',
  'revision',
  'sessionDocumentId',
  'waitlistSequence',
  'odooRegistrationId',
  'locale',
  'createdAt',
  'updatedAt',
  'publishedAt',
];

/** Everything that registrations of a person say, in the contract's names. A field that is added is exported, too. */
export const exportRegistrations =
  (strapi: Core.Strapi) =>
  async (emailKey: string): Promise<ExportedRegistration[]> => {
    const rows: Row[] = await strapi.db
      .query('plugin::webinars.registration')
      .findMany({ where: { emailKey }, orderBy: { id: 'asc' } });
    return Promise.all(
      rows.map(async (row) => ({
        registrationId: String(row.documentId),
        data: { ...toContract(row), session: await sessionOf(strapi, row) },
      }))
    );
  };

const toContract = (row: Row): Row => {
  const { state, consentRecord, paymentAmount, paymentCurrency, ...fields } = Object.fromEntries(
    Object.entries(row).filter(([name]) => !INTERNAL.includes(name))
  );
  return {
    ...fields,
    status: state,
    paymentAmount:
      paymentAmount === null ? null : { amount: paymentAmount, currency: paymentCurrency },
    consents: consentRecord ?? [],
  };
};

const sessionOf = async (strapi: Core.Strapi, { sessionDocumentId, language }: Row) => {
  const locale = language === 'de' ? 'de' : 'en';
  const session = await loadSessionText(strapi, String(sessionDocumentId), locale);
  if (session === null) return null;
  const { documentId, slug, title, startsAt, durationMinutes, timezone } = session;
  return { documentId, slug, title, datetime: startsAt, duration: durationMinutes, timezone };
};
