import type { Core } from '@strapi/strapi';

/**
 * Begins something once the server takes connections. Programs that load the application for a task of their own never
 * come to that. What cannot begin ends the process, like anything else of the start.
 */
export const whenListening = (strapi: Core.Strapi, begin: () => Promise<void>): void => {
  strapi.server.httpServer.once('listening', () => {
    begin().catch((error: unknown) => strapi.stopWithError(error));
  });
};
