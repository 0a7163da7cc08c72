const { readdirSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');
const { default: knex } = require('knex');

/** After all workers of a run. */
module.exports = async () => {
  const folder = process.env.TEST_TEMPLATES;
  // A worker that was ended may leave its turn, or a part of a record.
  for (const record of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    await drop(JSON.parse(readFileSync(path.join(folder, record), 'utf8')));
  }
  rmSync(folder, { recursive: true, force: true });
};

const drop = async ({ kind, source, server }) => {
  if (kind === 'sqlite') return rmSync(path.dirname(source), { recursive: true, force: true });
  const connection = knex({ client: 'pg', connection: server, pool: { min: 0, max: 1 } });
  try {
    await connection.raw(`DROP DATABASE IF EXISTS "${source}" WITH (FORCE)`);
  } finally {
    await connection.destroy();
  }
};
