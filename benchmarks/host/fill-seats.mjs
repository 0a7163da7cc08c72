const OWN = ['id', 'document_id', 'public_id', 'reference', 'email', 'email_key'];

/**
 * Takes seats by copying a session's only registration in SQL: tens of thousands of rows as the product writes them,
 * in a second. Their jobs and their activities are not copied: a registration never looks at those.
 */
export const fillSeats = async (strapi, { isPostgres, sessionId, count }) => {
  const { db } = strapi;
  const name = (table) => (isPostgres ? `"${db.getSchemaName()}"."${table}"` : `"${table}"`);
  const registrations = name('webinars_registrations');
  const links = name('webinars_registrations_session_lnk');
  const series = isPostgres
    ? `SELECT n FROM generate_series(1, ${count}) AS series (n)`
    : `WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < ${count}) SELECT n FROM series`;

  const source = await db
    .getConnection('webinars_registrations')
    .where({ session_document_id: sessionId })
    .first();
  const copied = Object.keys(source).filter((column) => !OWN.includes(column));
  const digits = isPostgres ? `lpad(n::text, 10, '0')` : `printf('%010d', n)`;
  const values = [
    `'f' || '${sessionId.slice(0, 12)}' || ${digits}`,
    `'${sessionId.slice(0, 22)}' || ${digits}`,
    `'${sessionId.slice(0, 8)}' || ${digits}`,
    `'seat.' || ${digits} || '@example.org'`,
    `'seat.' || ${digits} || '@example.org'`,
  ];

  await db.connection.transaction(async (trx) => {
    await trx.raw(
      `INSERT INTO ${registrations} (${[...OWN.slice(1), ...copied].join(', ')})
       SELECT ${[...values, ...copied].join(', ')} FROM (${series}) AS seats
       CROSS JOIN ${registrations} WHERE id = ${source.id}`
    );
    await trx.raw(
      `INSERT INTO ${links} (registration_id, session_id)
       SELECT registration.id, link.session_id FROM ${registrations} AS registration
       CROSS JOIN ${links} AS link
       WHERE link.registration_id = ${source.id} AND registration.session_document_id = '${sessionId}'
         AND registration.id <> ${source.id}`
    );
    await trx.raw(
      `UPDATE ${name('webinars_inventory')} SET held = held + ${count} WHERE session_document_id = '${sessionId}'`
    );
  });
  // What PostgreSQL's autovacuum would do within a minute.
  if (isPostgres) await db.connection.raw(`ANALYZE ${registrations}`);
};
