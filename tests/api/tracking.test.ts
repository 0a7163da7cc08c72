import type { TrackedEvent } from '../../plugins/webinars/shared/tracking';
import { aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import type { Answer, AnyBody } from '../support/http';
import { fieldErrors } from '../support/reading';
import { expectRefusal } from '../support/registering';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SIGNALS = 'webinars_signals';
const DAILY = 'webinars_daily_signals';
const SALTS = 'webinars_daily_salts';
const A_MINUTE = 60_000;

let database: TestDatabase;
let app: TestApp;

const boot = (env: Record<string, string> = {}) =>
  startStrapi({ database, env: { TRUST_PROXY: '1', ...env } });

beforeAll(async () => {
  database = await createBootedDatabase('tracking');
  app = await boot();
});

afterAll(async () => {
  await app.stop();
  await database.drop();
});

afterEach(() => app.setClock(null));

type Visitor = { address?: string; userAgent?: string; headers?: Record<string, string> };

const headersOf = ({ address = '192.0.2.1', userAgent = BROWSER, headers = {} }: Visitor) => ({
  'X-Forwarded-For': address,
  'User-Agent': userAgent,
  ...headers,
});

const send = (body: unknown, visitor: Visitor = {}): Promise<Answer> =>
  app.api.post<AnyBody>('/api/webinars/track', { body, headers: headersOf(visitor) });

const track = async (events: TrackedEvent[], visitor: Visitor = {}): Promise<number> => {
  const { status, body, headers } = await send({ events }, visitor);
  expect({ status, cache: headers.get('cache-control') }).toEqual({
    status: 202,
    cache: 'no-store',
  });
  return (body.data as { recorded: number }).recorded;
};

const analytics = () => app.strapi.plugin('webinars').service('analytics');

const written = async (where: Record<string, unknown> = {}) => {
  await analytics().flush();
  return app.rows(SIGNALS, where);
};

const rollUp = async () => {
  await analytics().flush();
  await analytics().planRollUp();
  await app.runJobs();
};

/** What is left of a session's signals: `[events, visitors]` by their type and detail. */
const figuresOf = async (sessionId: string) => {
  const rows = await app.rows(DAILY, { session_document_id: sessionId });
  return Object.fromEntries(
    rows.map(({ type, detail, events, visitors }) => [
      [type, detail].filter(Boolean).join(' '),
      [Number(events), Number(visitors)],
    ])
  );
};

const aSessionId = async () => (await aSession(app.strapi)).documentId;
const view = (session: string): TrackedEvent => ({ type: 'page_view', session });

describe('what visitors do', () => {
  it('is counted by session: how often, and by how many', async () => {
    const { documentId, slug } = await aSession(app.strapi);
    await track([
      { type: 'page_view', session: String(slug), source: 'LinkedIn.com' },
      { type: 'form_step', session: documentId, step: 'personal' },
      { type: 'form_step', session: documentId, step: 'professional' },
      { type: 'share_click', session: documentId, channel: 'linkedin' },
      { type: 'footer_click', session: documentId, position: 3 },
    ]);
    await track([view(documentId)]);
    await track([view(documentId), { type: 'form_step', session: documentId, step: 'personal' }], {
      address: '192.0.2.2',
    });
    await track([view(documentId)], { userAgent: `${BROWSER} (another)` });
    await rollUp();

    expect(await figuresOf(documentId)).toEqual({
      page_view: [4, 3],
      'referral linkedin.com': [1, 1],
      'form_step personal': [2, 2],
      'form_step professional': [1, 1],
      'share_click linkedin': [1, 1],
      'footer_click 3': [1, 1],
    });
    const [row] = await app.rows('webinars_sessions', { document_id: documentId });
    expect(Number(row?.view_count)).toBe(4);
  });

  it('is counted for the programme where it is about no session', async () => {
    await track([{ type: 'page_view' }, { type: 'footer_view' }, { type: 'footer_view_all' }]);
    await rollUp();
    expect(await figuresOf('')).toEqual({
      page_view: [1, 1],
      footer_view: [1, 1],
      footer_view_all: [1, 1],
    });
  });

  it('may come as text, as browsers send what happens while a page is left', async () => {
    const documentId = await aSessionId();
    const { status } = await app.api.post('/api/webinars/track', {
      rawBody: JSON.stringify({ events: [view(documentId)] }),
      headers: { ...headersOf({}), 'Content-Type': 'text/plain;charset=UTF-8' },
    });
    expect(status).toBe(202);
    expect(await written({ session_document_id: documentId })).toHaveLength(1);
    const garbled = await app.api.post<AnyBody>('/api/webinars/track', {
      rawBody: '{"events":[',
      headers: { ...headersOf({}), 'Content-Type': 'text/plain;charset=UTF-8' },
    });
    expectRefusal(garbled, 400, 'body_unreadable');
  });

  it('tells fifty sources of a day and session apart, and no more', async () => {
    const documentId = await aSessionId();
    for (const from of [1, 21, 41]) {
      await track(
        Array.from({ length: 20 }, (_, index): TrackedEvent => ({
          type: 'page_view',
          session: documentId,
          source: `made-up-${from + index}`,
        }))
      );
    }
    await rollUp();
    const sources = await app.rows(DAILY, { session_document_id: documentId, type: 'referral' });
    expect(sources).toHaveLength(50);
    expect((await figuresOf(documentId)).page_view).toEqual([60, 1]);
  });

  it.each([
    ['no events', { events: [] }, { events: 'required' }],
    ['too many', { events: Array(21).fill({ type: 'page_view' }) }, { events: 'too_many' }],
    ['an unknown type', { events: [{ type: 'key_press' }] }, { 'events.0.type': 'invalid' }],
    [
      'more than is asked for',
      { events: [{ type: 'page_view', email: 'a@example.org' }] },
      { 'events.0.email': 'unknown_field' },
    ],
    [
      'what is no source',
      { events: [{ type: 'page_view', source: 'Ada Muster <a@example.org>' }] },
      { 'events.0.source': 'invalid' },
    ],
    [
      'a step that there is not',
      { events: [{ type: 'form_step', session: 'x', step: 'shoe-size' }] },
      { 'events.0.step': 'invalid_value' },
    ],
    ['nothing', {}, { events: 'required' }],
  ])('is refused with %s', async (_what, body, fields) => {
    expect(fieldErrors(await send(body))).toEqual(fields);
  });

  it('is refused as a whole where it is about a session that there is not', async () => {
    const documentId = await aSessionId();
    const answer = await send({ events: [view(documentId), view('no-such-session')] });
    expectRefusal(answer, 404, 'session_not_found');
    expect(await written({ session_document_id: documentId })).toEqual([]);
  });

  it('tells nobody that there is a draft', async () => {
    await aSession(app.strapi, { slug: 'secret-draft', state: 'draft' });
    expectRefusal(await send({ events: [view('secret-draft')] }), 404, 'session_not_found');
    const draft = await app.api.post<AnyBody>('/api/webinars/drafts', {
      body: { sessions: ['secret-draft'] },
    });
    expectRefusal(draft, 404, 'session_not_found');
  });
});

describe('nobody is counted', () => {
  it.each([
    ['who does not want to be tracked', { headers: { DNT: '1' } }],
    ['who wants privacy', { headers: { 'Sec-GPC': '1' } }],
    ['who is a robot', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    ['who does not say what it is', { userAgent: '' }],
  ])('%s', async (_who, visitor) => {
    const documentId = await aSessionId();
    expect(await track([view(documentId)], visitor)).toBe(0);
    expect(await written({ session_document_id: documentId })).toEqual([]);
  });
});

describe('who it was', () => {
  it('is in no table and in no log, and is somebody else the next day', async () => {
    const documentId = await aSessionId();
    const visitor = { address: '203.0.113.77', userAgent: `${BROWSER} Unmistakable/7` };
    const keys: unknown[] = [];
    for (const now of ['2027-03-01T23:59:00Z', '2027-03-02T00:01:00Z']) {
      app.setClock(new Date(now));
      await track([view(documentId), view(documentId)], visitor);
      const rows = await written({ session_document_id: documentId, day: now.slice(0, 10) });
      expect(new Set(rows.map(({ visitor: key }) => key)).size).toBe(1);
      keys.push(rows[0]?.visitor);
    }
    expect(new Set(keys).size).toBe(2);
    await rollUp();
    const kept = [SIGNALS, DAILY, SALTS, 'webinars_activities'].map((table) => app.rows(table));
    const everything = JSON.stringify(await Promise.all(kept)) + app.log.join('\n');
    expect(everything).not.toMatch(/203\.0\.113\.77|Unmistakable/);
  });

  it('cannot be worked out any more once the day is over: its salt is gone', async () => {
    app.setClock(new Date('2027-04-01T12:00:00Z'));
    await track([{ type: 'page_view' }]);
    expect((await app.rows(SALTS)).map(({ day }) => day)).toEqual(['2027-04-01']);
    app.setClock(new Date('2027-04-02T00:00:00Z'));
    await analytics().planRollUp();
    expect(await app.rows(SALTS)).toEqual([]);
  });
});

describe('the figures', () => {
  it('stay when the signals go, which are a day old at least and two at most', async () => {
    const documentId = await aSessionId();
    app.setClock(new Date('2027-05-01T00:30:00Z'));
    await track([view(documentId)]);
    await rollUp();
    app.setClock(new Date('2027-05-02T23:59:00Z'));
    await track([view(documentId)]);
    await rollUp();
    expect(await written({ session_document_id: documentId })).toHaveLength(2);

    app.setClock(new Date('2027-05-03T00:01:00Z'));
    await rollUp();
    expect(await written({ session_document_id: documentId })).toHaveLength(1);
    app.setClock(new Date('2027-05-05T00:00:00Z'));
    await rollUp();
    expect(await app.rows(SIGNALS, { session_document_id: documentId })).toEqual([]);

    const days = await app.rows(DAILY, { session_document_id: documentId });
    expect(days.map(({ day }) => day)).toEqual(['2027-05-01', '2027-05-02']);
    const [row] = await app.rows('webinars_sessions', { document_id: documentId });
    expect(Number(row?.view_count)).toBe(2);
  });

  it('are not counted twice, however often that is done', async () => {
    const documentId = await aSessionId();
    await track([view(documentId)]);
    await rollUp();
    await track([view(documentId)]);
    await rollUp();
    await rollUp();
    expect(await figuresOf(documentId)).toEqual({ page_view: [2, 1] });
  });

  it('say who is looking now: different visitors of the last five minutes', async () => {
    const [seen, other] = [await aSessionId(), await aSessionId()];
    const now = new Date('2027-06-01T12:00:00Z');
    const at = (minutes: number) => app.setClock(new Date(now.getTime() + minutes * A_MINUTE));
    at(-6);
    await track([view(seen)], { address: '192.0.2.9' });
    at(-4);
    await track([view(seen), view(seen)], { address: '192.0.2.10' });
    at(0);
    await track([{ type: 'form_step', session: seen, step: 'personal' }]);
    await track([{ type: 'footer_click', session: other, position: 1 }]);
    await analytics().flush();
    const viewers = async (id: string) =>
      (await app.api.get<{ data: { viewingNow: number } }>(`/api/webinars/sessions/${id}`)).body
        .data.viewingNow;
    expect(await viewers(seen)).toBe(2);
    expect(await viewers(other)).toBe(0);
  });
});

describe('in the end', () => {
  it('what was not written yet is written when the server stops', async () => {
    const documentId = await aSessionId();
    await track([view(documentId)]);
    await app.stop();
    app = await boot({ WEBINARS_RATE_LIMIT: '60' });
    expect(await app.rows(SIGNALS, { session_document_id: documentId })).toHaveLength(1);
  });

  it('whoever sends too much is asked to wait, and others are not', async () => {
    const answers: Answer[] = [];
    for (let batch = 0; batch < 121; batch += 1) {
      answers.push(await send({ events: [{ type: 'footer_view' }] }, { address: '192.0.2.50' }));
    }
    const last = answers.at(-1);
    if (last === undefined) throw new Error('nothing was sent');
    expectRefusal(last, 429, 'rate_limited');
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(120);
    expect(await track([{ type: 'footer_view' }], { address: '192.0.2.51' })).toBe(1);
  });
});
