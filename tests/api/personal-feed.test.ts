import ICAL from 'ical.js';
import { aSession, aTopic, inDays, inHours } from '../factories';
import { createCalendarProgram } from '../support/calendar-program';
import { createEditor, type Editor } from '../support/editor';
import { cancel, expectRefusal, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept } from '../support/waitlist';

const ORIGIN = 'https://cms.example.org';

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: ORIGIN } });
  editor = createEditor(await app.admin());
});

afterAll(() => app.stop());

let people = 0;
const anAddress = (name = 'ada') => `${name}.${(people += 1)}@example.com`;

const join = async (email: string, overrides: Record<string, unknown> = {}, person = {}) => {
  const { documentId } = await aSession(app.strapi, overrides);
  const receipt = await registered(app, documentId, { email, ...person });
  await app.runJobs();
  return { documentId, ...receipt };
};

const FEED = /https:\/\/cms\.example\.org(\/api\/webinars\/registrations\/feed\/\S+\.ics)/;

/** The path of the feed, as the latest mail to an address has it. */
const feedOf = async (email: string): Promise<string> => {
  const texts = (await app.mails.messages(email)).map(({ text }) => FEED.exec(text ?? '')?.[1]);
  const path = texts.filter(Boolean).at(-1);
  if (path === undefined) throw new Error(`no feed was mailed to ${email}`);
  return path;
};

const ask = (token: string, action: unknown) =>
  app.api.post(`/api/webinars/registrations/${token}/feed`, { body: { action } });

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((vevent) => {
    const event = new ICAL.Event(vevent);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      status: vevent.getFirstPropertyValue('status'),
    };
  });

const show = async (path: string) => {
  const answer = await app.api.get(path);
  expect(answer.status).toBe(200);
  return answer;
};

describe('the calendar of one person', () => {
  it('has all sessions of the address, by the UIDs of the mails, and nobody else’s', async () => {
    const email = anAddress();
    await join(email);
    const spelled = email.replace('ada', 'Ada');
    await join(spelled);
    await join(anAddress('somebody.else'));
    const { token } = await join(email);
    await cancel(app, token);
    await app.runJobs();

    const events = read((await show(await feedOf(email))).text);
    const calendar = createCalendarProgram();
    calendar.receive([
      ...(await app.mails.messages(email)),
      ...(await app.mails.messages(spelled)),
    ]);
    expect(events.map(({ uid }) => uid).sort()).toEqual([...calendar.history.keys()].sort());
    expect(events.map(({ status }) => status).sort()).toEqual([
      'CANCELLED',
      'CONFIRMED',
      'CONFIRMED',
    ]);
    for (const { uid, sequence } of events) {
      expect(calendar.history.get(uid)?.at(-1)).toMatch(new RegExp(`^${sequence} `));
    }
  });

  it('follows: an offer with reserve, what was taken, what was called off', async () => {
    const email = anAddress();
    await join(email);
    const path = await feedOf(email);
    const { documentId } = await aSession(app.strapi, { capacity: 1, datetime: inDays(10) });
    const seated = await registered(app, documentId, { email: anAddress('seated') });
    const { token } = await registered(app, documentId, { email });
    await app.runJobs();
    const uid = `registration-${token.split('.')[0]}@cms.example.org`;
    const statusNow = async () =>
      read((await show(path)).text).find((event) => event.uid === uid)?.status;

    expect(await statusNow()).toBeUndefined();
    await cancel(app, seated.token);
    await app.runJobs();
    expect(await statusNow()).toBe('TENTATIVE');
    await accept(app, token);
    expect(await statusNow()).toBe('CONFIRMED');
    await editor.updateSession(documentId, { state: 'cancelled' });
    await app.runJobs();
    expect(await statusNow()).toBe('CANCELLED');
  });

  it('keeps what is over, and what was missed', async () => {
    const email = anAddress();
    const { documentId, reference } = await join(email);
    await app.change(
      'webinars_sessions',
      { document_id: documentId },
      { datetime: new Date(inHours(-30)), state: 'completed' }
    );
    await app.change('webinars_registrations', { reference }, { state: 'no_show' });
    const [event] = read((await show(await feedOf(email))).text);
    expect(event).toMatchObject({ status: 'CONFIRMED' });
  });

  it('lets nobody who is shown it cancel anything, and names no attendee', async () => {
    const email = anAddress();
    const { token } = await join(email, { meetingUrl: 'https://meet.example.org/1' });
    const text = (await show(await feedOf(email))).text.replaceAll('\r\n ', '');
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).toContain('/api/webinars/join/');
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/ATTENDEE|meet\.example\.org|\/r\//);
    expect(text).not.toContain(email);
  });

  it('speaks the language of each registration', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'Numbers',
      german: { title: 'Zahlen' },
    });
    const email = anAddress();
    await join(email, { topic: topic.documentId, datetime: inDays(3) });
    await join(email, { topic: topic.documentId, datetime: inDays(4) }, { language: 'de' });
    const { text } = await show(await feedOf(email));
    expect(read(text).map(({ summary }) => summary)).toEqual([
      'Webinar: Zahlen',
      'Webinar: Numbers',
    ]);
    expect(text).toContain('Meine Webinare');
  });
});

describe('whoever asks again', () => {
  it('is told that nothing has changed, and of what has', async () => {
    const email = anAddress();
    const { documentId } = await join(email);
    const path = await feedOf(email);
    const first = await show(path);
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    const etag = String(first.headers.get('etag'));
    const again = () => app.api.get(path, { headers: { 'If-None-Match': etag } });
    expect((await again()).status).toBe(304);
    await editor.updateSession(documentId, { duration: 75 });
    expect((await again()).status).toBe(200);
  });
});

