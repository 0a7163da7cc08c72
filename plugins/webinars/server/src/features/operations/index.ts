/** The slice's only door: what operators and integrators ask the system about itself. */
export { controller } from './controller';
export { routes } from './routes';
