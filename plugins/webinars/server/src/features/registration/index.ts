/** The slice's only door: seats, and everything by which they change hands. */
export { controller } from './controller';
export { draftsController } from './drafts/controller';
export { draftsRoutes } from './drafts/routes';
export { draftsOf } from './drafts/service';
export { editingController } from './editing-controller';
export { editingRoutes } from './editing-routes';
export { routes } from './routes';
export { registrationOf, service } from './service';
