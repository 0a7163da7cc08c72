import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { allowEverybody } from './permissions.mjs';

const require = createRequire(inRoot('package.json'));

const SESSION = 'plugin::webinars.session';

export const OWN_PATH = '/api/own-sessions';

const READ = `${SESSION}.find`;
const READ_ONE = `${SESSION}.findOne`;
const READ_RELATED = ['topic', 'speaker', 'category', 'tag', 'industry'].map(
  (name) => `plugin::webinars.${name}.find`
);

/**
 * Sessions as Strapi's own content API serves them, with its own controller, service and route: the same rows that the
 * product reads. Before Strapi is loaded.
 */
export const addOwnContentApi = async (strapi) => {
  const { factories } = require('@strapi/strapi');
  strapi.get('controllers').set(SESSION, factories.createCoreController(SESSION));
  strapi.get('services').set(SESSION, factories.createCoreService(SESSION));
  strapi.get('apis').add('own-session', {
    routes: {
      'own-session': {
        type: 'content-api',
        routes: [
          {
            method: 'GET',
            path: '/own-sessions',
            handler: READ,
            config: { auth: { scope: [READ] } },
          },
          {
            method: 'GET',
            path: '/own-sessions/:id',
            handler: READ_ONE,
            config: { auth: { scope: [READ_ONE] } },
          },
        ],
      },
    },
  });
  // Nobody could be allowed otherwise to see what has no route of its own, not even as part of something else.
  const { action } = strapi.contentAPI.permissions.providers;
  for (const uid of READ_RELATED) await action.register(uid, { uid });
};

export const allowEverybodyToRead = (strapi) =>
  allowEverybody(strapi, [READ, READ_ONE, ...READ_RELATED]);
