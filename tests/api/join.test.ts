import { readInstant } from '../../plugins/webinars/server/src/platform/instant';
import { aSession } from '../factories';
import { linkOf } from '../support/mail-links';
import { expectRefusal, look, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const MEETING = 'https://meet.example.org/room-4711';
const START = new Date('2031-03-20T15:00:00.000Z');
const MINUTE = 60_000;
const BROWSER = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
};

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const minutesFromStart = (minutes: number) =>
  app.setClock(new Date(START.getTime() + minutes * MINUTE));

const aSeat = async (session: Record<string, unknown> = {}, person = {}) => {
  const { documentId } = await aSession(app.strapi, {
    datetime: START.toISOString(),
    duration: 60,
    meetingUrl: MEETING,
    ...session,
  });
  const { token, reference } = await registered(app, documentId, person);
  const { joinUrl } = (await look(app, token)).body.data;
  return { documentId, token, reference, path: pathIn(String(joinUrl)) };
};

const pathIn = (url: string) => url.replace('https://cms.example.org', '');

const joinedAt = async (reference: string) => {
  const [row] = await app.rows('webinars_registrations', { reference });
  return readInstant(row?.joined_at)?.getTime() ?? null;
};

const joins = (documentId: string) =>
  app.rows('webinars_activities', {
    action: 'registration.joined',
    session_document_id: documentId,
  });

describe('the way into a session', () => {
  it('is on the registration of whoever has a seat, until the session is over', async () => {
    const { token } = await aSeat();
    expect((await look(app, token)).body.data.joinUrl).toMatch(
      /^https:\/\/cms\.example\.org\/api\/webinars\/join\/[0-9a-f]{32}\.[\w-]{43}$/
    );
    minutesFromStart(60);
    expect((await look(app, token)).body.data).not.toHaveProperty('joinUrl');
  });

  it('leads a program to the meeting half an hour before the start, and remembers the first time', async () => {
    const { path, reference, documentId } = await aSeat();
    minutesFromStart(-30);
    const answer = await app.api.get(path);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(MEETING);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');

    const first = START.getTime() - 30 * MINUTE;
    expect(await joinedAt(reference)).toBe(first);
    minutesFromStart(10);
    expect((await app.api.get(path)).status).toBe(302);
    expect(await joinedAt(reference)).toBe(first);
    expect(await joins(documentId)).toHaveLength(1);
  });

  it('counts as attendance', async () => {
    const { path, documentId } = await aSeat();
    await registered(app, documentId);
    minutesFromStart(0);
    await app.api.get(path);
    await app.strapi.plugin('webinars').service('registration').copyCounts();
    const [session] = await app.rows('webinars_sessions', { document_id: documentId });
    expect(session).toMatchObject({ attendance_count: 1, registration_count: 2 });
  });

  it('is not open before that, and says when it will be', async () => {
    const { path, reference } = await aSeat();
    minutesFromStart(-31);
    const refused = await app.api.get(path);
    expectRefusal(refused, 403, 'join_not_open');
    expect(refused.body.error?.details).toMatchObject({ opensAt: '2031-03-20T14:30:00.000Z' });
    expect((await app.api.get(`${path}?locale=de`)).body.error?.message).toMatch(/^Der Zugang/);
    expect(await joinedAt(reference)).toBeNull();
  });

  it('is closed when the session is over', async () => {
    const { path } = await aSeat();
    minutesFromStart(60);
    expectRefusal(await app.api.get(path), 410, 'session_ended');
  });

  it('is closed to whoever has no seat', async () => {
    const { documentId } = await aSession(app.strapi, {
      datetime: START.toISOString(),
      meetingUrl: MEETING,
      capacity: 0,
    });
    const { token } = await registered(app, documentId);
    minutesFromStart(0);
    const answer = await app.api.get(await linkOf(app, 'join', token));
    expectRefusal(answer, 409, 'registration_not_confirmed');
    expect(answer.text).not.toContain('meet.example.org');
  });

  it('leads nowhere while there is no meeting, or something else than a web address', async () => {
    const { path, documentId } = await aSeat({ meetingUrl: null });
    minutesFromStart(0);
    expectRefusal(await app.api.get(path), 409, 'meeting_url_missing');
    await app.change(
      'webinars_sessions',
      { document_id: documentId },
      { meeting_url: 'javascript:alert(1)' }
    );
    expectRefusal(await app.api.get(path), 409, 'meeting_url_missing');
  });

  it('leads to an address in any alphabet', async () => {
    const { path } = await aSeat({ meetingUrl: 'https://пример.рф/Einführung–1?raum=ä' });
    minutesFromStart(0);
    const address = 'https://xn--e1afmkfd.xn--p1ai/Einf%C3%BChrung%E2%80%931?raum=%C3%A4';
    for (const answer of [await app.api.get(path), await app.api.post(path)]) {
      expect(answer.headers.get('location')).toBe(address);
    }
  });

  it('is closed when the session is called off', async () => {
    const { path, documentId } = await aSeat();
    await app.change('webinars_sessions', { document_id: documentId }, { state: 'cancelled' });
    minutesFromStart(0);
    expectRefusal(await app.api.get(path), 409, 'session_cancelled');
  });

  it.each(['registrations', 'r'])('is not opened by the token of /%s', async (route) => {
    const { token, path } = await aSeat();
    minutesFromStart(0);
    expectRefusal(await app.api.get(`/api/webinars/join/${token}`), 404, 'token_invalid');
    expect((await app.api.get(path.replace('/join/', `/${route}/`))).status).toBe(404);
  });

  it('is not opened by a changed token', async () => {
    const { path } = await aSeat();
    expectRefusal(await app.api.get(`${path.slice(0, -4)}AAAA`), 404, 'token_invalid');
  });
});

