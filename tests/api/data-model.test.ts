import {
  RULES,
  type CheckRule,
  type UniqueRule,
} from '../../plugins/webinars/server/src/content-types/constraint-rules';
import { TEMPLATE_KINDS } from '../../plugins/webinars/shared/vocabulary';
import { violatedConstraint } from '../../plugins/webinars/server/src/content-types/constraint-sentences';
import { aSession, inDays } from '../factories';
import type { TestDatabase } from '../support/database';
import { createEditor } from '../support/editor';
import { createBootedDatabase, startStrapi, type Row, type TestApp } from '../support/strapi';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createBootedDatabase('data model');
  app = await startStrapi({ database });
}, 120_000);

afterAll(async () => {
  await app.stop();
  await database.drop();
});

const at = (day: number) => new Date(Date.UTC(2031, 4, day, 9));

let serial = 0;
const fresh = () => `row-${(serial += 1)}`;

/** One for each row: there is one text for a kind and language. */
const kinds = TEMPLATE_KINDS[Symbol.iterator]();
const nextKind = () => kinds.next().value;

const published = () => ({ document_id: fresh(), published_at: at(1), locale: 'en' });

/** A row of each table that breaks no rule and shares nothing unique with another. */
const VALID: Record<string, () => Row> = {
  webinars_topics: () => ({
    ...published(),
    title: 'A topic',
    slug: fresh(),
    default_duration: 60,
    default_price: 0,
    state: 'active',
  }),
  webinars_sessions: () => ({
    ...published(),
    locale: null,
    slug: fresh(),
    topic_document_id: 'topic',
    state: 'published',
    datetime: at(20),
    duration: 60,
    timezone: 'Europe/Berlin',
    language: 'en',
    session_type: 'workshop',
    allow_waitlist: true,
    requires_approval: false,
    price: 0,
    currency: 'EUR',
    revision: 0,
  }),
  webinars_speakers: () => ({
    ...published(),
    first_name: 'Grace',
    last_name: 'Hopper',
    slug: fresh(),
    email: 'grace@example.org',
    is_active: true,
  }),
  webinars_registrations: () => ({
    ...published(),
    locale: null,
    session_document_id: fresh(),
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.org',
    email_key: 'ada@example.org',
    public_id: fresh().padEnd(32, '0'),
    reference: fresh(),
    token_version: 1,
    revision: 0,
    language: 'en',
    state: 'confirmed',
    terms_accepted: true,
    privacy_consent: true,
    registered_at: at(2),
  }),
  webinars_program_settings: () => ({ ...published(), locale: fresh() }),
  webinars_mail_templates: () => ({
    ...published(),
    locale: null,
    kind: nextKind(),
    language: 'en',
    is_active: true,
  }),
  webinars_categories: () => ({ ...published(), name: 'A name', slug: fresh() }),
  webinars_tags: () => ({ ...published(), name: 'A name', slug: fresh() }),
  webinars_industries: () => ({ ...published(), name: 'A name', slug: fresh() }),
  components_webinars_agenda_items: () => ({ title: 'Item' }),
  components_webinars_session_texts: () => ({ locale: 'en' }),
  components_webinars_consultant_configurations: () => ({ consultant_role: 'presenter' }),
  components_webinars_revenue_sharings: () => ({ revenue_share_percentage: 20 }),
  components_webinars_business_settings: () => ({ hourly_rate: 12000 }),
  components_webinars_credentials: () => ({ speaking_experience: 3 }),
  components_webinars_speaker_performances: () => ({ total_webinars: 1 }),
  components_webinars_follow_up_opportunities: () => ({ consultation_requests: 1 }),
  components_webinars_consent_texts: () => ({
    kind: 'terms',
    locale: 'en',
    version: '1',
    text: 'I accept.',
  }),
};

const validRow = (table: string): Row => {
  const make = VALID[table];
  if (make === undefined) throw new Error(`no valid row for ${table}`);
  return make();
};

const insert = (table: string, row: Row) => app.strapi.db.getConnection(table).insert({ ...row });

const insertValid = async (table: string): Promise<number> => {
  const [row] = await app.strapi.db.getConnection(table).insert(validRow(table)).returning('id');
  return Number(row.id);
};

