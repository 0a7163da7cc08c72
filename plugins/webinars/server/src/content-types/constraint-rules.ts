import { LOCALES, type Locale } from '../../../shared/locales';
import { MOST_JOIN_MINUTES } from '../domain/join-window';
import { ENDED_STATES, REGISTRATION_STATES } from '../domain/registration';
import { SESSION_STATES } from '../domain/session';
import * as vocabulary from '../../../shared/vocabulary';

/**
 * Every rule that the database itself keeps for the content types' tables, as data. `constraints.ts` turns them into
 * CHECKs and unique indexes; `constraint-sentences.ts` turns a violation into words.
 */
export type Rule = CheckRule | UniqueRule;

type Words = {
  /** Unique in its database, at most 63 characters: PostgreSQL cuts longer names. */
  name: string;
  table: string;
  /** For programs. */
  code: string;
  sentence: Record<Locale, string>;
};

export type CheckRule = Words & {
  kind: 'check';
  /** SQL that must not be false, valid on both databases. `{column}` stands for a column of the row. */
  expression: string;
};

export type UniqueRule = Words & {
  kind: 'unique';
  /** Columns, or expressions in parentheses. */
  on: readonly string[];
  where?: string;
};

const TOPICS = 'webinars_topics';
const SESSIONS = 'webinars_sessions';
const SPEAKERS = 'webinars_speakers';
const REGISTRATIONS = 'webinars_registrations';
const SETTINGS = 'webinars_program_settings';
const MAIL_TEMPLATES = 'webinars_mail_templates';

const check = (
  table: string,
  rule: string,
  expression: string,
  en: string,
  de: string
): CheckRule => ({
  kind: 'check',
  name: `${shortName(table)}_${rule}_ck`,
  table,
  code: rule,
  expression,
  sentence: { en, de },
});

const unique = (
  table: string,
  rule: string,
  { on, where }: Pick<UniqueRule, 'on' | 'where'>,
  en: string,
  de: string
): UniqueRule => ({
  kind: 'unique',
  name: `${shortName(table)}_${rule}_once`,
  table,
  code: `${rule}_taken`,
  on,
  ...(where !== undefined && { where }),
  sentence: { en, de },
});

const shortName = (table: string) => table.replace(/^components_/, '');

/**
 * Not `IN`: in a trigger, SQLite builds a table in memory for each such list and each row, which took several times as
 * long as the insertion of a registration itself.
 */
const isOneOf = (column: string, values: readonly string[]) =>
  values.map((value) => `{${column}} = '${value}'`).join(' OR ');

/** A closed list. An empty value passes: whether a value is needed is a rule of its own. */
const oneOf = (table: string, column: string, values: readonly string[]) =>
  check(
    table,
    `${column}_known`,
    isOneOf(column, values),
    `“${column}” must be one of: ${values.join(', ')}.`,
    `„${column}“ muss einer dieser Werte sein: ${values.join(', ')}.`
  );

const notNegative = (table: string, ...columns: readonly string[]) =>
  columns.map((column) =>
    check(
      table,
      `${column}_min`,
      `{${column}} >= 0`,
      `“${column}” must not be negative.`,
      `„${column}“ darf nicht negativ sein.`
    )
  );

const between = (table: string, column: string, [min, max]: readonly [number, number]) =>
  check(
    table,
    `${column}_range`,
    `{${column}} BETWEEN ${min} AND ${max}`,
    `“${column}” must lie between ${min} and ${max}.`,
    `„${column}“ muss zwischen ${min} und ${max} liegen.`
  );

const required = (table: string, ...columns: readonly string[]) =>
  columns.map((column) =>
    check(
      table,
      `${column}_present`,
      `{${column}} IS NOT NULL AND {${column}} <> ''`,
      `“${column}” is missing.`,
      `„${column}“ fehlt.`
    )
  );

/** For numbers, instants and booleans, which cannot be compared with an empty text on PostgreSQL. */
const requiredValue = (table: string, ...columns: readonly string[]) =>
  columns.map((column) =>
    check(
      table,
      `${column}_present`,
      `{${column}} IS NOT NULL`,
      `“${column}” is missing.`,
      `„${column}“ fehlt.`
    )
  );

/** A draft may be incomplete; what visitors see may not. */
const whenPublished = (expression: string) => `{published_at} IS NULL OR (${expression})`;