describe('a browser at the way in', () => {
  it('gets a page that goes in by itself; only its form counts', async () => {
    const { path, reference } = await aSeat();
    minutesFromStart(-5);
    const page = await app.api.get(path, { headers: BROWSER });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form class="action" method="post"');
    expect(page.text).not.toContain('meet.example.org');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[\w+/]{43}='/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await joinedAt(reference)).toBeNull();

    const sent = await app.api.post(path, { headers: BROWSER, rawBody: '' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(MEETING);
    expect(await joinedAt(reference)).toBe(START.getTime() - 5 * MINUTE);
  });

  it.each([
    ['en', 'The way into the webinar opens on', '20 March 2031, 10:30 EDT'],
    ['de', 'Der Zugang zum Webinar öffnet am', '20. März 2031, 10:30 Uhr'],
  ])('reads when it opens, on the own clock (%s)', async (language, sentence, time) => {
    const { path } = await aSeat({}, { language, timezone: 'America/New_York' });
    minutesFromStart(-90);
    const page = await app.api.get(path, { headers: BROWSER });
    expect(page.status).toBe(403);
    expect(page.text).toContain(sentence);
    expect(page.text).toContain(time);
    expect(page.text).toContain('data-seconds="3600"');
  });

  it.each([
    [60, 410, 'This webinar is over.'],
    [-120, 403, 'You are early.'],
  ])('reads how it is %d minutes after the start', async (minutes, status, sentence) => {
    const { path } = await aSeat();
    minutesFromStart(minutes);
    const page = await app.api.get(path, { headers: BROWSER });
    expect(page.status).toBe(status);
    expect(page.text).toContain(sentence);
    const sent = await app.api.post(path, { headers: BROWSER, rawBody: '' });
    expect(sent.status).toBe(status);
    expect(sent.text).toContain(sentence);
  });

  it('is told kindly that a link is not valid', async () => {
    const page = await app.api.get('/api/webinars/join/nothing?locale=de', { headers: BROWSER });
    expect(page.status).toBe(404);
    expect(page.text).toContain('Dieser Link ist nicht gültig');
  });
});

describe('a program that looks ahead', () => {
  it.each([
    ['a prefetching browser', { 'Sec-Purpose': 'prefetch', 'User-Agent': BROWSER['User-Agent'] }],
    ['an old one', { Purpose: 'prefetch', 'User-Agent': BROWSER['User-Agent'] }],
    ['a robot', { 'User-Agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
    ['a scanner that says what it is', { 'User-Agent': 'python-requests/2.32.3' }],
    ['a scanner that says it is a browser', BROWSER],
  ])('has not been there: %s', async (_who, headers) => {
    const { path, reference } = await aSeat();
    minutesFromStart(0);
    expect([200, 302]).toContain((await app.api.get(path, { headers })).status);
    expect(await joinedAt(reference)).toBeNull();
  });

  it('has not been there by asking for the head', async () => {
    const { path, reference } = await aSeat();
    minutesFromStart(0);
    const answer = await fetch(`${app.baseUrl}${path}`, { method: 'HEAD', redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(await joinedAt(reference)).toBeNull();
  });
});

it('keeps the way in out of the access log', async () => {
  const { path } = await aSeat();
  await app.api.get(path);
  expect(app.log.join('\n')).not.toContain(path.split('/').at(-1));
});
