import { CATALOGUE_ROUTES } from './catalogue-routes';
import { OPERATIONS_ROUTES } from './operations-routes';
import { PAGE_ROUTES } from './page-routes';
import { REGISTRATION_ROUTES } from './registration-routes';
import type { PublicRoute } from './route';

export * from './queries';
export type { Answer, PublicRoute, RefusalCode } from './route';
export { ANSWERS, BODIES, PAGE_ACTIONS, type AnswerName } from './shapes';

/** The public contract, route by route. The OpenAPI document is made of it, and tests hold the routes against it. */
export const PUBLIC_ROUTES: readonly PublicRoute[] = [
  ...CATALOGUE_ROUTES,
  ...REGISTRATION_ROUTES,
  ...PAGE_ROUTES,
  ...OPERATIONS_ROUTES,
];