const topicRules: readonly Rule[] = [
  unique(
    TOPICS,
    'slug',
    { on: ['slug', 'locale', '(published_at IS NULL)'] },
    'Another topic has this slug already. Please choose another.',
    'Ein anderes Thema hat diesen Slug schon. Bitte wählen Sie einen anderen.'
  ),
  check(
    TOPICS,
    'published_complete',
    whenPublished(`{title} IS NOT NULL AND {title} <> '' AND {slug} IS NOT NULL AND {slug} <> ''`),
    'A topic needs a title and a slug before it is published.',
    'Ein Thema braucht Titel und Slug, bevor es veröffentlicht wird.'
  ),
  check(
    TOPICS,
    'published_defaults',
    whenPublished(
      '{default_duration} BETWEEN 1 AND 1440 AND {default_price} >= 0 AND ({default_capacity} IS NULL OR {default_capacity} >= 0)'
    ),
    'Default duration must lie between 1 and 1440 minutes; price and capacity must not be negative.',
    'Die übliche Dauer muss zwischen 1 und 1440 Minuten liegen; Preis und Plätze dürfen nicht negativ sein.'
  ),
  oneOf(TOPICS, 'state', vocabulary.TOPIC_STATES),
  oneOf(TOPICS, 'difficulty_level', vocabulary.DIFFICULTY_LEVELS),
];

const sessionRules: readonly Rule[] = [
  unique(
    SESSIONS,
    'slug',
    { on: ['slug'] },
    'Another session has this slug already. Please choose another.',
    'Ein anderer Termin hat diesen Slug schon. Bitte wählen Sie einen anderen.'
  ),
  unique(
    SESSIONS,
    'document',
    { on: ['document_id'] },
    'This session exists already.',
    'Diesen Termin gibt es schon.'
  ),
  // Slug and topic follow in the same transaction: the document service inserts the row before its links.
  ...required(SESSIONS, 'state', 'timezone', 'language', 'session_type'),
  ...requiredValue(
    SESSIONS,
    'datetime',
    'duration',
    'allow_waitlist',
    'requires_approval',
    'revision'
  ),
  oneOf(SESSIONS, 'state', SESSION_STATES),
  oneOf(SESSIONS, 'language', LOCALES),
  oneOf(SESSIONS, 'session_type', vocabulary.SESSION_TYPES),
  oneOf(SESSIONS, 'currency', vocabulary.CURRENCIES),
  oneOf(SESSIONS, 'platform', vocabulary.PLATFORMS),
  between(SESSIONS, 'duration', [1, 1440]),
  ...notNegative(
    SESSIONS,
    'capacity',
    'price',
    'early_bird_price',
    'registration_count',
    'waitlist_count',
    'attendance_count',
    'view_count',
    'revision',
    'moved_revision',
    'access_revision'
  ),
  between(SESSIONS, 'completion_rate', [0, 100]),
  between(SESSIONS, 'average_rating', [1, 5]),
  check(
    SESSIONS,
    'price_when_public',
    `{state} = 'draft' OR {state} = 'cancelled' OR ({price} IS NOT NULL AND {currency} IS NOT NULL)`,
    'A session needs a price (0 for free) and a currency before it is published.',
    'Ein Termin braucht einen Preis (0 für kostenlos) und eine Währung, bevor er veröffentlicht wird.'
  ),
  check(
    SESSIONS,
    'early_bird_cheaper',
    '{early_bird_price} IS NULL OR ({price} IS NOT NULL AND {early_bird_price} <= {price})',
    'The early-bird price must not exceed the price.',
    'Der Frühbucherpreis darf nicht über dem Preis liegen.'
  ),
  check(
    SESSIONS,
    'early_bird_end',
    '{early_bird_price} IS NULL OR {early_bird_end_date} IS NOT NULL',
    'An early-bird price needs the date at which it ends.',
    'Ein Frühbucherpreis braucht das Datum, an dem er endet.'
  ),
  check(
    SESSIONS,
    'early_bird_before_start',
    '{early_bird_end_date} IS NULL OR {early_bird_end_date} <= {datetime}',
    'The early-bird price must end before the session starts.',
    'Der Frühbucherpreis muss vor Beginn des Termins enden.'
  ),
  check(
    SESSIONS,
    'window_order',
    '{registration_opens_at} IS NULL OR {registration_closes_at} IS NULL OR {registration_opens_at} < {registration_closes_at}',
    'Registration must open before it closes.',
    'Die Anmeldung muss öffnen, bevor sie schließt.'
  ),
  check(
    SESSIONS,
    'opens_before_start',
    '{registration_opens_at} IS NULL OR {registration_opens_at} < {datetime}',
    'Registration must open before the session starts.',
    'Die Anmeldung muss vor Beginn des Termins öffnen.'
  ),
  check(
    SESSIONS,
    'publish_before_start',
    '{scheduled_publish_at} IS NULL OR {scheduled_publish_at} < {datetime}',
    'The session must be published before it starts.',
    'Der Termin muss vor seinem Beginn veröffentlicht werden.'
  ),
];