describe('the secret address', () => {
  it('is in no answer of the API, and in no page that a manage token opens', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const path = await feedOf(email);
    const secret = String(path.split('/').at(-1));
    for (const answer of [
      await app.api.get(`/api/webinars/registrations/${token}`),
      await app.api.get(`/api/webinars/registrations/${token}/calendar.ics`),
      await app.api.get(`/api/webinars/r/${token}`),
      await ask(token, 'send'),
    ]) {
      expect(answer.status).toBeLessThan(300);
      expect(answer.text).not.toContain('/registrations/feed/');
      expect(answer.text).not.toContain(secret);
    }
  });

  it('is mailed to the owner of the registration, whoever asks for it', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const path = await feedOf(email);
    app.mails.clear();
    expect(await ask(token, 'send')).toMatchObject({ status: 202, text: '' });
    await app.runJobs();
    expect(app.mails.received.flatMap(({ to }) => to)).toEqual([email]);
    expect(await feedOf(email)).toBe(path);
  });

  it('is one calendar, whichever mail told of it, and replaced by whichever registration asks', async () => {
    const email = anAddress();
    await join(email);
    const first = await feedOf(email);
    const { token } = await join(email);
    const second = await feedOf(email);
    expect(read((await show(first)).text)).toHaveLength(2);
    expect((await show(second)).text).toBe((await show(first)).text);
    await ask(token, 'renew');
    for (const path of [first, second]) {
      expectRefusal(await app.api.get(path), 404, 'token_invalid');
    }
  });

  it('leads nowhere each time that it is replaced, and the new one is mailed', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const before = await feedOf(email);
    app.mails.clear();
    expect(await ask(token, 'renew')).toMatchObject({ status: 202, text: '' });
    expectRefusal(await app.api.get(before), 404, 'token_invalid');
    await app.runJobs();
    const after = await feedOf(email);
    expect(after).not.toBe(before);
    expect(read((await show(after)).text)).toHaveLength(1);

    await ask(token, 'renew');
    expectRefusal(await app.api.get(after), 404, 'token_invalid');
    await app.runJobs();
    expect(read((await show(await feedOf(email))).text)).toHaveLength(1);
  });

  it('is asked for, and replaced, on the page of a registration by people without a program', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const before = await feedOf(email);
    app.mails.clear();
    const press = (action: string) =>
      app.api.post(`/api/webinars/r/${token}/feed?locale=en`, {
        rawBody: `action=${action}`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    const answer = await press('renew');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`../${token}?done=feed&locale=en`);
    const page = await app.api.get(`/api/webinars/r/${token}?done=feed&locale=en`);
    expect(page.text).toContain('on its way to your mailbox');
    expect(page.text).toContain(`action="${token}/feed?locale=en"`);
    await app.runJobs();
    expect(await feedOf(email)).not.toBe(before);
    expect(
      (
        await app.api.post(`/api/webinars/r/nonsense/feed`, {
          rawBody: 'action=send',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        })
      ).status
    ).toBe(303);
  });

  it('can be asked for in German, and after a cancellation', async () => {
    const email = anAddress();
    const { token } = await join(email, {}, { language: 'de' });
    await cancel(app, token);
    await app.runJobs();
    app.mails.clear();
    await ask(token, 'send');
    await app.runJobs();
    const [mail] = await app.mails.messages(email);
    expect(mail?.subject).toMatch(/^Ihr Webinar-Kalender: /);
    expect(read((await show(await feedOf(email))).text)).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('is not opened by other tokens, nor opens anything else', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const feedToken = (await feedOf(email))
      .split('/')
      .at(-1)
      ?.replace(/\.ics$/, '');
    expectRefusal(
      await app.api.get(`/api/webinars/registrations/feed/${token}.ics`),
      404,
      'token_invalid'
    );
    expectRefusal(
      await app.api.get('/api/webinars/registrations/feed/nonsense.ics'),
      404,
      'token_invalid'
    );
    expectRefusal(
      await app.api.get(`/api/webinars/registrations/${feedToken}`),
      404,
      'token_invalid'
    );
    expectRefusal(await ask(String(feedToken), 'renew'), 404, 'token_invalid');
    expectRefusal(await ask(token, 'steal'), 400, 'validation_failed');
  });

  it('is masked in the access log', async () => {
    const email = anAddress();
    await join(email);
    const path = await feedOf(email);
    await show(path);
    const lines = app.log.filter((line) => line.includes('/registrations/feed/'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain(path.split('/').at(-1)?.slice(0, 32));
  });

  it('goes with its owner', async () => {
    const email = anAddress();
    const { token } = await join(email);
    const replaced = await feedOf(email);
    await ask(token, 'renew');
    await app.runJobs();
    const path = await feedOf(email);
    const admin = await app.admin();
    const answer = await admin.post<{ data: { tables: { table: string; deleted: number }[] } }>(
      '/webinars/privacy/erasure',
      { body: { email, dryRun: false } }
    );
    expect(answer.body.data.tables).toContainEqual(
      expect.objectContaining({ table: 'webinars_personal_feeds', deleted: 1 })
    );
    expectRefusal(await app.api.get(path), 404, 'token_invalid');
    expectRefusal(await app.api.get(replaced), 404, 'token_invalid');
  });
});
