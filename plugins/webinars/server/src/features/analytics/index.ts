/** The slice's only door: what visitors do, counted without knowing them. */
export { controller } from './controller';
export { routes } from './routes';
export { analyticsOf, service } from './service';
