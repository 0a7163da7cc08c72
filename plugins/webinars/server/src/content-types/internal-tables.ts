import { ANNOUNCEMENT_IN_KEY } from '../domain/job-catalog';
import { catalogTables } from './catalog-tables';

/**
 * Tables that are no content types: nobody edits them, and their CHECKs are part of how they work. `instant`, `id`
 * and `json` stand for what the database at hand calls them.
 */
export const internalTables = ({ isPostgres, name }: Dialect): readonly string[] => {
  const instant = isPostgres ? 'timestamptz' : 'datetime';
  const json = isPostgres ? 'jsonb' : 'text';
  const id = isPostgres
    ? 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY'
    : 'integer PRIMARY KEY AUTOINCREMENT';

  return [
    // One row per session: its seat counters, the waitlist's order, and the lock that every change of seats takes.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_inventory')} (
      session_document_id varchar(255) PRIMARY KEY,
      capacity integer,
      seat_limit integer,
      held integer NOT NULL DEFAULT 0,
      waitlisted integer NOT NULL DEFAULT 0,
      next_waitlist_sequence integer NOT NULL DEFAULT 1,
      revision integer NOT NULL DEFAULT 0,
      counted_revision integer NOT NULL DEFAULT 0,
      CONSTRAINT webinars_inventory_capacity_ck CHECK (capacity IS NULL OR capacity >= 0),
      CONSTRAINT webinars_inventory_held_ck CHECK (held >= 0),
      CONSTRAINT webinars_inventory_not_oversold_ck CHECK (seat_limit IS NULL OR held <= seat_limit),
      CONSTRAINT webinars_inventory_limited_ck CHECK ((capacity IS NULL) = (seat_limit IS NULL)),
      CONSTRAINT webinars_inventory_limit_ck CHECK (seat_limit IS NULL OR seat_limit >= capacity),
      CONSTRAINT webinars_inventory_waitlisted_ck CHECK (waitlisted >= 0),
      CONSTRAINT webinars_inventory_sequence_ck CHECK (next_waitlist_sequence > waitlisted),
      CONSTRAINT webinars_inventory_revision_ck CHECK (counted_revision BETWEEN 0 AND revision)
    )`,

    // How many of those who had a seat when a session began were erased since: its figures stay what they were.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_erased_attendees')} (
      session_document_id varchar(255) PRIMARY KEY,
      held integer NOT NULL,
      attended integer NOT NULL,
      CONSTRAINT webinars_erased_attendees_count_ck CHECK (held >= attended AND attended >= 0)
    )`,

    // Addresses that an editor has changed, and whom they lead to until somebody else takes them.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_moved_slugs')} (
      kind varchar(16) NOT NULL,
      slug varchar(255) NOT NULL,
      document_id varchar(255) NOT NULL,
      PRIMARY KEY (kind, slug),
      CONSTRAINT webinars_moved_slugs_kind_ck CHECK (kind IN ('session', 'topic', 'speaker'))
    )`,

    // What people know topics by that are not published at the moment, or with another title that nobody was told yet.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_known_titles')} (
      topic_document_id varchar(255) NOT NULL,
      locale varchar(8) NOT NULL,
      title varchar(255) NOT NULL,
      PRIMARY KEY (topic_document_id, locale),
      CONSTRAINT webinars_known_titles_locale_ck CHECK (locale IN ('en', 'de'))
    )`,

    // When a session that was announced already was to begin before its last move.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_previous_starts')} (
      session_document_id varchar(255) PRIMARY KEY,
      starts_at ${instant} NOT NULL
    )`,

    // What a session's schedule had somebody told, or left out, and why: one row for each message and start.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_message_runs')} (
      id ${id},
      session_document_id varchar(255) NOT NULL,
      starts_at ${instant} NOT NULL,
      kind varchar(64) NOT NULL,
      slot varchar(64) NOT NULL,
      offset_minutes integer NOT NULL,
      due_at ${instant} NOT NULL,
      state varchar(16) NOT NULL DEFAULT 'planned',
      reason varchar(64),
      reached bigint NOT NULL DEFAULT 0,
      recipients integer NOT NULL DEFAULT 0,
      planned_at ${instant} NOT NULL,
      ended_at ${instant},
      CONSTRAINT webinars_message_runs_each_once
        UNIQUE (session_document_id, starts_at, slot, offset_minutes),
      CONSTRAINT webinars_message_runs_state_ck CHECK (state IN ('planned', 'done', 'skipped')),
      CONSTRAINT webinars_message_runs_ended_ck
        CHECK ((state = 'planned') = (ended_at IS NULL)),
      CONSTRAINT webinars_message_runs_reason_ck CHECK ((state = 'skipped') = (reason IS NOT NULL)),
      CONSTRAINT webinars_message_runs_recipients_ck CHECK (recipients >= 0)
    )`,

    // One row per mail that was ever wanted, whatever became of it.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_mails')} (
      id varchar(64) PRIMARY KEY,
      mail_key varchar(255) NOT NULL CONSTRAINT webinars_mails_key_once UNIQUE,
      kind varchar(64) NOT NULL,
      locale varchar(8) NOT NULL,
      registration_document_id varchar(255),
      session_document_id varchar(255),
      speaker_document_id varchar(255),
      message_id varchar(255) CONSTRAINT webinars_mails_message_id_once UNIQUE,
      state varchar(16) NOT NULL DEFAULT 'queued',
      attempts integer NOT NULL DEFAULT 0,
      last_code integer,
      reason varchar(255),
      created_at ${instant} NOT NULL,
      sent_at ${instant},
      CONSTRAINT webinars_mails_state_ck
        CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'skipped')),
      CONSTRAINT webinars_mails_locale_ck CHECK (locale IN ('en', 'de')),
      CONSTRAINT webinars_mails_attempts_ck CHECK (attempts >= 0),
      CONSTRAINT webinars_mails_identified_ck
        CHECK (state NOT IN ('sending', 'sent') OR message_id IS NOT NULL),
      CONSTRAINT webinars_mails_sent_ck CHECK ((state = 'sent') = (sent_at IS NOT NULL))
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_mails_registration_idx
      ON ${name('webinars_mails')} (registration_document_id, kind)`,
    `CREATE INDEX IF NOT EXISTS webinars_mails_session_idx
      ON ${name('webinars_mails')} (session_document_id, created_at)`,
    `CREATE INDEX IF NOT EXISTS webinars_mails_state_idx
      ON ${name('webinars_mails')} (state, created_at)`,

    // What became of announcements is counted in this index alone. PostgreSQL needs the key itself beside its part.
    `CREATE INDEX IF NOT EXISTS webinars_mails_announced_idx
      ON ${name('webinars_mails')} (${ANNOUNCEMENT_IN_KEY}, state, reason)
      ${isPostgres ? 'INCLUDE (mail_key)' : ''} WHERE kind = 'announcement'`,

    // What the mail server said each time. No addresses.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_mail_attempts')} (
      id ${id},
      mail_id varchar(64) NOT NULL REFERENCES ${name('webinars_mails')} (id) ON DELETE CASCADE,
      attempt integer NOT NULL,
      at ${instant} NOT NULL,
      outcome varchar(16) NOT NULL,
      response_code integer,
      detail varchar(500),
      CONSTRAINT webinars_mail_attempts_once UNIQUE (mail_id, attempt),
      CONSTRAINT webinars_mail_attempts_attempt_ck CHECK (attempt >= 1),
      CONSTRAINT webinars_mail_attempts_outcome_ck
        CHECK (outcome IN ('accepted', 'deferred', 'refused', 'unreachable'))
    )`,

    // What people do without, by address: it holds for every session that they register for.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_mail_optouts')} (
      email_key varchar(255) NOT NULL,
      category varchar(32) NOT NULL,
      opted_out_at ${instant} NOT NULL,
      PRIMARY KEY (email_key, category),
      CONSTRAINT webinars_mail_optouts_category_ck
        CHECK (category IN ('reminders', 'follow_ups', 'feedback', 'announcements'))
    )`,

    // Who had the secret addresses of their own calendar replaced, and how often: without a row they are the first.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_personal_feeds')} (
      email_key varchar(255) PRIMARY KEY,
      token_version integer NOT NULL,
      renewed_at ${instant} NOT NULL,
      CONSTRAINT webinars_personal_feeds_version_ck CHECK (token_version > 1)
    )`,

    // What organisers wrote by hand, to whom as of then, and how far it has come.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_announcements')} (
      id varchar(36) PRIMARY KEY,
      purpose varchar(16) NOT NULL,
      filter ${json} NOT NULL,
      texts ${json} NOT NULL,
      per_minute integer NOT NULL,
      state varchar(16) NOT NULL,
      written_by varchar(255),
      created_at ${instant} NOT NULL,
      stopped_at ${instant},
      recipients integer NOT NULL,
      reached integer NOT NULL DEFAULT 0,
      left_out ${json} NOT NULL,
      CONSTRAINT webinars_announcements_purpose_ck CHECK (purpose IN ('session', 'marketing')),
      CONSTRAINT webinars_announcements_state_ck CHECK (state IN ('running', 'stopped')),
      CONSTRAINT webinars_announcements_stopped_ck
        CHECK ((state = 'stopped') = (stopped_at IS NOT NULL)),
      CONSTRAINT webinars_announcements_pace_ck CHECK (per_minute >= 1),
      CONSTRAINT webinars_announcements_counts_ck CHECK (recipients >= 0 AND reached >= 0)
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_announcements_age_idx
      ON ${name('webinars_announcements')} (created_at)`,
    `CREATE TABLE IF NOT EXISTS ${name('webinars_announcement_recipients')} (
      announcement_id varchar(36) NOT NULL REFERENCES ${name('webinars_announcements')} (id),
      place integer NOT NULL,
      registration_document_id varchar(255) NOT NULL,
      mail_key varchar(255) NOT NULL
        CONSTRAINT webinars_announcement_recipients_each_once UNIQUE,
      PRIMARY KEY (announcement_id, place)
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_announcement_recipients_person_idx
      ON ${name('webinars_announcement_recipients')} (registration_document_id)`,

    // Addresses that nothing is sent to any more. The address itself goes with its owner; the keyed hash stays.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_suppressions')} (
      address_hash varchar(64) PRIMARY KEY,
      email_key varchar(255),
      reason varchar(16) NOT NULL,
      response_code integer,
      status_code varchar(16),
      created_at ${instant} NOT NULL,
      CONSTRAINT webinars_suppressions_reason_ck
        CHECK (reason IN ('bounce', 'complaint', 'manual'))
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_suppressions_email_idx
      ON ${name('webinars_suppressions')} (email_key)`,
    `CREATE INDEX IF NOT EXISTS webinars_suppressions_age_idx
      ON ${name('webinars_suppressions')} (created_at)`,

    // Answers to requests that may come again, kept for a day. Hashes and ids only.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_idempotency')} (
      key_hash varchar(64) PRIMARY KEY,
      body_hash varchar(64) NOT NULL,
      subject_id varchar(255) NOT NULL,
      outcome ${json} NOT NULL,
      created_at ${instant} NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_idempotency_subject_idx
      ON ${name('webinars_idempotency')} (subject_id)`,
    `CREATE INDEX IF NOT EXISTS webinars_idempotency_age_idx
      ON ${name('webinars_idempotency')} (created_at)`,

    // Unfinished registrations, for a few hours. They hold no seat.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_drafts')} (
      public_id varchar(32) PRIMARY KEY,
      token_version integer NOT NULL DEFAULT 1,
      state varchar(16) NOT NULL DEFAULT 'open',
      sessions ${json} NOT NULL,
      fields ${json} NOT NULL,
      language varchar(8) NOT NULL,
      email_key varchar(255),
      created_at ${instant} NOT NULL,
      expires_at ${instant} NOT NULL,
      CONSTRAINT webinars_drafts_state_ck CHECK (state IN ('open', 'submitted')),
      CONSTRAINT webinars_drafts_language_ck CHECK (language IN ('en', 'de')),
      CONSTRAINT webinars_drafts_expiry_ck CHECK (expires_at > created_at)
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_drafts_expiry_idx
      ON ${name('webinars_drafts')} (expires_at)`,
    `CREATE INDEX IF NOT EXISTS webinars_drafts_email_idx
      ON ${name('webinars_drafts')} (email_key)`,

    // How often somebody tried what is limited, for all instances together; in rate-limiter-flexible's shape.
    ...(isPostgres
      ? [
          `CREATE TABLE IF NOT EXISTS ${name('webinars_rate_limits')} (
            key varchar(255) PRIMARY KEY,
            points integer NOT NULL DEFAULT 0,
            expire bigint
          )`,
        ]
      : []),

    ...catalogTables({ isPostgres, name }),

    // What visitors did, yesterday and today, and the figures that are left of it. Nobody can be found in them:
    // visitor is a hash with a salt that goes with its day.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_signals')} (
      id ${id},
      at ${instant} NOT NULL,
      day varchar(10) NOT NULL,
      session_document_id varchar(255) NOT NULL,
      type varchar(32) NOT NULL,
      detail varchar(64) NOT NULL,
      visitor varchar(22) NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_signals_session_idx
      ON ${name('webinars_signals')} (session_document_id, at)`,
    `CREATE INDEX IF NOT EXISTS webinars_signals_day_idx ON ${name('webinars_signals')} (day)`,
    `CREATE TABLE IF NOT EXISTS ${name('webinars_daily_signals')} (
      day varchar(10) NOT NULL,
      session_document_id varchar(255) NOT NULL,
      type varchar(32) NOT NULL,
      detail varchar(64) NOT NULL,
      events integer NOT NULL,
      visitors integer NOT NULL,
      PRIMARY KEY (session_document_id, type, day, detail),
      CONSTRAINT webinars_daily_signals_count_ck CHECK (events >= visitors AND visitors > 0)
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_daily_signals_day_idx
      ON ${name('webinars_daily_signals')} (day)`,
    `CREATE TABLE IF NOT EXISTS ${name('webinars_daily_salts')} (
      day varchar(10) PRIMARY KEY,
      salt varchar(64) NOT NULL
    )`,

    // Who did what, when. Only ever appended to.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_activities')} (
      id ${id},
      at ${instant} NOT NULL,
      actor_kind varchar(16) NOT NULL,
      actor_id varchar(255),
      action varchar(64) NOT NULL,
      subject_type varchar(64) NOT NULL,
      subject_id varchar(255) NOT NULL,
      session_document_id varchar(255),
      from_state varchar(32),
      to_state varchar(32),
      fields ${json} NOT NULL DEFAULT '[]',
      CONSTRAINT webinars_activities_actor_ck
        CHECK (actor_kind IN ('attendee', 'editor', 'system', 'api'))
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_activities_subject_idx
      ON ${name('webinars_activities')} (subject_type, subject_id)`,
    `CREATE INDEX IF NOT EXISTS webinars_activities_session_idx
      ON ${name('webinars_activities')} (session_document_id, at)`,
  ];
};

export type Dialect = {
  isPostgres: boolean;
  /** The quoted, schema-qualified name of a table. */
  name(table: string): string;
};

/** Columns that a table of an earlier version lacks. */
export const ADDED_COLUMNS: readonly { table: string; column: string; type: string }[] = [
  { table: 'webinars_mails', column: 'speaker_document_id', type: 'varchar(255)' },
];
