import { createWebinarsClient, WebinarsError } from 'strapi-plugin-webinars-client';

const BASE = 'https://cms.example.org/api/webinars';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(
    status,
    { data: null, error: { status, name: 'Error', message: 'No.', details: { code } } },
    headers
  );

const AVAILABLE = { data: { seatsLeft: 1 }, meta: { locale: 'en' } };

const PERSON = {
  firstName: 'Ada',
  lastName: 'Muster',
  email: 'ada@example.org',
  company: 'Example Ltd',
  termsAccepted: true,
  privacyConsent: true,
} as const;

type Answer = (request: Request) => Response | Promise<Response>;

/** A client whose requests are answered one after the other, and noted with their bodies. */
const clientOf = (
  answers: readonly Answer[],
  options: Partial<Parameters<typeof createWebinarsClient>[0]> = {}
) => {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const client = createWebinarsClient({
    baseUrl: `${BASE}/`,
    ...options,
    fetch: async (request) => {
      const answer = answers[requests.length] ?? answers.at(-1);
      requests.push(request);
      bodies.push(await request.clone().text());
      if (answer === undefined) throw new Error('nothing to answer');
      return answer(request);
    },
  });
  return { ...client, requests, bodies };
};

const thrownBy = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => error
  );

describe('a server that is busy', () => {
  it.each([429, 503])('is asked again after as long as it says: %d', async (status) => {
    const { sessions, requests } = clientOf([
      () => refusal(status, 'busy', { 'Retry-After': '1' }),
      () => json(200, AVAILABLE),
    ]);
    const begun = performance.now();
    expect(await sessions.availability('x')).toEqual({ seatsLeft: 1 });
    expect(performance.now() - begun).toBeGreaterThan(990);
    expect(requests).toHaveLength(2);
  });

  it('is asked with the same body and key, so that it does the thing once', async () => {
    const { registrations, requests, bodies } = clientOf([
      () => refusal(503, 'busy', { 'Retry-After': '0' }),
      () => json(201, { data: { token: 'a.b' }, meta: { locale: 'en' } }),
    ]);
    expect(await registrations.create('x', PERSON)).toEqual({ token: 'a.b' });
    const [first, second] = requests.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(bodies.map((body) => JSON.parse(body))).toEqual([PERSON, PERSON]);
  });

  it('is left alone after so many tries, or when it asks for too much patience', async () => {
    const stubborn = clientOf([() => refusal(503, 'busy', { 'Retry-After': '0' })], { retries: 3 });
    expect(await thrownBy(stubborn.sessions.list())).toMatchObject({ code: 'busy', status: 503 });
    expect(stubborn.requests).toHaveLength(4);

    const slow = clientOf([() => refusal(429, 'rate_limited', { 'Retry-After': '3600' })]);
    expect(await thrownBy(slow.sessions.list())).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 3600,
    });
    expect(slow.requests).toHaveLength(1);
  });

  it('is asked no more by whoever has given up', async () => {
    const { sessions, requests } = clientOf([
      () => refusal(503, 'busy', { 'Retry-After': '9' }),
      () => json(200, AVAILABLE),
    ]);
    const control = new AbortController();
    const asked = thrownBy(sessions.availability('x', { signal: control.signal }));
    setTimeout(() => control.abort(new Error('gone')), 50);
    expect(await asked).toMatchObject({ message: 'gone' });
    expect(requests).toHaveLength(1);
  });
});

describe('a server that cannot be reached', () => {
  it('is tried again', async () => {
    const { sessions, requests } = clientOf([
      () => Promise.reject(new TypeError('fetch failed')),
      () => json(200, AVAILABLE),
    ]);
    expect(await sessions.availability('x')).toEqual({ seatsLeft: 1 });
    expect(requests).toHaveLength(2);
  });

  it('is what the caller hears in the end', async () => {
    const { sessions } = clientOf([() => Promise.reject(new TypeError('fetch failed'))], {
      retries: 0,
    });
    expect(await thrownBy(sessions.list())).toEqual(new TypeError('fetch failed'));
  });
});

describe('what is refused', () => {
  it('is an error with a code, a status, the sentence and the fields', async () => {
    const errors = [{ path: ['email'], message: 'Please enter one.', code: 'required' }];
    const { registrations } = clientOf([
      () =>
        json(400, {
          data: null,
          error: {
            status: 400,
            name: 'ValidationError',
            message: 'Please check the marked fields.',
            details: { code: 'validation_failed', errors },
          },
        }),
    ]);
    const error = await thrownBy(registrations.create('x', PERSON));
    if (!(error instanceof WebinarsError)) throw new Error('no WebinarsError');
    expect(error).toMatchObject({
      name: 'WebinarsError',
      message: 'Please check the marked fields.',
      code: 'validation_failed',
      status: 400,
      fields: errors,
      retryAfterSeconds: null,
    });
    expect(error.messageFor('email')).toBe('Please enter one.');
    expect(error.messageFor('company')).toBeNull();
  });

  it('is an unexpected error where no server of ours has answered', async () => {
    const { sessions } = clientOf([() => new Response('<h1>Bad gateway</h1>', { status: 502 })]);
    expect(await thrownBy(sessions.list())).toMatchObject({
      code: 'unexpected',
      status: 502,
      message: 'The server answered 502.',
    });
  });
});

describe('a request', () => {
  const asked = async (call: (client: ReturnType<typeof clientOf>) => Promise<unknown>) => {
    const client = clientOf([() => json(200, AVAILABLE)], {
      locale: 'de',
      timezone: 'Europe/Vienna',
      token: 'secret',
      headers: { 'X-Site': 'one' },
    });
    await call(client);
    const [request] = client.requests;
    if (request === undefined) throw new Error('nothing was asked');
    return { request, body: client.bodies[0] ?? '' };
  };

  it('is made in the language and the zone of the visitor, unless the call says otherwise', async () => {
    const usual = await asked(({ sessions }) => sessions.show('a/b'));
    expect(usual.request.url).toBe(`${BASE}/sessions/a%2Fb?locale=de&timezone=Europe%2FVienna`);
    const other = await asked(({ sessions }) => sessions.list({ locale: 'en', page: 2 }));
    expect(other.request.url).toBe(`${BASE}/sessions?locale=en&timezone=Europe%2FVienna&page=2`);
    const registering = await asked(({ registrations }) => registrations.create('x', PERSON));
    expect(JSON.parse(registering.body)).toEqual({ ...PERSON, timezone: 'Europe/Vienna' });
  });

  it('carries the token and the headers of the client', async () => {
    const { request } = await asked(({ topics }) => topics.list());
    expect(request.headers.get('Authorization')).toBe('Bearer secret');
    expect(request.headers.get('X-Site')).toBe('one');
    expect(request.headers.has('Idempotency-Key')).toBe(false);
  });

  it('carries the key that the caller gives', async () => {
    const { request } = await asked(({ registrations }) =>
      registrations.cancel('a.b', { idempotencyKey: 'mine' })
    );
    expect(request.headers.get('Idempotency-Key')).toBe('mine');
  });
});