const update = (table: string, id: number, change: Row) =>
  app.strapi.db.getConnection(table).where({ id }).update(change);

/** The constraint that a write violates; `null` when it goes through. Any other failure is one of the test. */
const violationOf = async (write: PromiseLike<unknown>): Promise<string | null> => {
  try {
    await write;
    return null;
  } catch (error) {
    const name = violatedConstraint(error);
    if (name === null) throw error;
    return name;
  }
};

const isCheck = (rule: (typeof RULES)[number]): rule is CheckRule => rule.kind === 'check';
const isUnique = (rule: (typeof RULES)[number]): rule is UniqueRule => rule.kind === 'unique';

/** What breaks a rule and no other. The helpers of `constraint-rules.ts` tell by their names what does. */
const BREACHES: Record<string, readonly Row[]> = {
  webinars_topics_published_complete_ck: [{ title: '' }, { title: null }, { slug: null }],
  webinars_topics_published_defaults_ck: [
    { default_duration: 0 },
    { default_duration: 1441 },
    { default_price: -1 },
    { default_capacity: -1 },
  ],
  webinars_sessions_price_when_public_ck: [{ price: null }, { currency: null }],
  webinars_sessions_early_bird_price_min_ck: [
    { early_bird_price: -1, early_bird_end_date: at(10) },
  ],
  webinars_sessions_early_bird_cheaper_ck: [
    { price: 100, early_bird_price: 101, early_bird_end_date: at(10) },
  ],
  webinars_sessions_early_bird_end_ck: [{ price: 100, early_bird_price: 50 }],
  webinars_sessions_early_bird_before_start_ck: [{ early_bird_end_date: at(21) }],
  webinars_sessions_window_order_ck: [
    { registration_opens_at: at(11), registration_closes_at: at(10) },
    { registration_opens_at: at(10), registration_closes_at: at(10) },
  ],
  webinars_sessions_opens_before_start_ck: [{ registration_opens_at: at(20) }],
  webinars_sessions_publish_before_start_ck: [{ scheduled_publish_at: at(21) }],
  webinars_registrations_public_id_format_ck: [{ public_id: 'short' }],
  webinars_registrations_token_version_positive_ck: [{ token_version: 0 }],
  webinars_registrations_consents_given_ck: [
    { terms_accepted: false },
    { privacy_consent: false },
    { privacy_consent: null },
    { state: 'waitlisted', waitlist_sequence: 1, terms_accepted: false },
  ],
  webinars_registrations_waitlisted_in_order_ck: [{ state: 'waitlisted' }],
  webinars_registrations_waitlist_sequence_positive_ck: [{ waitlist_sequence: 0 }],
  webinars_registrations_hold_expires_ck: [{ state: 'offered' }, { state: 'awaiting_payment' }],
  webinars_registrations_cancelled_when_and_why_ck: [
    { state: 'cancelled' },
    { state: 'cancelled', cancelled_at: at(3) },
    { state: 'cancelled', cancellation_reason: 'attendee' },
  ],
  webinars_registrations_payment_amount_min_ck: [{ payment_amount: -1, payment_currency: 'EUR' }],
  webinars_registrations_payment_currency_known_ck: [
    { payment_amount: 1, payment_currency: 'XXX' },
  ],
  webinars_registrations_amount_with_currency_ck: [
    { payment_amount: 100 },
    { payment_currency: 'EUR' },
  ],
  webinars_registrations_left_after_joining_ck: [
    { left_at: at(4) },
    { joined_at: at(5), left_at: at(4) },
  ],
  webinars_program_settings_quiet_hours_whole_ck: [
    { quiet_hours_from: '21:00' },
    { quiet_hours_to: '08:00' },
    { quiet_hours_from: '21:00', quiet_hours_to: '21:00' },
  ],
};

const breachesOf = ({ name, code, expression }: CheckRule): readonly Row[] => {
  const explicit = BREACHES[name];
  if (explicit !== undefined) return explicit;
  const [, column = '', kind = ''] = /^(\w+)_(known|min|range|present)$/.exec(code) ?? [];
  const [, low, high] = /BETWEEN (\d+) AND (\d+)/.exec(expression) ?? [];
  const derived: Record<string, Row[]> = {
    known: [{ [column]: 'nonsense' }],
    min: [{ [column]: -1 }],
    range: [{ [column]: Number(low) - 1 }, { [column]: Number(high) + 1 }],
    present: [{ [column]: null }],
  };
  return derived[kind] ?? [];
};

