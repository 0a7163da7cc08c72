import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { aRegistrationBody, aSession, aSpeaker, aTopic, inHours } from '../factories';
import { expectInvariants } from '../support/invariants';
import { cancel, expectRefusal, look, register, registered } from '../support/registering';
import { signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

/**
 * The walk of `docs/security.md` through the OWASP API Security Top 10 (2023): at least one test an item. What other
 * files prove in depth is named there.
 */

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(() => app.mails.clear());
afterAll(() => app.stop());

describe('API1, objects of others', () => {
  it('no registration is reached by anything but its own token', async () => {
    const { documentId } = await aSession(app.strapi);
    const mine = await registered(app, documentId);
    const theirs = await registered(app, documentId);
    const [row] = await app.rows('webinars_registrations', {
      public_id: theirs.token.split('.')[0],
    });
    const [publicId = '', mac = ''] = mine.token.split('.');
    const guesses = [
      String(row?.id),
      String(row?.document_id),
      String(row?.reference),
      String(row?.public_id),
      `${row?.public_id}.${mac}`,
      `${publicId}.${theirs.token.split('.')[1]}`,
    ];
    for (const guess of guesses) {
      expectRefusal(await look(app, guess), 404, 'token_invalid');
      expectRefusal(await cancel(app, guess), 404, 'token_invalid');
      const change = await app.api.patch(`/api/webinars/registrations/${guess}`, {
        body: { firstName: 'Eve' },
      });
      expectRefusal(change, 404, 'token_invalid');
    }
    expect((await look(app, theirs.token)).body.data).toMatchObject({ status: 'confirmed' });
  });
});

describe('API2, who it is', () => {
  it('a token that was revoked opens nothing, and no token opens the admin', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const admin = await app.api.get('/webinars/activities', {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(admin.status).toBe(401);
    await app.change(
      'webinars_registrations',
      { public_id: token.split('.')[0] },
      { token_version: 2 }
    );
    expectRefusal(await look(app, token), 404, 'token_invalid');
  });

  it('a wrong token and one of nobody are answered alike', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const wrong = await look(app, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
    const nobody = await look(app, `${'0'.repeat(32)}.${'A'.repeat(43)}`);
    expect(wrong.text).toBe(nobody.text);
    expect(wrong.status).toBe(nobody.status);
  });
});

describe('API3, fields', () => {
  it.each([
    ['state', 'confirmed'],
    ['status', 'confirmed'],
    ['publicId', '0'.repeat(32)],
    ['tokenVersion', 9],
    ['waitlistSequence', 0],
    ['paymentStatus', 'completed'],
    ['paymentAmount', 0],
    ['registeredAt', '2020-01-01T00:00:00Z'],
    ['session', 'another'],
    ['id', 1],
    ['documentId', 'x'],
  ])('nobody sets %s by sending it', async (field, value) => {
    const { documentId } = await aSession(app.strapi);
    const answer = await register(app, documentId, { [field]: value });
    expectRefusal(answer, 400, 'validation_failed');
    expect(answer.body.error?.details.errors).toEqual([
      expect.objectContaining({ path: [field], code: 'unknown_field' }),
    ]);
    expect((await expectInvariants(app, documentId)).rows).toEqual([]);
  });

  it('what the public reads has no ids of rows, no meeting room, and nobody’s address', async () => {
    const topic = await aTopic(app.strapi);
    const speaker = await aSpeaker(app.strapi, { email: 'hidden@example.org' });
    const { documentId, slug } = await aSession(app.strapi, {
      topic: topic.documentId,
      speaker: speaker.documentId,
      meetingUrl: 'https://meet.example.org/secret-room',
      meetingPassword: 'secret-password',
    });
    await registered(app, documentId);
    // Whoever has a seat may know the room: in mails, and in the own calendar entry.
    const reads = PUBLIC_ROUTES.filter(
      ({ method, path }) => method === 'GET' && !path.includes(':token')
    );
    for (const { path } of reads) {
      const address = path.replace(':id', String(slug));
      const { text } = await app.api.get(`/api/webinars${address}`);
      expect([path, text.match(/secret-room|secret-password|hidden@example/g)]).toEqual([
        path,
        null,
      ]);
      expect([path, /"id":\s*\d|"createdBy"|"updatedBy"|"publicId"|"emailKey"/.test(text)]).toEqual(
        [path, false]
      );
    }
  });
});

describe('API4, how much', () => {
  it.each([
    ['/sessions?pageSize=101'],
    ['/sessions?page=100001'],
    ['/sessions/upcoming?limit=21'],
    ['/topics?pageSize=1000000'],
  ])('%s is more than anybody gets', async (address) => {
    expectRefusal(await app.api.get(`/api/webinars${address}`), 400, 'validation_failed');
  });

  it('texts, lists and bodies have an end', async () => {
    const { documentId } = await aSession(app.strapi);
    for (const excess of [
      { company: 'x'.repeat(201) },
      { specificQuestions: 'x'.repeat(2001) },
      { currentChallenges: Array(21).fill('x') },
    ]) {
      expectRefusal(await register(app, documentId, excess), 400, 'validation_failed');
    }
    const huge = await app.api.post(`/api/webinars/sessions/${documentId}/registrations`, {
      rawBody: JSON.stringify({ company: 'x'.repeat(400_000) }),
    });
    expectRefusal(huge, 413, 'body_too_large');
    const draft = await app.api.post('/api/webinars/drafts', {
      body: { sessions: Array(21).fill(documentId) },
    });
    expectRefusal(draft, 400, 'validation_failed');
  });
});

describe('API5, who may do what', () => {
  it('the public, and an editor without the permission, get nowhere in the admin', async () => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId);
    const nobody = await signInWith(app, []);
    const addresses = [
      '/content-manager/collection-types/plugin::webinars.registration',
      `/webinars/sessions/${documentId}/seats`,
      '/webinars/activities',
    ];
    for (const address of addresses) {
      expect((await app.api.get(address)).status).toBe(401);
      expect((await nobody.get(address)).status).toBe(403);
    }
    // No route of Strapi's own content API serves the plugin's types.
    for (const type of [
      'registrations',
      'webinars-registrations',
      'plugin::webinars.registration',
    ]) {
      expect((await app.api.get(`/api/${type}`)).status).toBe(404);
    }
  });
});

