import type { Core } from '@strapi/strapi';
import { keptAnswers } from './answer-cache';
import { config } from './config';
import { bootstrap } from './bootstrap';
import { contentManagerRequests } from './content-manager-requests';
import { contentTypes } from './content-types';
import { clockOf, jobsOf } from './container';
import { destroy } from './destroy';
import * as analytics from './features/analytics';
import * as catalog from './features/catalog';
import * as messages from './features/messages';
import * as operations from './features/operations';
import * as registration from './features/registration';
import { measureOwnRequests } from './meters/measure-own-requests';
import { languageRequests } from './language-requests';
import { accessLog } from './platform/http/access-log';
import { register } from './register';

/** The plugin on one screen. Strapi accepts exactly these keys. */
export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers: {
    analytics: analytics.controller,
    catalog: catalog.controller,
    messages: messages.controller,
    announcement: messages.announcementController,
    feed: messages.feedController,
    preferences: messages.preferencesController,
    suppression: messages.suppressionController,
    mails: messages.templateController,
    operations: operations.controller,
    registration: registration.controller,
    drafts: registration.draftsController,
    join: registration.joinController,
    feedback: registration.feedbackController,
    editing: registration.editingController,
    privacy: operations.privacyController,
    jobs: operations.jobsController,
    explain: operations.explainController,
    rehearsal: operations.rehearsalController,
  },
  routes: {
    'content-api': {
      type: 'content-api',
      routes: [
        ...catalog.routes,
        ...registration.routes,
        ...registration.draftsRoutes,
        ...registration.joinRoutes,
        ...registration.feedbackRoutes,
        ...messages.routes,
        ...messages.feedRoutes,
        ...messages.preferencesRoutes,
        ...analytics.routes,
        ...operations.routes,
      ],
    },
    admin: {
      type: 'admin',
      routes: [
        ...registration.editingRoutes,
        ...messages.suppressionRoutes,
        ...messages.announcementRoutes,
        ...messages.templateRoutes,
        ...operations.privacyRoutes,
        ...operations.jobsRoutes,
        ...operations.explainRoutes,
        ...operations.rehearsalRoutes,
      ],
    },
  },
  services: {
    clock: ({ strapi }: { strapi: Core.Strapi }) => clockOf(strapi),
    jobs: ({ strapi }: { strapi: Core.Strapi }) => jobsOf(strapi),
    catalog: ({ strapi }: { strapi: Core.Strapi }) => catalog.catalogOf(strapi),
    registration: registration.service,
    analytics: analytics.service,
    operations: operations.service,
  },
  policies: {},
  middlewares: {
    'access-log': accessLog,
    'measure-requests': measureOwnRequests,
    'kept-answers': keptAnswers,
    'content-manager-requests': contentManagerRequests,
    'language-requests': languageRequests,
  },
};