const speakerRules: readonly Rule[] = [
  unique(
    SPEAKERS,
    'slug',
    { on: ['slug', 'locale', '(published_at IS NULL)'] },
    'Another speaker has this slug already. Please choose another.',
    'Eine andere Person hat diesen Slug schon. Bitte wählen Sie einen anderen.'
  ),
  ...required(SPEAKERS, 'first_name', 'last_name', 'slug', 'email'),
  ...requiredValue(SPEAKERS, 'is_active'),
  oneOf(SPEAKERS, 'consultant_type', vocabulary.CONSULTANT_TYPES),
  oneOf(SPEAKERS, 'availability_status', vocabulary.AVAILABILITIES),
];

const registrationRules: readonly Rule[] = [
  unique(
    REGISTRATIONS,
    'person',
    {
      on: ['session_document_id', 'email_key'],
      where: `state NOT IN (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})`,
    },
    'This e-mail address is registered for the session already.',
    'Diese E-Mail-Adresse ist für den Termin schon angemeldet.'
  ),
  unique(
    REGISTRATIONS,
    'document',
    { on: ['document_id'] },
    'This registration exists already.',
    'Diese Anmeldung gibt es schon.'
  ),
  unique(
    REGISTRATIONS,
    'public_id',
    { on: ['public_id'] },
    'This registration exists already.',
    'Diese Anmeldung gibt es schon.'
  ),
  unique(
    REGISTRATIONS,
    'reference',
    { on: ['reference'] },
    'Another registration has this reference already.',
    'Eine andere Anmeldung hat dieses Kennzeichen schon.'
  ),
  unique(
    REGISTRATIONS,
    'waitlist_place',
    { on: ['session_document_id', 'waitlist_sequence'], where: `state = 'waitlisted'` },
    'Another registration has this place on the waitlist already.',
    'Eine andere Anmeldung hat diesen Wartelistenplatz schon.'
  ),
  ...required(
    REGISTRATIONS,
    'session_document_id',
    'first_name',
    'last_name',
    'email',
    'email_key',
    'public_id',
    'reference',
    'state',
    'language'
  ),
  ...requiredValue(REGISTRATIONS, 'registered_at', 'token_version', 'revision'),
  check(
    REGISTRATIONS,
    'public_id_format',
    'length({public_id}) = 32',
    'The public id must have 32 characters.',
    'Die öffentliche Kennung muss 32 Zeichen haben.'
  ),
  oneOf(REGISTRATIONS, 'state', REGISTRATION_STATES),
  oneOf(REGISTRATIONS, 'language', LOCALES),
  oneOf(REGISTRATIONS, 'cancellation_reason', vocabulary.CANCELLATION_REASONS),
  oneOf(REGISTRATIONS, 'follow_up_preferences', vocabulary.FOLLOW_UP_PREFERENCES),
  oneOf(REGISTRATIONS, 'payment_status', vocabulary.PAYMENT_STATUSES),
  oneOf(REGISTRATIONS, 'payment_currency', vocabulary.CURRENCIES),
  between(REGISTRATIONS, 'rating', [1, 5]),
  ...notNegative(
    REGISTRATIONS,
    'payment_amount',
    'attendance_duration',
    'questions_asked',
    'chat_messages',
    'revision'
  ),
  check(
    REGISTRATIONS,
    'token_version_positive',
    '{token_version} >= 1',
    'The version of the token must be 1 or greater.',
    'Die Version des Tokens muss mindestens 1 sein.'
  ),
  check(
    REGISTRATIONS,
    'consents_given',
    `${isOneOf('state', [...ENDED_STATES, 'attended', 'no_show'])} OR (COALESCE({terms_accepted}, FALSE) AND COALESCE({privacy_consent}, FALSE))`,
    'Terms and privacy notice have to be accepted.',
    'Teilnahmebedingungen und Datenschutzhinweise müssen akzeptiert sein.'
  ),
  check(
    REGISTRATIONS,
    'waitlisted_in_order',
    `{state} <> 'waitlisted' OR {waitlist_sequence} IS NOT NULL`,
    'Whoever waits needs a place in the order of the waitlist.',
    'Wer wartet, braucht einen Platz in der Reihenfolge der Warteliste.'
  ),
  check(
    REGISTRATIONS,
    'waitlist_sequence_positive',
    '{waitlist_sequence} >= 1',
    'A place on the waitlist must be 1 or greater.',
    'Ein Wartelistenplatz muss mindestens 1 sein.'
  ),
  check(
    REGISTRATIONS,
    'hold_expires',
    `NOT (${isOneOf('state', ['offered', 'awaiting_payment'])}) OR {hold_expires_at} IS NOT NULL`,
    'A seat that is held needs a time until which it is held.',
    'Ein reservierter Platz braucht einen Zeitpunkt, bis zu dem er reserviert ist.'
  ),
  check(
    REGISTRATIONS,
    'cancelled_when_and_why',
    `{state} <> 'cancelled' OR ({cancelled_at} IS NOT NULL AND {cancellation_reason} IS NOT NULL)`,
    'A cancellation needs its time and its reason.',
    'Eine Stornierung braucht Zeitpunkt und Grund.'
  ),
  check(
    REGISTRATIONS,
    'amount_with_currency',
    '({payment_amount} IS NULL) = ({payment_currency} IS NULL)',
    'An amount needs a currency, and a currency an amount.',
    'Ein Betrag braucht eine Währung und eine Währung einen Betrag.'
  ),
  check(
    REGISTRATIONS,
    'left_after_joining',
    '{left_at} IS NULL OR ({joined_at} IS NOT NULL AND {joined_at} <= {left_at})',
    'Nobody leaves before joining.',
    'Niemand geht, bevor er gekommen ist.'
  ),
];

