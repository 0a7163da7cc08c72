import type { Dialect } from './internal-tables';

/**
 * The catalogue as it is read: a copy of what the content types say, with one row per public session and language.
 * Everything in it can be built again from them.
 */
export const catalogTables = ({ isPostgres, name }: Dialect): readonly string[] => {
  const instant = isPostgres ? 'timestamptz' : 'datetime';
  const real = isPostgres ? 'double precision' : 'real';
  const id = isPostgres
    ? 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY'
    : 'integer PRIMARY KEY AUTOINCREMENT';

  return [
    // One row, which every writer of the catalogue locks: it says how often the catalogue has changed.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog_version')} (
      id integer PRIMARY KEY,
      version bigint NOT NULL,
      built_with integer NOT NULL,
      CONSTRAINT webinars_catalog_version_single_ck CHECK (id = 1)
    )`,
    `INSERT INTO ${name('webinars_catalog_version')} (id, version, built_with) VALUES (1, 1, 0)
      ON CONFLICT (id) DO NOTHING`,

    // What sessions are filtered and sorted by. Narrow, because lists walk through it.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog')} (
      id ${id},
      session_document_id varchar(255) NOT NULL,
      locale varchar(8) NOT NULL,
      slug varchar(255) NOT NULL,
      listed_from ${instant},
      starts_at ${instant} NOT NULL,
      over_at ${instant} NOT NULL,
      language varchar(8),
      session_type varchar(32),
      is_paid integer NOT NULL,
      category_id varchar(255),
      category_slug varchar(255),
      category_name varchar(255),
      difficulty varchar(16),
      panel_size varchar(16) NOT NULL,
      has_consultation integer NOT NULL,
      is_available integer NOT NULL,
      rating ${real} NOT NULL,
      popularity integer NOT NULL,
      CONSTRAINT webinars_catalog_session_once UNIQUE (session_document_id, locale),
      CONSTRAINT webinars_catalog_locale_ck CHECK (locale IN ('en', 'de'))
    )`,
    `CREATE INDEX IF NOT EXISTS webinars_catalog_slug_idx
      ON ${name('webinars_catalog')} (slug, locale)`,
    // Holds every column that lists are filtered by: they are counted without a look at the rows.
    `CREATE INDEX IF NOT EXISTS webinars_catalog_time_idx
      ON ${name('webinars_catalog')} (locale, starts_at, session_document_id, over_at, listed_from,
        language, session_type, is_paid, category_slug, category_id, category_name, difficulty,
        panel_size, has_consultation, is_available, rating, id)`,
    // What was called off is in no list, and calendars ask for it all the time.
    `CREATE INDEX IF NOT EXISTS webinars_catalog_called_off_idx
      ON ${name('webinars_catalog')} (locale, starts_at, session_document_id)
      WHERE listed_from IS NULL`,
    `CREATE INDEX IF NOT EXISTS webinars_catalog_rating_idx
      ON ${name('webinars_catalog')} (locale, rating DESC, starts_at, session_document_id)`,
    `CREATE INDEX IF NOT EXISTS webinars_catalog_popularity_idx
      ON ${name('webinars_catalog')} (locale, popularity DESC, starts_at, session_document_id)`,

    // Filters of which a session has several values, and what it shows (kind "uses").
    `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog_values')} (
      catalog_id bigint NOT NULL,
      kind varchar(32) NOT NULL,
      value varchar(500) NOT NULL,
      label varchar(500),
      PRIMARY KEY (catalog_id, kind, value)
    )${isPostgres ? '' : ' WITHOUT ROWID'}`,
    `CREATE INDEX IF NOT EXISTS webinars_catalog_values_idx
      ON ${name('webinars_catalog_values')} (kind, value, catalog_id)`,

    // What answers are made of, as JSON that only the catalogue reads.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog_facts')} (
      catalog_id bigint PRIMARY KEY,
      card text NOT NULL,
      detail text NOT NULL
    )`,

    // Word stems of our own making, so that both databases find the same.
    ...(isPostgres
      ? [
          `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog_search')} (
            catalog_id bigint PRIMARY KEY,
            words tsvector NOT NULL
          )`,
          `CREATE INDEX IF NOT EXISTS webinars_catalog_search_idx
            ON ${name('webinars_catalog_search')} USING gin (words)`,
        ]
      : [
          `CREATE VIRTUAL TABLE IF NOT EXISTS ${name('webinars_catalog_search')} USING fts5(
            title, people, body, content='', contentless_delete=1,
            tokenize="unicode61 remove_diacritics 0"
          )`,
        ]),

    // What was changed and is not yet shown by every session that shows it.
    `CREATE TABLE IF NOT EXISTS ${name('webinars_catalog_stale')} (
      shown varchar(255) PRIMARY KEY,
      mark varchar(64) NOT NULL
    )`,
  ];
};
