import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../plugins/webinars/shared/errors';
import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession } from '../factories';
import type { Answer } from '../support/http';
import { makeRetriesDue } from '../support/due-jobs';
import { cancel, expectRefusal, register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const API = '/api/webinars';
const TOKEN = 'a-token-of-the-metrics';

let app: TestApp;
/** What an application answers that was given no token: one at a time in a process. */
const answersWithoutToken: Answer[] = [];

beforeAll(async () => {
  app = await startStrapi();
  for (const authorization of [undefined, `Bearer ${TOKEN}`, 'Bearer undefined', 'Bearer ']) {
    answersWithoutToken.push(await ask(authorization));
  }
  await app.stop();
  app = await startStrapi({ env: { WEBINARS_METRICS_TOKEN: TOKEN } });
});

afterAll(() => app.stop());

const ask = (authorization?: string, query = '') =>
  app.api.get(`${API}/metrics${query}`, {
    headers: authorization === undefined ? {} : { Authorization: authorization },
  });

let minutes = 0;

/** The figures by their names and labels, as Prometheus reads them. The queue is asked once a second: as if later. */
const scrape = async (): Promise<Map<string, number>> => {
  minutes += 1;
  const later = performance.now() + minutes * 60_000;
  const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
  const { status, text } = await ask(`Bearer ${TOKEN}`);
  clock.mockRestore();
  expect(status).toBe(200);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line): [string, number] => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    })
  );
};

/** What the work changes about a figure. */
const change = async (name: string, work: () => Promise<unknown>) => {
  const before = await scrape();
  await work();
  return ((await scrape()).get(name) ?? 0) - (before.get(name) ?? 0);
};

const valuesOf = (figures: ReadonlyMap<string, number>, metric: string, label: string) => {
  const pattern = new RegExp(`^${metric}\\{.*\\b${label}="([^"]*)"`);
  return new Set([...figures.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? []));
};

describe('the metrics', () => {
  it('are not there unless they have a token, whatever is asked with', () => {
    expect(answersWithoutToken).toHaveLength(4);
    for (const answer of answersWithoutToken) expectRefusal(answer, 404, 'metrics_off');
  });

  it('are in the format of Prometheus, and never cached', async () => {
    const { status, headers, text } = await ask(`Bearer ${TOKEN}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('# TYPE webinars_registrations_total counter');
    expect(text).toContain('# TYPE webinars_http_request_duration_seconds histogram');
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Basic ${Buffer.from(`metrics:${TOKEN}`).toString('base64')}`,
    TOKEN,
  ])('are for nobody who says %j', async (authorization) => {
    const answer = await ask(authorization);
    expectRefusal(answer, 401, 'unauthorized');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.text).not.toContain('webinars_');
  });

  it('are not opened by an address, and refused in the language of the caller', async () => {
    expect((await ask(undefined, `?token=${TOKEN}`)).status).toBe(400);
    const german = await ask(undefined, '?locale=de');
    expect(german.body.error?.message).toBe(REQUEST_ERRORS.unauthorized.message.de);
  });
});

describe('registrations', () => {
  const outcome = (name: string) => `webinars_registrations_total{outcome="${name}"}`;

  it('are counted by what became of them', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const full = await aSession(app.strapi, { capacity: 0, allowWaitlist: false });
    const email = 'twice@example.org';

    expect(await change(outcome('confirmed'), () => register(app, documentId, { email }))).toBe(1);
    expect(await change(outcome('waitlisted'), () => register(app, documentId))).toBe(1);
    expect(await change(outcome('refused'), () => register(app, documentId, { email }))).toBe(1);
    expect(await change(outcome('refused'), () => register(app, full.documentId))).toBe(1);
  });

  it('count once each, although many share a transaction', async () => {
    const { documentId } = await aSession(app.strapi);
    const crowd = () => Promise.all(Array.from({ length: 20 }, () => register(app, documentId)));
    expect(await change(outcome('confirmed'), crowd)).toBe(20);
  });

  it('that are taken back with their transaction do not count', async () => {
    const { documentId } = await aSession(app.strapi);
    const rolledBack = () =>
      app.strapi.db
        .transaction(async () => {
          await app.strapi
            .plugin('webinars')
            .service('registration')
            .registerMany(
              {
                session: documentId,
                registrants: [
                  { body: registrationBody.parse(aRegistrationBody()), language: 'en' },
                ],
                actor: { kind: 'system' },
              },
              { clock: { now: () => new Date() } }
            );
          throw new Error('on second thoughts');
        })
        .catch((error: Error) => expect(error.message).toBe('on second thoughts'));
    expect(await change(outcome('confirmed'), rolledBack)).toBe(0);
  });
});

describe('refusals', () => {
  it.each([
    ['session_not_found', () => register(app, 'no-such-session')],
    ['token_invalid', () => cancel(app, 'nothing')],
    ['validation_failed', () => app.api.get(`${API}/sessions?page=x`)],
    ['unauthorized', () => ask('Bearer wrong')],
    ['body_unreadable', () => app.api.post(`${API}/sessions/a/registrations`, { rawBody: '{' })],
    [
      'body_too_large',
      () => app.api.post(`${API}/sessions/a/registrations`, { body: { a: 'x'.repeat(300_000) } }),
    ],
  ])('are counted as %s', async (code, refused) => {
    expect(await change(`webinars_refusals_total{code="${code}"}`, refused)).toBe(1);
  });
});

