import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';

const require = createRequire(inRoot('package.json'));

/**
 * Registrations as somebody would write them for one database and one kind of session, without rules, layers or query
 * builder: the statements that the product runs, as constant texts. Placeholders are `?`.
 *
 * @param {{ isPostgres: boolean, schema?: string }} database
 */
export const registrationByHand = ({ isPostgres, schema }) => {
  const time = (date) => (isPostgres ? date.toISOString() : date.getTime());
  const flag = (value) => (isPostgres ? Boolean(value) : Number(value));
  const texts = new Map();
  const textsFor = (count) => {
    if (!texts.has(count)) texts.set(count, writeStatements({ isPostgres, schema, count }));
    return texts.get(count);
  };

  /**
   * Inside a transaction of the caller's: a list of people, as one.
   *
   * @param {(sql: string, bindings: unknown[]) => Promise<object[]>} query
   * @returns {Promise<{ reference: string, status: string }[]>}
   */
  const register = async (query, sessionId, people) => {
    const SQL = textsFor(people.length);
    const now = new Date();
    const [inventory] = await query(SQL.lock, [sessionId, sessionId, sessionId]);
    const [session] = await query(SQL.session, [sessionId]);
    const emailKeys = people.map(({ email }) => email.toLowerCase());
    const known = await query(SQL.known, [sessionId, ...emailKeys]);
    if (known.length > 0) throw new Error('registered already');
    if (inventory.seat_limit !== null && inventory.held + people.length > inventory.seat_limit)
      throw new Error('full');

    const registrations = people.map((person, index) => ({
      ...person,
      documentId: randomBytes(12).toString('hex'),
      publicId: randomBytes(16).toString('hex'),
      reference: `WEB-${randomBytes(6).toString('hex')}`,
      sessionId,
      emailKey: emailKeys[index],
    }));
    const inserted = await query(
      SQL.insert,
      registrations.flatMap((one) => Object.values(rowOf(one, { now: time(now), flag })))
    );
    await query(
      SQL.link,
      inserted.flatMap(({ id }) => [id, session.id])
    );
    await query(
      SQL.activity,
      registrations.flatMap(({ documentId }) => [
        ...[time(now), 'attendee', null, 'registration.created', 'registration'],
        ...[documentId, sessionId, null, 'confirmed', '[]'],
      ])
    );
    await query(SQL.seats, [people.length, 0, 0, inventory.seat_limit, sessionId]);
    await query(SQL.job, jobBindings(isPostgres, registrations, now));
    return registrations.map(({ reference }) => ({ reference, status: 'confirmed' }));
  };

  return { register };
};

const writeStatements = ({ isPostgres, schema, count }) => {
  const named = (table) => (isPostgres ? `"${schema}"."${table}"` : `"${table}"`);
  const list = (item) => Array.from({ length: count }, () => item).join(', ');
  const insert = (table, columns) =>
    `INSERT INTO ${named(table)} (${columns.join(', ')})
      VALUES ${list(`(${columns.map(() => '?').join(', ')})`)}`;
  return {
    lock: `UPDATE ${named('webinars_inventory')} SET revision = revision + 1
      WHERE session_document_id = (SELECT document_id FROM ${named('webinars_sessions')}
        WHERE document_id = ? OR slug = ? ORDER BY document_id = ? DESC LIMIT 1)
      RETURNING session_document_id, capacity, seat_limit, held, waitlisted, next_waitlist_sequence, revision`,
    session: `SELECT id, document_id, state, datetime, duration, timezone, scheduled_publish_at,
      registration_opens_at, registration_closes_at, requires_approval, allow_waitlist, price, currency,
      early_bird_price, early_bird_end_date FROM ${named('webinars_sessions')} WHERE document_id = ? LIMIT 1`,
    known: `SELECT id, document_id, email_key, manage_link_sent_at FROM ${named('webinars_registrations')}
      WHERE session_document_id = ? AND email_key IN (${list('?')})
      AND state NOT IN ('cancelled', 'rejected', 'expired')`,
    insert: `${insert('webinars_registrations', Object.keys(rowOf({}, { now: 0, flag: Boolean })))} RETURNING id`,
    link: insert('webinars_registrations_session_lnk', ['registration_id', 'session_id']),
    activity: insert('webinars_activities', [
      ...['at', 'actor_kind', 'actor_id', 'action', 'subject_type', 'subject_id'],
      ...['session_document_id', 'from_state', 'to_state', 'fields'],
    ]),
    seats: `UPDATE ${named('webinars_inventory')} SET held = held + ?, waitlisted = waitlisted + ?,
      next_waitlist_sequence = next_waitlist_sequence + ?, seat_limit = ? WHERE session_document_id = ?`,
    job: isPostgres ? pgBossInsert(`${schema}_pgboss`) : SQLITE_JOB,
  };
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

const jobBindings = (isPostgres, registrations, now) => {
  const jobs = registrations.map(({ documentId }) => ({
    id: randomUUID(),
    key: `confirmation:${documentId}:created`,
    payload: { kind: 'confirmation', registrationId: documentId },
  }));
  if (!isPostgres) {
    const own = { type: 'messages.send', runAt: now.getTime(), retryLimit: 105 };
    return [now.getTime(), JSON.stringify(jobs.map((job) => ({ ...job, ...own })))];
  }
  const rows = jobs.map(({ id, key, payload }) => ({
    id,
    name: 'messages.send',
    data: payload,
    singletonKey: key,
  }));
  // expire in, keep until, retry limit, delay, backoff: the queue's own where null.
  return [null, null, null, null, null, JSON.stringify(rows)];
};
