import { registrationByHand } from '../reference/by-hand.mjs';

export const BY_HAND_PATH = '/api/by-hand';

/**
 * A bare route of the same Strapi, behind the same middlewares: parse, open a transaction, run the statements,
 * answer. Before Strapi is loaded.
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

const createHandler =
  (strapi, { register }) =>
  async (ctx) => {
    const receipt = await strapi.db.connection.transaction((trx) =>
      register(
        async (sql, bindings) => rowsOf(await trx.raw(sql, bindings)),
        ctx.params.session,
        ctx.request.body
      )
    );
    ctx.status = 201;
    ctx.body = { data: receipt };
  };

/** `pg` answers `{ rows }`, better-sqlite3 an array or a summary. */
const rowsOf = (result) => (Array.isArray(result) ? result : (result.rows ?? []));
