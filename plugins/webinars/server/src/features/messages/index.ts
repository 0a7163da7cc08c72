/** The slice's only door: mails to registrants, and what is on record of them. */
import type { Core } from '@strapi/strapi';
import type { JobCatalog } from '../../domain/job-catalog';
import type { JobHandlers } from '../../platform/jobs';
import { messagesOf } from './service';

export { controller } from './controller';
export { routes } from './routes';
export { messagesOf } from './service';
export type { MailRecord } from './mail-store';

/** The jobs that this slice works off. */
export const createMessageHandlers = (
  strapi: Core.Strapi
): Pick<JobHandlers<JobCatalog>, 'messages.send'> => messagesOf(strapi).handlers;