describe('API6, what a program could do a thousand times', () => {
  it('one address is registered once, and written to once an hour, however often it is typed in', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = `victim.${documentId}@example.org`;
    await registered(app, documentId, { email });
    for (let tries = 0; tries < 20; tries += 1) {
      expectRefusal(await register(app, documentId, { email }), 409, 'already_registered');
    }
    await app.runJobs();
    expect(await app.mails.messages(email)).toHaveLength(1);
  });

  it('drafts hoard no seats', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    for (let drafts = 0; drafts < 5; drafts += 1) {
      await app.api.post('/api/webinars/drafts', {
        body: { sessions: [documentId], ...aRegistrationBody() },
      });
    }
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });
});

describe('API7, requests on behalf of others', () => {
  it('no address that a visitor or an editor gives is ever asked', async () => {
    const asked: string[] = [];
    const trap = http.createServer((request, response) => {
      asked.push(String(request.url));
      response.end();
    });
    trap.listen(0, '127.0.0.1');
    await once(trap, 'listening');
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    try {
      const { documentId } = await aSession(app.strapi, { meetingUrl: `${url}/meeting` });
      const { token } = await registered(app, documentId, {
        website: `${url}/website`,
        company: 'Example Ltd',
        specificQuestions: `<img src="${url}/image"> ${url}/text`,
        registrationSource: `${url}/source`,
      });
      await app.api.patch(`/api/webinars/registrations/${token}`, {
        body: { website: `${url}/changed` },
      });
      await app.runJobs();
      await app.api.get(`/api/webinars/r/${token}`);
      await cancel(app, token);
      await app.runJobs();
      expect(app.mails.received.length).toBeGreaterThan(1);
      expect(asked).toEqual([]);
    } finally {
      trap.close();
    }
  });
});

describe('API8, settings', () => {
  it('answers keep browsers careful, and faults tell nothing', async () => {
    const { headers } = await app.api.get('/api/webinars/sessions');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(headers.get('x-powered-by')).toBeNull();
    const { text } = await app.api.get('/api/webinars/sessions/%00');
    expect(text).not.toMatch(/\n\s+at |node_modules|sqlite|postgres/i);
  });
});

describe('API9, what is there', () => {
  it('nothing answers below the plugin’s address but what the document describes', async () => {
    const layers: { path: string | RegExp; methods: string[] }[] = app.strapi.server.listRoutes();
    const served = layers
      .filter(({ path }) => String(path).startsWith('/api/webinars'))
      .flatMap(({ path, methods }) =>
        methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`)
      );
    const described = PUBLIC_ROUTES.map(({ method, path }) => `${method} /api/webinars${path}`);
    expect([...new Set(served)].sort()).toEqual([...described].sort());
  });
});

describe('API10, what others answer', () => {
  it('a mail server that says too much is neither believed nor quoted', async () => {
    const { documentId } = await aSession(app.strapi, { datetime: inHours(48) });
    const email = `quoted.${documentId}@example.org`;
    await registered(app, documentId, { email });
    app.mails.failNext(1, 550);
    await app.runJobs();
    const kept = JSON.stringify([
      await app.rows('webinars_mails', { session_document_id: documentId }),
      await app.rows('webinars_mail_attempts'),
    ]);
    expect(kept).toContain('550');
    expect(kept).not.toContain(email);
    expect(app.log.join('\n')).not.toContain(email);
  });
});
