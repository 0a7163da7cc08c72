import type { Core } from '@strapi/strapi';
export const createMessageHandlers = (_strapi: Core.Strapi) => ({
  'messages.send': async () => {},
});
