import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';

const require = createRequire(inRoot('package.json'));

/**
 * A registration as somebody would write it for one database and one kind of session, without rules, layers or query
 * builder: the statements that the product runs, as constant texts. Placeholders are `?`.
 *
 * @param {{ isPostgres: boolean, schema?: string }} database
 */
export const registrationByHand = ({ isPostgres, schema }) => {
  const named = (table) => (isPostgres ? `"${schema}"."${table}"` : `"${table}"`);
  const registrations = named('webinars_registrations');
  const columns = Object.keys(rowOf({}, { now: 0, flag: Boolean }));
  const time = (date) => (isPostgres ? date.toISOString() : date.getTime());
  const flag = (value) => (isPostgres ? Boolean(value) : Number(value));

  const SQL = {
    lock: `UPDATE ${named('webinars_inventory')} SET revision = revision + 1
      WHERE session_document_id = (SELECT document_id FROM ${named('webinars_sessions')}
        WHERE document_id = ? OR slug = ? ORDER BY document_id = ? DESC LIMIT 1) RETURNING *`,
    session: `SELECT id, document_id, state, datetime, duration, scheduled_publish_at, registration_opens_at,
      registration_closes_at, requires_approval, allow_waitlist, price, currency, early_bird_price,
      early_bird_end_date FROM ${named('webinars_sessions')} WHERE document_id = ? LIMIT ?`,
    known: `SELECT id, document_id, email_key, manage_link_sent_at FROM ${registrations}
      WHERE session_document_id = ? AND email_key IN (?)
      AND state NOT IN ('cancelled', 'rejected', 'expired')`,
    insert: `INSERT INTO ${registrations} (${columns.join(', ')})
      VALUES (${columns.map(() => '?').join(', ')}) RETURNING id`,
    link: `INSERT INTO ${named('webinars_registrations_session_lnk')} (registration_id, session_id) VALUES (?, ?)`,
    seats: `UPDATE ${named('webinars_inventory')} SET held = held + ?, waitlisted = waitlisted + ?,
      next_waitlist_sequence = next_waitlist_sequence + ?, seat_limit = ? WHERE session_document_id = ?`,
    activity: `INSERT INTO ${named('webinars_activities')} (at, actor_kind, actor_id, action, subject_type,
      subject_id, session_document_id, from_state, to_state, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    job: isPostgres ? pgBossInsert(`${schema}_pgboss`) : SQLITE_JOB,
  };

  /**
   * Inside a transaction of the caller's.
   *
   * @param {(sql: string, bindings: unknown[]) => Promise<object[]>} query
   * @returns {Promise<{ reference: string, status: string }>}
   */
  const register = async (query, sessionId, person) => {
    const now = new Date();
    const emailKey = person.email.toLowerCase();
    const [inventory] = await query(SQL.lock, [sessionId, sessionId, sessionId]);
    const [session] = await query(SQL.session, [sessionId, 1]);
    const known = await query(SQL.known, [sessionId, emailKey]);
    if (known.length > 0) throw new Error('registered already');
    if (inventory.seat_limit !== null && inventory.held >= inventory.seat_limit)
      throw new Error('full');

    const ids = {
      documentId: randomBytes(12).toString('hex'),
      publicId: randomBytes(16).toString('hex'),
      reference: `WEB-${randomBytes(6).toString('hex')}`,
      sessionId,
      emailKey,
    };
    const row = rowOf({ ...person, ...ids }, { now: time(now), flag });
    const [{ id }] = await query(SQL.insert, Object.values(row));
    await query(SQL.link, [id, session.id]);
    await query(SQL.seats, [1, 0, 0, inventory.seat_limit, sessionId]);
    await query(SQL.activity, [
      ...[time(now), 'attendee', null, 'registration.created', 'registration'],
      ...[ids.documentId, sessionId, null, 'confirmed', '[]'],
    ]);
    await query(SQL.job, jobBindings(isPostgres, ids.documentId, now));
    return { reference: ids.reference, status: 'confirmed' };
  };

  return { register };
};

const rowOf = (registration, { now, flag }) => ({
  document_id: registration.documentId,
  public_id: registration.publicId,
  reference: registration.reference,
  token_version: 1,
  revision: 0,
  session_document_id: registration.sessionId,
  first_name: registration.firstName,
  last_name: registration.lastName,
  email: registration.email,
  email_key: registration.emailKey,
  phone: registration.phone,
  company: registration.company,
  position: registration.position,
  website: registration.website,
  industry_vertical: registration.industryVertical,
  current_challenges: JSON.stringify(registration.currentChallenges),
  expertise_interest: JSON.stringify(registration.expertiseInterest),
  consultation_interest: flag(registration.consultationInterest),
  specific_questions: registration.specificQuestions,
  learning_objectives: registration.learningObjectives,
  follow_up_preferences: registration.followUpPreferences,
  interested_services: JSON.stringify(registration.interestedServices),
  special_requirements: registration.specialRequirements,
  accessibility_needs: registration.accessibilityNeeds,
  terms_accepted: flag(registration.termsAccepted),
  privacy_consent: flag(registration.privacyConsent),
  marketing_consent: flag(registration.marketingConsent),
  consultant_follow_up_consent: flag(registration.consultantFollowUpConsent),
  data_processing_consent: flag(registration.dataProcessingConsent),
  consent_record: JSON.stringify(consentsOf(registration, now)),
  language: registration.language,
  timezone: registration.timezone,
  state: 'confirmed',
  waitlist_sequence: null,
  registration_source: registration.registrationSource,
  utm: JSON.stringify(registration.utm),
  referral_code: registration.referralCode,
  payment_status: 'not_required',
  payment_amount: null,
  payment_currency: null,
  questions_asked: 0,
  chat_messages: 0,
  registered_at: now,
  manage_link_sent_at: now,
  created_at: now,
  updated_at: now,
  published_at: now,
  locale: null,
});

const consentsOf = (registration, at) =>
  [
    ['terms', registration.termsAccepted],
    ['privacy', registration.privacyConsent],
    ['marketing', registration.marketingConsent],
    ['consultant-follow-up', registration.consultantFollowUpConsent],
    ['data-processing', registration.dataProcessingConsent],
  ].map(([kind, given]) => ({ kind, given, version: 'none', locale: registration.language, at }));

const SQLITE_JOB = `INSERT INTO webinars_jobs (id, type, key, payload, run_at, retry_limit, created_at)
  SELECT value ->> 'id', value ->> 'type', value ->> 'key', value -> 'payload', value ->> 'runAt',
         value ->> 'retryLimit', ? FROM json_each(?) WHERE true ON CONFLICT (id) DO NOTHING`;

/** pg-boss's own insert, which takes `$1` to `$6`, each once and in another order in the text. */
const pgBossInsert = (schema) =>
  require('pg-boss/src/plans').insertJobs(schema).replace(/\$\d+/g, '?');

const jobBindings = (isPostgres, registrationId, now) => {
  const job = {
    id: randomUUID(),
    key: `confirmation:${registrationId}:created`,
    payload: { kind: 'confirmation', registrationId },
  };
  if (!isPostgres) {
    const row = { ...job, type: 'messages.send', runAt: now.getTime(), retryLimit: 105 };
    return [now.getTime(), JSON.stringify([row])];
  }
  const row = { id: job.id, name: 'messages.send', data: job.payload, singletonKey: job.key };
  // expire in, keep until, retry limit, delay, backoff: the queue's own where null.
  return [null, null, null, null, null, JSON.stringify([row])];
};
