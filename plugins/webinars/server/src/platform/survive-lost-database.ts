import type { Core } from '@strapi/strapi';
import { isDatabaseBusy } from './database-busy';
import { oncePerStrapi } from './once-per-strapi';

/**
 * After a commit Strapi reads the document once more, for its events, and waits for nothing. When the database goes away
 * at that moment nobody catches the error, and Node would end the process with everything that it is answering. Such an
 * error is logged; any other that nobody catches ends the process as ever.
 */
export const surviveLostDatabase = oncePerStrapi((strapi: Core.Strapi) => {
  const onRejection = (error: unknown) => {
    if (!isDatabaseBusy(error)) throw error;
    strapi.log.error('[webinars] the database went away while Strapi read what had been saved');
  };
  return {
    begin: () => process.on('unhandledRejection', onRejection),
    end: () => process.off('unhandledRejection', onRejection),
  };
});
