/**
 * The application with routes to compare it with, told over IPC what to prepare and what to measure. Everything
 * that is a setting comes by the environment, as in production.
 */
import '../mail/without-nagle.mjs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { ROOT, inRoot } from '../../scripts/support/paths.mjs';
import { aRegistrant } from '../support/registrant.mjs';
import { serve } from '../support/rpc.mjs';
import { addByHandRoute } from './by-hand-route.mjs';
import { addPlainContentType, allowEverybodyToPost } from './plain-content-type.mjs';
import { fillSeats } from './fill-seats.mjs';
import { addOwnContentApi, allowEverybodyToRead } from './own-content-api.mjs';
import { createMultiplier } from './multiply-sessions.mjs';
import { createProgramme } from './programme.mjs';

const require = createRequire(inRoot('package.json'));

const BATCH = 100;
const SAMPLE_MS = 100;
const isPostgres = process.env.DATABASE_CLIENT === 'postgres';

const boot = async () => {
  process.chdir(ROOT);
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({ appDir: ROOT, distDir: inRoot('dist') });
  strapi.log.level = 'warn';
  if (process.env.BENCH_ROUTES === 'on') {
    addPlainContentType(strapi);
    addByHandRoute(strapi, { isPostgres, schema: process.env.DATABASE_SCHEMA });
    await addOwnContentApi(strapi);
  }
  await strapi.load();
  if (process.env.BENCH_ROUTES === 'on') {
    await allowEverybodyToPost(strapi);
    await allowEverybodyToRead(strapi);
  }
  strapi.server.mount();
  strapi.server.httpServer.listen(0, '127.0.0.1');
  await once(strapi.server.httpServer, 'listening');
  return strapi;
};

const strapi = await boot();
const jobs = strapi.plugin('webinars').service('jobs');
const registration = strapi.plugin('webinars').service('registration');
const catalog = strapi.plugin('webinars').service('catalog');
const multiplier = createMultiplier(strapi, { isPostgres });

let topicId = null;
const aTopic = async () => {
  if (topicId !== null) return topicId;
  const topics = strapi.documents('plugin::webinars.topic');
  const topic = await topics.create({
    data: {
      title: 'From pilot to plant: automation that pays',
      slug: 'automation-that-pays',
      description:
        'Where automation pays in a medium-sized plant, where it does not, and how to find out before the money is spent.',
      learningObjectives: [{ text: 'Rank your processes' }, { text: 'Estimate the return' }],
    },
    locale: 'en',
  });
  await topics.publish({ documentId: topic.documentId, locale: '*' });
  topicId = topic.documentId;
  return topicId;
};

const MINUTE = 60_000;
const DAY = 86_400_000;

let sessions = 0;

const clock = strapi.plugin('webinars').service('clock');
let aheadMs = 0;

/** Lets time pass for the application: its clock goes on from a later instant. */
const letPass = async ({ ms }) => {
  aheadMs += ms;
  clock.now = () => new Date(Date.now() + aheadMs);
};

const planReminders = () => jobs.runTicks(['reminders.plan-runs']);

const createSession = async ({ capacity, startsInMs = 7 * DAY }) => {
  sessions += 1;
  const session = await strapi.documents('plugin::webinars.session').create({
    data: {
      topic: await aTopic(),
      slug: `automation-${sessions}`,
      datetime: new Date(clock.now().getTime() + startsInMs).toISOString(),
      duration: 60,
      timezone: 'Europe/Vienna',
      language: 'en',
      sessionType: 'single-speaker',
      platform: 'custom',
      meetingUrl: 'https://meet.example.org/automation',
      price: 0,
      currency: 'EUR',
      state: 'published',
      capacity,
    },
  });
  return session.documentId;
};

const registerMany = async ({ sessionId, count, shouldNotify = true }) => {
  for (let done = 0; done < count; done += BATCH) {
    const registrants = Array.from({ length: Math.min(BATCH, count - done) }, () => {
      const body = aRegistrant();
      return { body: { phone: null, ...body }, language: body.language };
    });
    const input = { session: sessionId, registrants, actor: { kind: 'system' }, shouldNotify };
    const outcomes = await registration.registerMany(input, { clock });
    const refused = outcomes.find(({ kind }) => kind === 'refused');
    if (refused) throw new Error(`a registration was refused: ${refused.reason}`);
  }
};

let peak = 0;
const sample = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
let sampling;

let statements = null;
strapi.db.connection.on('query', ({ sql, __knexTxId: transaction }) =>
  statements?.push({ sql, transaction })
);

serve({
  address: async () => `http://127.0.0.1:${strapi.server.httpServer.address().port}`,
  createSession,
  createProgramme: ({ sessions: count }) => createProgramme(strapi, { count }),
  multiplySessions: ({ sessions }) => multiplier.multiply({ sessions }),
  /** Seconds to build the whole catalogue anew. */
  rebuild: async () => {
    const startedAt = performance.now();
    await catalog.rebuild();
    return (performance.now() - startedAt) / 1000;
  },
  /** Rebuilds, too, and looks whether the product writes what was copied. */
  compareCopies: async () => {
    const copied = await multiplier.sample();
    await catalog.rebuild();
    await multiplier.refuseDifference(copied);
  },
  registerMany,
  fillSeats: ({ sessionId, count }) => fillSeats(strapi, { isPostgres, sessionId, count }),

  recordStatements: async () => {
    statements = [];
  },
  /** Those of the transaction that registered: Strapi asks for things of its own now and then. */
  recordedStatements: async () => {
    const recorded = statements;
    statements = null;
    const insert = recorded.findLast(({ sql }) =>
      /insert into \S*webinars_registrations\W? /i.test(sql)
    );
    return recorded
      .filter(({ transaction }) => transaction === insert?.transaction)
      .map(({ sql }) => sql);
  },

  letPass,
  planReminders,
  /** So many looks at what is due, a minute apart; answers the mean time of one in ms. */
  planEachMinute: async ({ minutes }) => {
    let spentMs = 0;
    for (let minute = 0; minute < minutes; minute += 1) {
      await letPass({ ms: MINUTE });
      const startedAt = performance.now();
      await planReminders();
      spentMs += performance.now() - startedAt;
    }
    return spentMs / minutes;
  },
  countRows: async ({ table }) => {
    const [{ count }] = await strapi.db.getConnection(table).count({ count: '*' });
    return Number(count);
  },

  /** Works off what is due and answers what the provider was asked to send: with WEBINARS_JOBS=off only. */
  renderedMails: async () => {
    const { provider } = strapi.plugin('email');
    const { send } = provider;
    const mails = [];
    provider.send = async (options) => {
      mails.push(options);
      return send.call(provider, options);
    };
    await jobs.runDue();
    provider.send = send;
    return mails;
  },

  memory: async () => process.memoryUsage.rss(),
  work: async () => {
    peak = 0;
    sampling = setInterval(sample, SAMPLE_MS);
    await jobs.work();
  },
  peakMemory: async () => {
    sample();
    clearInterval(sampling);
    return peak;
  },
  jobCounts: () => jobs.counts(),

  stop: async () => {
    strapi.server.httpServer.closeAllConnections();
    await strapi.destroy();
  },
});
