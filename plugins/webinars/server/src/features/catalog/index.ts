/** The slice's only door: everything that is read without a token. No other slice imports it. */
export { controller } from './controller';
export { routes } from './routes';
export { catalogOf } from './service';