describe('requests', () => {
  const NAME = 'webinars_http_request_duration_seconds';

  it('are measured by the pattern of their route, their method and the class of their status', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const labels = `{method="GET",route="${API}/registrations/:token",status="2xx"}`;
    const looks = async () => {
      await app.api.get(`${API}/registrations/${token}`);
      await app.api.get(`/API/Webinars/registrations/${token}`);
    };
    expect(await change(`${NAME}_count${labels}`, looks)).toBe(2);
    expect(await change(`${NAME}_sum${labels}`, looks)).toBeGreaterThanOrEqual(0);
  });

  it('to the routes of the admin are measured, those to other people’s are not', async () => {
    const labels = '{method="GET",route="/webinars/activities",status="4xx"}';
    expect(await change(`${NAME}_count${labels}`, () => app.api.get('/webinars/activities'))).toBe(
      1
    );
    await app.api.get('/admin/init');
    await app.api.get('/api/users/me');
    const routes = valuesOf(await scrape(), `${NAME}_count`, 'route');
    expect([...routes].filter((route) => /admin|users/.test(route))).toEqual([]);
  });
});

describe('mails', () => {
  const result = (name: string) => `webinars_mails_total{result="${name}"}`;

  it('are counted by what became of each attempt', async () => {
    const { documentId } = await aSession(app.strapi);
    await app.runJobs();
    const sendsOne = async () => {
      await registered(app, documentId);
      await app.runJobs();
    };

    expect(await change(result('sent'), sendsOne)).toBe(1);
    app.mails.failNext(1, 550);
    expect(await change(result('refused'), sendsOne)).toBe(1);
    app.mails.failNext(1, 451);
    expect(await change(result('put_off'), sendsOne)).toBe(1);
    await makeRetriesDue(app);
    expect(await change(result('sent'), () => app.runJobs())).toBe(1);
  });

  it('are counted as skipped once they make no sense any more', async () => {
    const { documentId } = await aSession(app.strapi);
    const cancelsAtOnce = async () => {
      const { token } = await registered(app, documentId);
      await cancel(app, token);
      await app.runJobs();
    };
    expect(await change(result('skipped'), cancelsAtOnce)).toBe(1);
  });
});

it('the queue is as it is at the moment of asking', async () => {
  const { documentId } = await aSession(app.strapi);
  await app.runJobs();
  const waiting = 'webinars_jobs{type="messages.send",state="waiting"}';
  const idle = (await scrape()).get(waiting) ?? NaN;
  expect(await change(waiting, () => register(app, documentId))).toBe(1);
  await app.runJobs();
  expect((await scrape()).get(waiting)).toBe(idle);
});

describe('labels', () => {
  it('do not grow with what visitors make up, and hold nothing of it', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'a-slug-to-look-for' });
    const { token, reference } = await registered(app, documentId, {
      email: 'label@example.org',
      firstName: 'Labelina',
    });
    const before = await scrape();
    for (let index = 0; index < 30; index += 1) {
      await app.api.get(`${API}/made-up-${index}/${token}`);
      await app.api.get(`${API}/sessions/made-up-${index}`);
      await app.api.get(`${API}/registrations/${token}${index}?made-up-${index}=1`);
      await app.api.post(`${API}/sessions/made-up-${index}/registrations`, { rawBody: '{' });
      await fetch(`${app.baseUrl}${API}/sessions`, { method: `X${'Y'.repeat(index)}` }).catch(
        () => undefined
      );
    }
    for (const method of ['PROPFIND', 'PURGE', 'SEARCH', 'PUT', 'DELETE']) {
      await fetch(`${app.baseUrl}${API}/sessions`, { method });
    }
    const after = await scrape();

    const routes = valuesOf(after, 'webinars_http_request_duration_seconds_count', 'route');
    const known = PUBLIC_ROUTES.map(({ path }) => `${API}${path}`);
    const unknown = [...routes].filter((route) => !known.includes(route));
    expect(unknown.toSorted()).toEqual(['/webinars/activities', 'none']);
    const codes = valuesOf(after, 'webinars_refusals_total', 'code');
    expect([...codes].toSorted()).toEqual(
      Object.keys({ ...PUBLIC_ERRORS, ...REQUEST_ERRORS }).toSorted()
    );
    // Thirty of each kind: at most a few new combinations of method, route and status, of 14 series each.
    expect(after.size - before.size).toBeLessThan(10 * 14);

    const everything = [...after.keys()].join('\n');
    expect(everything).not.toMatch(/made-up|label@|labelina|slug-to-look-for/i);
    for (const secret of [...token.split('.'), reference, documentId, TOKEN]) {
      expect(everything).not.toContain(secret);
    }
  });
});

/** Last of all: nothing works any more afterwards. */
it('the rest is told while the database is away', async () => {
  await app.strapi.db.connection.destroy();
  await app.strapi.plugin('webinars').service('jobs').stop();
  const figures = await scrape();
  expect(valuesOf(figures, 'webinars_jobs', 'state')).toEqual(new Set());
  expect(figures.get('webinars_mails_total{result="sent"}')).toBeGreaterThan(0);
});