const CASES = RULES.filter(isCheck).flatMap((rule) =>
  breachesOf(rule).map((breach): [name: string, breach: string, table: string, change: Row] => [
    rule.name,
    JSON.stringify(breach),
    rule.table,
    breach,
  ])
);

describe('a rule of a content type, in the database itself', () => {
  it('is broken by at least one case below', () => {
    const unproven = RULES.filter(isCheck).filter((rule) => breachesOf(rule).length === 0);
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });

  it.each(Object.keys(VALID))('accepts a row of %s that keeps them all', async (table) => {
    await expect(insertValid(table)).resolves.toBeGreaterThan(0);
  });

  it.each(CASES)('%s refuses to insert %s', async (name, _breach, table, change) => {
    expect(await violationOf(insert(table, { ...validRow(table), ...change }))).toBe(name);
  });

  it.each(CASES)('%s refuses to update to %s', async (name, _breach, table, change) => {
    const id = await insertValid(table);
    expect(await violationOf(update(table, id, change))).toBe(name);
  });

  it('leaves a topic that is not published unfinished', async () => {
    const draft = { ...published(), published_at: null, state: 'active', default_duration: null };
    expect(await violationOf(insert('webinars_topics', draft))).toBeNull();
  });

  it('keeps a registration whose person has withdrawn after it ended', async () => {
    const row = {
      ...validRow('webinars_registrations'),
      state: 'cancelled',
      cancelled_at: at(3),
      cancellation_reason: 'attendee',
      privacy_consent: false,
    };
    expect(await violationOf(insert('webinars_registrations', row))).toBeNull();
  });
});

describe('what may be there once only', () => {
  const SHARED = RULES.filter(isUnique).map(
    ({ name, table, on }): [name: string, table: string, columns: string[]] => [
      name,
      table,
      on.filter((column) => !column.startsWith('(')),
    ]
  );

  const pick = (row: Row, columns: string[]) =>
    Object.fromEntries(columns.map((column) => [column, row[column]]));

  it.each(SHARED)('%s', async (name, table, columns) => {
    const waiting = name.includes('waitlist') ? { state: 'waitlisted', waitlist_sequence: 1 } : {};
    const first: Row = { ...validRow(table), ...waiting };
    await insert(table, first);
    const second = { ...validRow(table), ...waiting, ...pick(first, columns) };
    // The person is the same on purpose: the place on the waitlist is what the case is about.
    const other = name.includes('waitlist') ? { ...second, email_key: 'b@example.org' } : second;
    expect(await violationOf(insert(table, other))).toBe(name);
  });

  it('does not count the draft, the other language or another document of a topic', async () => {
    const topic = validRow('webinars_topics');
    await insert('webinars_topics', topic);
    await insert('webinars_topics', { ...topic, published_at: null });
    await insert('webinars_topics', { ...topic, locale: 'de' });
    expect(await violationOf(insert('webinars_topics', { ...topic, document_id: fresh() }))).toBe(
      'webinars_topics_slug_once'
    );
  });

  it.each(['cancelled', 'rejected', 'expired'])(
    'lets a person whose registration was %s register again',
    async (state) => {
      const first: Row = {
        ...validRow('webinars_registrations'),
        state,
        cancelled_at: at(3),
        cancellation_reason: 'attendee',
      };
      await insert('webinars_registrations', first);
      const again = {
        ...validRow('webinars_registrations'),
        session_document_id: first.session_document_id,
      };
      expect(await violationOf(insert('webinars_registrations', again))).toBeNull();
    }
  );
});

