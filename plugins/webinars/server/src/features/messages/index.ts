/** The slice's only door: mails to registrants, and what is on record of them. */
export { announcementController } from './announcements/controller';
export { announcementRoutes } from './announcements/routes';
export { feedController } from './feed/controller';
export { feedRoutes } from './feed/routes';
export { controller } from './controller';
export { preferencesController } from './preferences/controller';
export { preferencesRoutes } from './preferences/routes';
export { suppressionController } from './suppression/controller';
export { suppressionRoutes } from './suppression/routes';
export { routes } from './routes';
export { messagesOf } from './service';
export { preferencesOf } from './preferences/service';
export { suppressionsOf } from './suppression/service';
export { templateController } from './templates/controller';
export { templateRoutes } from './templates/routes';
export { templateWrites } from './templates/template-writes';
