/** The slice's only door: what operators, administrators and integrators ask the system about itself and about people. */
export { controller } from './controller';
export { explainController } from './explain-controller';
export { explainRoutes } from './explain-routes';
export { jobsController } from './jobs-controller';
export { jobsRoutes } from './jobs-routes';
export { privacyController } from './privacy-controller';
export { privacyRoutes } from './privacy-routes';
export { rehearsalController } from './rehearsal-controller';
export { rehearsalRoutes } from './rehearsal-routes';
export { routes } from './routes';
export { service } from './service';
