import type { Core } from '@strapi/strapi';
import { PUBLIC_ROUTES } from '../../shared/api';
import { configOf } from './container';
import { catalogOf } from './features/catalog';
import { createAnswerCache } from './platform/http/answer-cache';
import { oncePerStrapi } from './platform/once-per-strapi';
import { createVersionWatch } from './platform/version-watch';

/** Seats change by the second: no figure of theirs is ever older than this. */
const OLDEST_MS = 5000;
const FRESH_MS = 4000;
const MOST_BYTES = 48 * 1024 * 1024;

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

const watchOf = oncePerStrapi((strapi) =>
  createVersionWatch({
    version: () => catalogOf(strapi).version(),
    onChange: () => cacheOf(strapi).purge(),
    onError: (error) =>
      strapi.log.warn(`[webinars] whether the catalogue has changed is unknown: ${String(error)}`),
  })
);

/** Public reads from memory, before anything of Strapi's own is asked. */
export const keptAnswers = (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  cacheOf(strapi).middleware;

/** Changes of this process take effect with their commit; those of an instance or a command beside it within a second. */
export const watchCatalogue = async (strapi: Core.Strapi): Promise<void> => {
  if (!keepsAnswers(strapi)) return;
  catalogOf(strapi).whenChanged(() => cacheOf(strapi).purge());
  await watchOf(strapi).begin();
};

export const unwatchCatalogue = (strapi: Core.Strapi): Promise<void> => watchOf(strapi).stop();

const isKeptRoute = (strapi: Core.Strapi) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const patterns = PUBLIC_ROUTES.filter(({ isCached }) => isCached).map(({ path }) =>
    path.replaceAll('.', '\\.').replace(/:[a-z]+/gi, '[^/]+')
  );
  const known = new RegExp(`^${prefix}/webinars(?:${patterns.join('|')})$`);
  return (path: string) => known.test(path);
};
