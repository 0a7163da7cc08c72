/** The slice's only door: everything that is read without a token. Nothing imports it but the plugin's index. */
export { controller } from './controller';
export { routes } from './routes';
