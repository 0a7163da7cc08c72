/** A JSON column: PostgreSQL answers it parsed, or as text where Strapi has set it up so; SQLite as text. */
export const readJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;
