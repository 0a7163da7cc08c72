/** The slice's only door: seats, and everything by which they change hands. */
export { controller } from './controller';
export { routes } from './routes';
export { registrationOf, service } from './service';
