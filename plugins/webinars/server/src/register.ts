import type { Core } from '@strapi/strapi';
import { keepsAnswers } from './answer-cache';
import { registerComponents } from './content-types';
import { sentenceOfConstraint } from './content-types/constraint-sentences';
import { guardContentManager } from './content-manager-requests';
import { configOf, clockOf, drainOf, jobsOf, transactionOf } from './container';
import { onEditorWrite } from './editor-refusal';
import { bootOneAfterTheOther } from './platform/boot-lock';
import { claimBeforeListening } from './platform/single-process';
import { changeMiddlewares, putBehind } from './platform/http/middlewares';
import { guardLanguages } from './language-requests';
import { replaceAccessLog } from './platform/http/access-log';
import { surviveLostDatabase } from './platform/survive-lost-database';
import { catalogOf } from './features/catalog';
import { templateWrites } from './features/messages';
import { registrationOf } from './features/registration';
import {
  loggedWrites,
  scheduleWrites,
  sessionWrites,
  speakerWrites,
  topicWrites,
} from './features/sessions';

export const register = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  surviveLostDatabase(strapi).begin();
  await bootOneAfterTheOther(strapi);
  claimBeforeListening(strapi);
  registerComponents(strapi);
  drainOf(strapi);
  replaceAccessLog(strapi, 'plugin::webinars.access-log');
  if (keepsAnswers(strapi)) {
    putBehind(strapi, 'plugin::webinars.access-log', 'plugin::webinars.kept-answers');
  }
  if (configOf(strapi).metricsToken !== undefined) {
    changeMiddlewares(strapi, (others) => ['plugin::webinars.measure-requests', ...others]);
  }
  if (configOf(strapi).publicApi === 'token') requireApiToken(strapi);
  keepRulesInContentManager(strapi);
  guardContentManager(strapi);
  guardLanguages(strapi);
};

/** Without `auth: false`, Strapi asks for a token that may use the route. That of the metrics is none of Strapi's. */
const requireApiToken = (strapi: Core.Strapi) => {
  for (const router of Object.values(strapi.plugin('webinars').routes)) {
    if (Array.isArray(router)) continue;
    for (const route of router.routes) {
      if (route.handler !== 'operations.showMetrics') delete route.config?.auth;
    }
  }
};

/** Whoever writes through the document service, the admin above all, obeys the rules of the use-cases. */
const keepRulesInContentManager = (strapi: Core.Strapi) => {
  const deps = {
    strapi,
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
  };
  const { seatWrites, registrationWrites } = registrationOf(strapi).documentMiddlewares;
  const catalog = catalogOf(strapi).documentMiddlewares;
  const wrap = [
    // The first is the outermost: it locks the session's seats before anything is looked at.
    ['plugin::webinars.session', seatWrites],
    ['plugin::webinars.session', catalog.session],
    ['plugin::webinars.session', scheduleWrites],
    ['plugin::webinars.session', sessionWrites(deps)],
    ['plugin::webinars.registration', registrationWrites],
    ...SHOWN.map((name) => [`plugin::webinars.${name}`, catalog.shown] as const),
    ['plugin::webinars.topic', topicWrites(deps)],
    ['plugin::webinars.speaker', speakerWrites(deps)],
    ['plugin::webinars.program-settings', scheduleWrites],
    ['plugin::webinars.program-settings', loggedWrites(deps, 'program-settings')],
    ['plugin::webinars.mail-template', templateWrites(deps)],
    ['plugin::webinars.mail-template', loggedWrites(deps, 'mail-template')],
    ['plugin::webinars.category', loggedWrites(deps, 'category')],
    ['plugin::webinars.tag', loggedWrites(deps, 'tag')],
    ['plugin::webinars.industry', loggedWrites(deps, 'industry')],
  ] as const;
  for (const [uid, middleware] of wrap) {
    onEditorWrite(strapi, uid, middleware, sentenceOfConstraint);
  }
};

/** What sessions are shown with. */
const SHOWN = ['topic', 'speaker', 'category', 'tag', 'industry', 'program-settings'];
