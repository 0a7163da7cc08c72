import { aRegistrationBody, aSession } from '../factories';
import type { AnyBody } from '../support/http';
import { expectRefusal, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const PER_MINUTE = 8;
let app: TestApp;
let session: string;

beforeAll(async () => {
  app = await startStrapi({
    env: { WEBINARS_RATE_LIMIT: String(PER_MINUTE), TRUST_PROXY: '1' },
  });
  session = (await aSession(app.strapi)).documentId;
});

afterAll(() => app.stop());

/** Registers as seen by the one proxy in front, which appends the address that it sees itself. */
const registerFrom = (forwardedFor: string, body = aRegistrationBody(), query = '') =>
  app.api.post<AnyBody>(`/api/webinars/sessions/${session}/registrations${query}`, {
    body,
    headers: { 'X-Forwarded-For': forwardedFor },
  });

const useUp = async (forwardedFor: (attempt: number) => string) => {
  for (let attempt = 1; attempt <= PER_MINUTE; attempt += 1) {
    expect(await registerFrom(forwardedFor(attempt))).toMatchObject({ status: 201 });
  }
};

describe('registrations a minute', () => {
  it('from one address are limited, with a time to come back and a sentence in both languages', async () => {
    await useUp(() => '192.0.2.1');

    const refused = await registerFrom('192.0.2.1');
    expectRefusal(refused, 429, 'rate_limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    const german = await registerFrom('192.0.2.1', aRegistrationBody(), '?locale=de');
    expect(german.body.error?.message).toMatch(/^Zu viele Versuche/);
    expect(await registerFrom('192.0.2.2')).toMatchObject({ status: 201 });
  });

  it('are not multiplied by claims further left in the header', async () => {
    await useUp((attempt) => `203.0.113.${attempt}, 192.0.2.3`);
    expectRefusal(await registerFrom('203.0.113.200, 192.0.2.3'), 429, 'rate_limited');
  });

  it('count an IPv6 subscriber once, however many addresses the subscriber owns', async () => {
    await useUp((attempt) => `2001:db8:1:2:${attempt}::1`);
    expectRefusal(await registerFrom('2001:db8:1:2:ffff::1'), 429, 'rate_limited');
    expect(await registerFrom('2001:db8:1:3::1')).toMatchObject({ status: 201 });
  });

  it('count what is refused as well', async () => {
    for (let attempt = 1; attempt <= PER_MINUTE; attempt += 1) {
      expect(await registerFrom('192.0.2.4', {})).toMatchObject({ status: 400 });
    }
    expectRefusal(await registerFrom('192.0.2.4', {}), 429, 'rate_limited');
  });
});

it('an e-mail address is tried five times an hour, however it is spelled and from wherever', async () => {
  const spellings = [
    'often@example.org',
    'OFTEN@example.org',
    ' often@example.org',
    'ｏｆｔｅｎ@example.org',
    'often@EXAMPLE.org',
  ];
  for (const [index, email] of spellings.entries()) {
    const answer = await registerFrom(`198.51.100.${index}`, aRegistrationBody({ email }));
    expect([201, 409]).toContain(answer.status);
  }
  const refused = await registerFrom(
    '198.51.100.99',
    aRegistrationBody({ email: 'Often@Example.org' })
  );
  expectRefusal(refused, 429, 'rate_limited');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
});

describe('the own calendar', () => {
  const calendarOf = async (email: string) => {
    const { token } = await registered(app, session, { email });
    await app.runJobs();
    const [mail] = await app.mails.messages(email);
    const path = /\/api\/webinars\/registrations\/feed\/\S+\.ics/.exec(mail?.text ?? '')?.[0];
    app.mails.clear();
    return { token, path: String(path) };
  };

  it('is mailed five times an hour, and whoever asks more often hears the same', async () => {
    const { token } = await calendarOf('asked@example.org');
    const answers = [];
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      const path = `/api/webinars/registrations/${token}/feed`;
      answers.push(await app.api.post(path, { body: { action: 'send' } }));
      await app.runJobs();
    }
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      Array.from({ length: 7 }, () => [202, ''])
    );
    expect(app.mails.received).toHaveLength(5);
  });

  it('is handed out so many times a minute', async () => {
    const { path } = await calendarOf('polled@example.org');
    for (let attempt = 1; attempt <= PER_MINUTE; attempt += 1) {
      expect(await app.api.get(path)).toMatchObject({ status: 200 });
    }
    expectRefusal(await app.api.get(path), 429, 'rate_limited');
  });
});
