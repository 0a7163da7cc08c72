/** The slice's only door: seats, and everything by which they change hands. */
export { WAS_MISSED, WAS_THERE } from './attendance-conditions';
export { controller } from './controller';
export { draftsController } from './drafts/controller';
export { draftsRoutes } from './drafts/routes';
export { draftsOf } from './drafts/service';
export { editingController } from './editing-controller';
export { editingRoutes } from './editing-routes';
export { feedbackController } from './feedback/controller';
export { feedbackRoutes } from './feedback/routes';
export { joinController } from './join/controller';
export { joinRoutes } from './join/routes';
export { showInvalidPage, unlessRefused } from './invalid-page';
export { frame, pageTemplate } from './page-frame';
export { pageHeaders } from './page-headers';
export { framed } from './page-markup';
export type { PageProgram } from './page-program';
export { routes } from './routes';
export { registrationOf, service } from './service';
