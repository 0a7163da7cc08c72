import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { registrationByHand } from '../reference/by-hand.mjs';

const require = createRequire(inRoot('plugins', 'webinars', 'package.json'));
const { Semaphore } = require('async-mutex');

export const BY_HAND_PATH = '/api/by-hand';

/**
 * A bare route of the same Strapi, behind the same middlewares: parse, open a transaction for this one request, run
 * the statements, answer. Before Strapi is loaded.
 */
export const addByHandRoute = (strapi, database) => {
  strapi.get('apis').add('by-hand', {
    routes: {
      'by-hand': {
        type: 'content-api',
        routes: [
          {
            method: 'POST',
            path: '/by-hand/:session',
            handler: createHandler(strapi, registrationByHand(database)),
            config: { auth: false },
          },
        ],
      },
    },
  });
};

/** As many as the product has: with more of them, the lock of a hot row takes longer to change hands. */
const WRITERS = 10;

const createHandler = (strapi, { register }) => {
  const writers = new Semaphore(WRITERS);
  const registerOne = (session, person) =>
    strapi.db.connection.transaction((trx) =>
      register(async (sql, bindings) => rowsOf(await trx.raw(sql, bindings)), session, [person])
    );
  return async (ctx) => {
    const { session } = ctx.params;
    const [receipt] = await writers.runExclusive(() => registerOne(session, ctx.request.body));
    ctx.status = 201;
    ctx.body = { data: receipt };
  };
};

/** `pg` answers `{ rows }`, better-sqlite3 an array or a summary. */
const rowsOf = (result) => (Array.isArray(result) ? result : (result.rows ?? []));
