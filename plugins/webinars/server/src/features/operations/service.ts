import type { Core } from '@strapi/strapi';
import { normalizeEmail } from '../../../../shared/email-address';
import type { Health } from '../../../../shared/health';
import { clockOf, configOf, jobsOf, publicAddressOf, transactionOf } from '../../container';
import { metersOf } from '../../meters/meters';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import type { QueueState } from '../../platform/jobs';
import { shortMemory } from '../../platform/short-memory';
import { messagesOf, preferencesOf, suppressionsOf } from '../messages';
import { draftsOf, registrationOf } from '../registration';
import { remindersOf } from '../reminders';
import { readApiPage } from './api-page';
import { describeApi } from './describe-api';
import { erasePerson } from './erase-person';
import { explainMails } from './explain-mails';
import { exportPerson } from './export-person';
import { listActivities } from './list-activities';
import {
  discardDeadJobs,
  listDeadJobs,
  listQueues,
  pauseQueue,
  resumeQueue,
  retryDeadJobs,
  type JobPorts,
} from './manage-jobs';
import { createOperationsStore } from './operations-store';
import { loadCast } from './load-cast';
import { readHealth } from './read-health';
import { readMetrics } from './read-metrics';
import { rehearseSession } from './rehearse-session';

const MINUTE = 60_000;
const RECENT_MINUTES = 60;
const PATIENCE_MS = 3000;

/** However often somebody asks, the database hears of it once a second. */
const OLDEST_SECONDS = 1;

const createService = (strapi: Core.Strapi) => {
  const store = createOperationsStore(strapi);
  const clock = clockOf(strapi);
  const recently = () => new Date(clock.now().getTime() - RECENT_MINUTES * MINUTE);
  const read = readHealth(
    {
      pingDatabase: () => store.pingDatabase(),
      countJobs: () => jobsOf(strapi).counts(),
      latestMailOutcomes: () => store.latestMailOutcomes(recently()),
    },
    { patienceMs: PATIENCE_MS, warn: (message) => strapi.log.warn(message) }
  );
  const remembered = shortMemory<Health>({ seconds: OLDEST_SECONDS, most: 1 });
  const rememberedQueues = shortMemory<QueueState[]>({ seconds: OLDEST_SECONDS, most: 1 });
  const meters = metersOf(strapi);
  const jobPorts: JobPorts = { transaction: transactionOf(strapi), clock, jobs: jobsOf(strapi) };
  let description: object | null = null;

  return {
    health: (): Promise<Health> => remembered('health', read),

    /** Everything that is counted, in Prometheus' text format. Throws `MetricsOff` and `Unauthorized`. */
    metrics: readMetrics({
      token: configOf(strapi).metricsToken ?? null,
      meters,
      queues: () => rememberedQueues('queues', () => jobsOf(strapi).queues()),
      patienceMs: PATIENCE_MS,
      warn: (message) => strapi.log.warn(message),
    }),
    metricsType: meters.contentType,

    /** The OpenAPI document of the public routes. */
    describeApi(): object {
      description ??= describeApi({
        serverUrl: `${publicAddressOf(strapi).url}${strapi.config.get<string>('api.rest.prefix', '/api')}/webinars`,
        isClosed: configOf(strapi).publicApi === 'token',
      });
      return description;
    },

    apiPage: readApiPage(),

    /** The form in which registrations know an address; null for what is none. */
    emailKeyOf: normalizeEmail,

    erasePerson: erasePerson({
      transaction: transactionOf(strapi),
      clock,
      jobs: jobsOf(strapi),
      registration: registrationOf(strapi),
      messages: messagesOf(strapi),
      countActivities: store.countActivities,
      countOthers: store.countOthers,
    }),

    exportPerson: exportPerson({
      exportRegistrations: registrationOf(strapi).exportPerson,
      exportDrafts: draftsOf(strapi).exportPerson,
      mailsOf: messagesOf(strapi).mailsOf,
      feedAbout: messagesOf(strapi).feedAbout,
      optOutsOf: preferencesOf(strapi).exportPerson,
      suppressionsOf: suppressionsOf(strapi).exportPerson,
      activitiesOf: store.activitiesOf,
    }),

    /** What a registrant was written, and what not. Throws `registration_not_found`. */
    explainMails: explainMails({
      recordsOf: messagesOf(strapi).recordsOf,
      explainRegistration: remindersOf(strapi).explainRegistration,
    }),
    /** What a session tells when. Throws `session_not_found`. */
    explainMessages: remindersOf(strapi).explainSession,

    /** What happens to a session by itself, without its happening. Throws `session_not_found`. */
    rehearse: rehearseSession({
      seats: registrationOf(strapi).rehearse,
      reminders: remindersOf(strapi),
      mails: messagesOf(strapi).rehearse,
      loadCast: loadCast(strapi),
    }),

    listActivities: listActivities(store),

    listQueues: listQueues(jobPorts),
    listDeadJobs: listDeadJobs(jobPorts),
    retryDeadJobs: retryDeadJobs(jobPorts),
    discardDeadJobs: discardDeadJobs(jobPorts),
    pauseQueue: pauseQueue(jobPorts),
    resumeQueue: resumeQueue(jobPorts),
  };
};

export const operationsOf = oncePerStrapi(createService);

/** The slice as a Strapi service, for commands: `strapi.plugin('webinars').service('operations')`. */
export const service = ({ strapi }: { strapi: Core.Strapi }) => operationsOf(strapi);
