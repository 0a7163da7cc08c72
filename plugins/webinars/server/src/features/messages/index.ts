/** The slice's only door: mails to registrants, and what is on record of them. */
export { controller } from './controller';
export { routes } from './routes';
export { messagesOf } from './service';