describe('the internal tables', () => {
  const inventory = (): Row => ({ session_document_id: fresh(), capacity: 2, seat_limit: 2 });
  const mail = (): Row => ({
    id: fresh(),
    mail_key: fresh(),
    message_id: fresh(),
    kind: 'confirmation',
    locale: 'en',
    created_at: at(1),
  });
  const activity = (): Row => ({
    at: at(1),
    actor_kind: 'system',
    action: 'session.created',
    subject_type: 'session',
    subject_id: 'one',
  });

  it.each([
    ['webinars_inventory', inventory],
    ['webinars_mails', mail],
    ['webinars_activities', activity],
  ])('%s takes what is right', async (table, row) => {
    expect(await violationOf(insert(table, row()))).toBeNull();
  });

  it.each<[name: string, table: string, row: () => Row]>([
    [
      'webinars_inventory_capacity_ck',
      'webinars_inventory',
      () => ({ ...inventory(), capacity: -1 }),
    ],
    ['webinars_inventory_held_ck', 'webinars_inventory', () => ({ ...inventory(), held: -1 })],
    [
      'webinars_moved_slugs_kind_ck',
      'webinars_moved_slugs',
      () => ({ kind: 'category', slug: fresh(), document_id: 'one' }),
    ],
    [
      'webinars_inventory_not_oversold_ck',
      'webinars_inventory',
      () => ({ ...inventory(), held: 3 }),
    ],
    [
      'webinars_inventory_limited_ck',
      'webinars_inventory',
      () => ({ ...inventory(), seat_limit: null }),
    ],
    [
      'webinars_inventory_limit_ck',
      'webinars_inventory',
      () => ({ ...inventory(), seat_limit: 1 }),
    ],
    [
      'webinars_inventory_waitlisted_ck',
      'webinars_inventory',
      () => ({ ...inventory(), waitlisted: -1 }),
    ],
    [
      'webinars_inventory_sequence_ck',
      'webinars_inventory',
      () => ({ ...inventory(), waitlisted: 1 }),
    ],
    [
      'webinars_inventory_revision_ck',
      'webinars_inventory',
      () => ({ ...inventory(), counted_revision: 1 }),
    ],
    ['webinars_mails_state_ck', 'webinars_mails', () => ({ ...mail(), state: 'nonsense' })],
    ['webinars_mails_locale_ck', 'webinars_mails', () => ({ ...mail(), locale: 'fr' })],
    ['webinars_mails_attempts_ck', 'webinars_mails', () => ({ ...mail(), attempts: -1 })],
    ['webinars_mails_sent_ck', 'webinars_mails', () => ({ ...mail(), state: 'sent' })],
    [
      'webinars_mails_identified_ck',
      'webinars_mails',
      () => ({ ...mail(), state: 'sending', message_id: null }),
    ],
    [
      'webinars_activities_actor_ck',
      'webinars_activities',
      () => ({ ...activity(), actor_kind: 'nobody' }),
    ],
  ])('%s', async (name, table, row) => {
    expect(await violationOf(insert(table, row()))).toBe(name);
  });

  it.each([
    ['mail_key', 'mail_key'],
    ['Message-ID', 'message_id'],
  ])('a mail has a %s of its own', async (_name, column) => {
    const first = mail();
    await insert('webinars_mails', first);
    await expect(
      insert('webinars_mails', { ...mail(), [column]: first[column] })
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  });

  it('an attempt belongs to a mail and has a number of its own', async () => {
    const { id } = await mailWithAttempt();
    const attempt = { mail_id: id, attempt: 1, at: at(2), outcome: 'deferred' };
    await expect(insert('webinars_mail_attempts', attempt)).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    await expect(
      insert('webinars_mail_attempts', { ...attempt, mail_id: 'no such mail' })
    ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
    expect(await violationOf(insert('webinars_mail_attempts', { ...attempt, attempt: 0 }))).toBe(
      'webinars_mail_attempts_attempt_ck'
    );
    expect(
      await violationOf(
        insert('webinars_mail_attempts', { ...attempt, attempt: 2, outcome: 'perhaps' })
      )
    ).toBe('webinars_mail_attempts_outcome_ck');
  });

  const mailWithAttempt = async () => {
    const row = mail();
    await insert('webinars_mails', row);
    await insert('webinars_mail_attempts', {
      mail_id: row.id,
      attempt: 1,
      at: at(2),
      outcome: 'accepted',
    });
    return row;
  };

  it('the log of activities cannot be rewritten', async () => {
    const log = () => app.strapi.db.getConnection('webinars_activities');
    await insert('webinars_activities', activity());
    const before = await app.rows('webinars_activities');
    expect(await violationOf(log().update({ action: 'something.else' }))).toBe(
      'webinars_activities_append_only_ck'
    );
    expect(await violationOf(log().delete())).toBe('webinars_activities_append_only_ck');
    expect(await app.rows('webinars_activities')).toEqual(before);
  });
});

describe('a violation in the Content Manager', () => {
  it('reaches the editor as a sentence with a code', async () => {
    const session = await aSession(app.strapi, { datetime: inDays(3) });
    const editor = createEditor(await app.admin());
    const answer = await editor.updateSession(session.documentId, {
      registrationOpensAt: inDays(2),
      registrationClosesAt: inDays(1),
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: {
        message: 'Registration must open before it closes.',
        details: { code: 'window_order' },
      },
    });
  });
});

describe('the next boot', () => {
  const SESSION = 'plugin::webinars.session';

  const contentTypes = () => app.strapi.plugin('content-manager').service('content-types');
  const configuration = () => contentTypes().findConfiguration(app.strapi.contentType(SESSION));
  const locales = () => app.strapi.plugin('i18n').service('locales');
  const run = (sql: string) => app.strapi.db.connection.raw(sql);
  const sessions = () => database.name('webinars_sessions');

  /** What a rebuilt table of SQLite has lost, what somebody dropped, and a rule of an older version. */
  const damage = async () => {
    await app.strapi.db.getConnection('webinars_sessions').delete();
    const statements = app.isPostgres
      ? [
          `ALTER TABLE ${sessions()} DROP CONSTRAINT webinars_sessions_window_order_ck`,
          `ALTER TABLE ${sessions()} DROP CONSTRAINT webinars_sessions_price_min_ck`,
          `ALTER TABLE ${sessions()} ADD CONSTRAINT webinars_sessions_price_min_ck CHECK (price >= -5)`,
          `ALTER TABLE ${sessions()} ADD CONSTRAINT webinars_sessions_of_old_ck CHECK (duration < 30)`,
          `DROP INDEX ${database.name('webinars_sessions_slug_once')}`,
        ]
      : [
          `DROP TRIGGER webinars_sessions_window_order_ck_insert`,
          `DROP TRIGGER webinars_sessions_price_min_ck_insert`,
          `CREATE TRIGGER webinars_sessions_price_min_ck_insert BEFORE INSERT ON webinars_sessions WHEN NEW.price < -5 BEGIN SELECT RAISE(ABORT, 'x'); END`,
          `CREATE TRIGGER webinars_sessions_of_old_ck_insert BEFORE INSERT ON webinars_sessions WHEN NEW.duration >= 30 BEGIN SELECT RAISE(ABORT, 'x'); END`,
          `DROP INDEX webinars_sessions_slug_once`,
        ];
    for (const statement of statements) await run(statement);
  };

  beforeAll(async () => {
    const { uid: _uid, ...own } = await configuration();
    await contentTypes().updateConfiguration(app.strapi.contentType(SESSION), {
      ...own,
      layouts: { ...own.layouts, list: ['slug', 'state'] },
    });
    await damage();
    const german = await locales().findByCode('de');
    await locales().delete({ id: german.id });

    await app.stop();
    app = await startStrapi({ database });
  }, 120_000);

  it('puts back what was lost and what was changed, and drops what is no rule any more', async () => {
    const row = () => validRow('webinars_sessions');
    const first = row();
    expect(await violationOf(insert('webinars_sessions', first))).toBeNull();
    expect(await violationOf(insert('webinars_sessions', { ...row(), slug: first.slug }))).toBe(
      'webinars_sessions_slug_once'
    );
    expect(await violationOf(insert('webinars_sessions', { ...row(), price: -1 }))).toBe(
      'webinars_sessions_price_min_ck'
    );
    expect(
      await violationOf(
        insert('webinars_sessions', {
          ...row(),
          registration_opens_at: at(11),
          registration_closes_at: at(10),
        })
      )
    ).toBe('webinars_sessions_window_order_ck');
  });

  it('leaves a view as an administrator set it up', async () => {
    const { layouts, metadatas } = await configuration();
    expect(layouts.list).toEqual(['slug', 'state']);
    expect(metadatas.registrationCount.edit.editable).toBe(false);
  });

  it('brings a language back that the webinars need', async () => {
    expect(await locales().findByCode('de')).toMatchObject({
      name: 'German (de)',
      documentId: expect.any(String),
    });
  });
});
