import type { Core } from '@strapi/strapi';
import { PUBLIC_ROUTES } from '../../shared/api';
import { clockOf, configOf, transactionOf } from './container';
import { createChangeLog } from './platform/change-log';
import { onDocumentWrite } from './platform/document-middleware';
import { createAnswerCache } from './platform/http/answer-cache';
import { oncePerStrapi } from './platform/once-per-strapi';

/** Seats change by the second: no figure of theirs is ever older than this. */
const OLDEST_MS = 5000;
const FRESH_MS = 4000;
const MOST_BYTES = 48 * 1024 * 1024;

/** What the catalogue shows. Registrations are not among it: seats may lag behind for seconds. */
const SHOWN = ['session', 'topic', 'speaker', 'category', 'tag', 'industry', 'program-settings'];

/** Where the API is for holders of tokens, every request is theirs alone. */
export const keepsAnswers = (strapi: Core.Strapi): boolean => {
  const { answerCache, publicApi } = configOf(strapi);
  return answerCache === 'on' && publicApi === 'open';
};

const cacheOf = oncePerStrapi((strapi) =>
  createAnswerCache({
    isMeant: isKeptRoute(strapi),
    freshMs: FRESH_MS,
    oldestMs: OLDEST_MS,
    maxBytes: MOST_BYTES,
  })
);

const changesOf = oncePerStrapi((strapi) =>
  createChangeLog({
    strapi,
    table: 'webinars_catalogue_changes',
    onChange: () => cacheOf(strapi).purge(),
  })
);

/** Public reads from memory, before anything of Strapi's own is asked. */
export const keptAnswers = (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  cacheOf(strapi).middleware;

/** Looks out for changes that others make: another instance, or a command beside the server. */
export const watchCatalogue = async (strapi: Core.Strapi): Promise<void> => {
  await pruneCatalogueChanges(strapi);
  if (keepsAnswers(strapi)) await changesOf(strapi).watch();
};

export const unwatchCatalogue = (strapi: Core.Strapi): Promise<void> => changesOf(strapi).stop();

export const pruneCatalogueChanges = (strapi: Core.Strapi): Promise<void> =>
  changesOf(strapi).prune(transactionOf(strapi), clockOf(strapi).now());

/** Whatever an editor, a script or a command changes about what is shown is marked, in the same transaction. */
export const markCatalogueChanges = (strapi: Core.Strapi): void => {
  const marked = <Result>(write: () => Promise<Result>) =>
    transactionOf(strapi)(async (tx) => {
      const result = await write();
      await changesOf(strapi).mark(tx, clockOf(strapi).now());
      return result;
    });
  for (const name of SHOWN) {
    onDocumentWrite(strapi, `plugin::webinars.${name}`, (_write, next) => marked(next));
  }
  const onFile = () => marked(() => Promise.resolve());
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    afterUpdate: onFile,
    afterUpdateMany: onFile,
    afterDelete: onFile,
    afterDeleteMany: onFile,
  });
};

const isKeptRoute = (strapi: Core.Strapi) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const patterns = PUBLIC_ROUTES.filter(({ isCached }) => isCached).map(({ path }) =>
    path.replaceAll('.', '\\.').replace(/:[a-z]+/gi, '[^/]+')
  );
  const known = new RegExp(`^${prefix}/webinars(?:${patterns.join('|')})$`);
  return (path: string) => known.test(path);
};