const settingsRules: readonly Rule[] = [
  unique(
    SETTINGS,
    'locale',
    { on: ['locale'] },
    'These settings exist already in this language.',
    'Diese Einstellungen gibt es in dieser Sprache schon.'
  ),
  oneOf(SETTINGS, 'default_currency', vocabulary.CURRENCIES),
  ...notNegative(SETTINGS, 'registration_window', 'default_capacity'),
  between(SETTINGS, 'hold_minutes', [5, 1440]),
  between(SETTINGS, 'join_minutes_before', [0, MOST_JOIN_MINUTES]),
  check(
    SETTINGS,
    'quiet_hours_whole',
    `(COALESCE({quiet_hours_from}, '') = '') = (COALESCE({quiet_hours_to}, '') = '')
      AND ({quiet_hours_from} IS NULL OR {quiet_hours_from} = '' OR {quiet_hours_from} <> {quiet_hours_to})`,
    'Quiet hours need a beginning and an end that differ, such as 21:00 and 08:00.',
    'Ruhezeiten brauchen einen Anfang und ein Ende, die sich unterscheiden, etwa 21:00 und 08:00.'
  ),
];

const taxonomyRules: readonly Rule[] = [
  'webinars_categories',
  'webinars_tags',
  'webinars_industries',
].flatMap((table) => [
  unique(
    table,
    'slug',
    { on: ['slug', 'locale'] },
    'This slug is taken already. Please choose another.',
    'Dieser Slug ist schon vergeben. Bitte wählen Sie einen anderen.'
  ),
  ...required(table, 'name', 'slug'),
]);

const mailTemplateRules: readonly Rule[] = [
  unique(
    MAIL_TEMPLATES,
    'kind',
    { on: ['kind', 'language'] },
    'There is a text for this kind of mail in this language already.',
    'Für diese Art von E-Mail gibt es in dieser Sprache schon einen Text.'
  ),
  oneOf(MAIL_TEMPLATES, 'kind', vocabulary.TEMPLATE_KINDS),
  oneOf(MAIL_TEMPLATES, 'language', LOCALES),
  ...required(MAIL_TEMPLATES, 'kind', 'language'),
];

const componentRules: readonly Rule[] = [
  between('components_webinars_agenda_items', 'minutes', [0, 1440]),
  oneOf('components_webinars_session_texts', 'locale', LOCALES),
  oneOf(
    'components_webinars_consultant_configurations',
    'consultant_role',
    vocabulary.CONSULTANT_ROLES
  ),
  oneOf(
    'components_webinars_consultant_configurations',
    'interaction_level',
    vocabulary.INTERACTION_LEVELS
  ),
  between('components_webinars_revenue_sharings', 'revenue_share_percentage', [0, 100]),
  ...notNegative('components_webinars_revenue_sharings', 'consultant_revenue', 'platform_revenue'),
  between('components_webinars_business_settings', 'revenue_share_percentage', [0, 100]),
  ...notNegative('components_webinars_business_settings', 'hourly_rate'),
  oneOf('components_webinars_business_settings', 'hourly_rate_currency', vocabulary.CURRENCIES),
  between('components_webinars_credentials', 'speaking_experience', [0, 80]),
  between('components_webinars_speaker_performances', 'average_rating', [1, 5]),
  ...notNegative(
    'components_webinars_speaker_performances',
    'total_webinars',
    'attendee_count',
    'repeat_bookings'
  ),
  ...notNegative(
    'components_webinars_follow_up_opportunities',
    'consultation_requests',
    'whitepaper_downloads',
    'social_connections',
    'business_inquiries'
  ),
  oneOf('components_webinars_consent_texts', 'kind', vocabulary.CONSENT_KINDS),
  oneOf('components_webinars_consent_texts', 'locale', LOCALES),
  ...required('components_webinars_consent_texts', 'kind', 'locale', 'version', 'text'),
];

export const RULES: readonly Rule[] = [
  ...topicRules,
  ...sessionRules,
  ...speakerRules,
  ...registrationRules,
  ...settingsRules,
  ...taxonomyRules,
  ...mailTemplateRules,
  ...componentRules,
];
