import type { RegistrationBody } from '../../../../shared/registration';
import type { Locale } from '../../../../shared/locales';
import type { CONSENT_KINDS } from '../../../../shared/vocabulary';
import type { RegistrationState } from '../../domain/registration';
import { insertRows } from '../../platform/insert-rows';
import type { Tx } from '../../platform/transaction';
import { personColumns } from './details-store';
import type { SessionForRegistration } from './session-facts-store';

export type Consent = {
  kind: (typeof CONSENT_KINDS)[number];
  given: boolean;
  version: string;
  locale: Locale;
  at: string;
};

export type NewRegistration = {
  documentId: string;
  publicId: string;
  reference: string;
  person: Omit<RegistrationBody, 'language'>;
  emailKey: string;
  language: Locale;
  consents: readonly Consent[];
  state: RegistrationState;
  waitlistSequence: number | null;
  paymentAmount: number | null;
  paymentCurrency: string | null;
  holdExpiresAt: Date | null;
  registeredAt: Date;
};

/** Inserts registrations and their links to the session. The unique index of active rows is the lock's belt. */
export const insertRegistrations = async (
  tx: Tx,
  session: SessionForRegistration,
  registrations: readonly NewRegistration[]
): Promise<void> => {
  const rowIds = await insertRows<number>(
    tx,
    'webinars_registrations',
    registrations.map((registration) => toRow(session, registration)),
    { returning: 'id' }
  );
  await insertRows(
    tx,
    'webinars_registrations_session_lnk',
    rowIds.map((rowId) => ({ registration_id: rowId, session_id: session.rowId }))
  );
};

const toRow = (session: SessionForRegistration, registration: NewRegistration) => {
  const { person, registeredAt } = registration;
  return {
    document_id: registration.documentId,
    public_id: registration.publicId,
    reference: registration.reference,
    token_version: 1,
    revision: 0,
    session_document_id: session.documentId,
    ...personColumns(person),
    email: person.email,
    email_key: registration.emailKey,
    terms_accepted: person.termsAccepted,
    privacy_consent: person.privacyConsent,
    consent_record: JSON.stringify(registration.consents),
    language: registration.language,
    state: registration.state,
    waitlist_sequence: registration.waitlistSequence,
    hold_expires_at: registration.holdExpiresAt,
    registration_source: person.registrationSource ?? 'website',
    utm: person.utm === null ? null : JSON.stringify(person.utm),
    referral_code: person.referralCode,
    payment_status: registration.paymentAmount === null ? 'not_required' : 'pending',
    payment_amount: registration.paymentAmount,
    payment_currency: registration.paymentCurrency,
    questions_asked: 0,
    chat_messages: 0,
    registered_at: registeredAt,
    manage_link_sent_at: registeredAt,
    created_at: registeredAt,
    updated_at: registeredAt,
    published_at: registeredAt,
    locale: null,
  };
};
