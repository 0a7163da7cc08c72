import { createTransaction } from '../../plugins/webinars/server/src/platform/transaction';
import { aSession, inDays } from '../factories';
import { linkOf } from '../support/mail-links';
import { expectRefusal, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const ONE_CLICK = 'List-Unsubscribe=One-Click';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
});

afterAll(() => app.stop());

let serial = 0;
const aPerson = async (overrides: Record<string, unknown> = {}) => {
  serial += 1;
  const email = `reader.${serial}@example.org`;
  const { documentId } = await aSession(app.strapi);
  const { token } = await registered(app, documentId, { email, ...overrides });
  return { email, path: await linkOf(app, 'unsubscribe', token) };
};

const optOutsOf = async (email: string) =>
  (await app.rows('webinars_mail_optouts', { email_key: email })).map(({ category }) => category);

const post = (path: string, rawBody: string, headers: Record<string, string> = {}) =>
  app.api.post(path, { rawBody, headers: { ...FORM, ...headers } });

describe('the page of somebody’s preferences', () => {
  it.each([
    ['en', 'Which mails you get', 'Reminders'],
    ['de', 'Welche E-Mails Sie erhalten', 'Erinnerungen'],
  ])('says what comes, and changes nothing by being looked at (%s)', async (language, ...words) => {
    const { path, email } = await aPerson({ language });
    const page = await app.api.get(`${path}?category=reminders`);
    expect(page.status).toBe(200);
    for (const word of [...words, email]) expect(page.text).toContain(word);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await optOutsOf(email)).toEqual([]);
  });

  it('turns one kind off, and on again', async () => {
    const { path, email } = await aPerson();
    const off = await post(`${path}?locale=de`, 'action=stop&category=follow_ups');
    expect(off.status).toBe(303);
    expect(off.headers.get('location')).toBe('?done=stop&locale=de');
    expect(await optOutsOf(email)).toEqual(['follow_ups']);
    expect((await app.api.get(`${path}?done=stop`)).text).toContain('do not come any more');

    expect((await post(path, 'action=start&category=follow_ups')).status).toBe(303);
    expect(await optOutsOf(email)).toEqual([]);
  });

  it('turns all of them off that may be turned off', async () => {
    const { path, email } = await aPerson();
    await post(path, 'action=stop&category=all');
    expect((await optOutsOf(email)).toSorted()).toEqual([
      'announcements',
      'feedback',
      'follow_ups',
      'reminders',
    ]);
  });

  it('keeps to what it knows', async () => {
    const { path } = await aPerson();
    expectRefusal(await post(path, 'action=stop&category=confirmations'), 400, 'validation_failed');
    expectRefusal(await post(path, ''), 400, 'validation_failed');
  });

  it.each(['changed', 'nothing'])('is not opened by a %s token', async (which) => {
    const { path, email } = await aPerson();
    const wrong = which === 'changed' ? `${path.slice(0, -4)}AAAA` : '/api/webinars/unsubscribe/x';
    const page = await app.api.get(`${wrong}?locale=de`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Dieser Link ist nicht gültig');
    expect((await post(wrong, ONE_CLICK)).status).toBe(404);
    expect(await optOutsOf(email)).toEqual([]);
  });
});

describe('a mail program’s single click', () => {
  it('needs no page, no cookie and no other address', async () => {
    const { path, email } = await aPerson();
    const answer = await post(`${path}?category=reminders`, ONE_CLICK);
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('location')).toBeNull();
    expect(await optOutsOf(email)).toEqual(['reminders']);
  });

  it('may come as a form of several parts, as RFC 8058 has it', async () => {
    const { path, email } = await aPerson();
    const body = new FormData();
    body.append('List-Unsubscribe', 'One-Click');
    const answer = await fetch(`${app.baseUrl}${path}?category=feedback`, { method: 'POST', body });
    expect(answer.status).toBe(204);
    expect(await optOutsOf(email)).toEqual(['feedback']);
  });

  it('may come as one part with a type of its own', async () => {
    const { path, email } = await aPerson();
    const part = [
      '--b',
      'Content-Disposition: form-data; name="List-Unsubscribe"',
      'Content-Type: text/plain; charset=US-ASCII',
      '',
      'One-Click',
      '--b--',
      '',
    ];
    const answer = await fetch(`${app.baseUrl}${path}?category=feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      body: part.join('\r\n'),
    });
    expect(answer.status).toBe(204);
    expect(await optOutsOf(email)).toEqual(['feedback']);
  });

  it('may come twice, and is on record once', async () => {
    const { path, email } = await aPerson();
    await Promise.all([post(path, ONE_CLICK), post(path, ONE_CLICK)]);
    expect(await optOutsOf(email)).toHaveLength(4);
    const [person] = await app.rows('webinars_registrations', { email });
    const activities = await app.rows('webinars_activities', {
      subject_id: person?.document_id,
      action: 'mails.stopped',
    });
    expect(activities).toHaveLength(1);
  });
});

describe('who does without reminders', () => {
  const remind = async (registrationId: unknown, key: string) => {
    const payload = { kind: 'reminder-initial', registrationId };
    await createTransaction({ strapi: app.strapi, maxWriters: 1 })((tx) =>
      app.strapi
        .plugin('webinars')
        .service('jobs')
        .enqueue(tx, [{ type: 'messages.send', key, payload }])
    );
    await app.runJobs();
  };

  it('gets none for any session, and still hears that one is called off', async () => {
    const { path, email } = await aPerson();
    const { documentId } = await aSession(app.strapi, { datetime: inDays(9) });
    await registered(app, documentId, { email });
    await post(path, ONE_CLICK);
    await app.runJobs();
    const people = await app.rows('webinars_registrations', { email });
    app.mails.clear();

    for (const { document_id: id } of people) await remind(id, `reminder:${String(id)}`);
    expect(await app.mails.messages(email)).toEqual([]);
    const mails = await app.rows('webinars_mails', { kind: 'reminder-initial' });
    expect(mails.map(({ state, reason }) => [state, reason])).toEqual([
      ['skipped', 'opted_out'],
      ['skipped', 'opted_out'],
    ]);
  });

  it('is reminded again once that is undone, by a mail with a way out', async () => {
    const { path, email } = await aPerson();
    await post(path, 'action=stop&category=reminders');
    await post(path, 'action=start&category=reminders');
    await app.runJobs();
    app.mails.clear();
    const [person] = await app.rows('webinars_registrations', { email });
    await remind(person?.document_id, 'reminder:again');

    const [mail] = await app.mails.messages(email);
    const unsubscribe = mail?.headers.get('list');
    expect(unsubscribe).toMatchObject({
      unsubscribe: { url: `https://cms.example.org${path}?category=reminders` },
    });
    expect(mail?.headerLines.map(({ line }) => line)).toContain(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click'
    );
  });
});

it('keeps tokens out of the access log', async () => {
  const { path } = await aPerson();
  await app.api.get(path);
  expect(app.log.join('\n')).not.toContain(path.split('/').at(-1));
});
