import type { MailPreview } from '../../plugins/webinars/shared/mail-previews';
import { TEMPLATE_KINDS } from '../../plugins/webinars/shared/vocabulary';
import { aSession, documentsOf, programSettings } from '../factories';
import type { AnyBody, HttpClient } from '../support/http';
import { registered } from '../support/registering';
import { signInAsEditor, signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let editor: HttpClient;
let german: HttpClient;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  await programSettings(app.strapi, { programName: 'Northlight Webinars' });
  editor = await signInAsEditor(app, 'en');
  german = await signInAsEditor(app, 'de');
});

afterAll(() => app.stop());

const TYPE = 'plugin::webinars.mail-template';
const PATH = `/content-manager/collection-types/${TYPE}`;

const templates = () => documentsOf(app.strapi, TYPE);

const forget = async () => {
  for (const { document_id: documentId } of await app.rows('webinars_mail_templates')) {
    await templates().delete({ documentId: String(documentId) });
  }
};

afterEach(forget);

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

/** What mails say is remembered for five seconds: each test takes a kind that no other one has asked for. */
const confirmationOf = async (overrides: Record<string, unknown> = {}) => {
  const { documentId } = await aSession(app.strapi);
  const { token } = await registered(app, documentId, {
    firstName: 'Zoë',
    lastName: 'O’Hara',
    ...overrides,
  });
  await app.runJobs();
  const [mail] = await app.mails.messages();
  return { mail, token };
};

type Preview = AnyBody & { data: MailPreview };

const preview = (client: HttpClient, body: object) =>
  client.post<Preview>('/webinars/mails/preview', { body });

const words = (overrides: Record<string, unknown> = {}) => ({
  subject: null,
  preheader: null,
  heading: null,
  intro: null,
  button: null,
  blocks: [],
  ...overrides,
});

describe('an editor’s words', () => {
  it('go out instead of the built-in ones, with each person’s own values', async () => {
    await templates().create({
      data: {
        kind: 'confirmation',
        language: 'en',
        subject: 'See you on {{ when.date }}, {{ attendee.firstName }}',
        intro: 'First paragraph.\nSecond, for {{ attendee.name }} <b>.',
        blocks: [
          { heading: 'Parking', text: 'There is none.', linkUrl: 'https://example.org/map' },
        ],
      },
    });
    const { mail, token } = await confirmationOf();
    expect(mail?.subject).toMatch(/^See you on \w+day, .*, Zoë$/);
    expect(mail?.text).toContain('Second, for Zoë O’Hara <b>.');
    expect(mail?.text).toContain('Parking\nThere is none.\nhttps://example.org/map');
    expect(mail?.text).toContain(token);
    expect(mail?.text).not.toContain('Wonderful that');
    expect(String(mail?.html)).toContain('&lt;b&gt;');
  });

  it('may do more with a value than to name it', async () => {
    await templates().create({
      data: {
        kind: 'confirmation',
        language: 'de',
        heading:
          '{% if rank %}Platz {{ rank }}{% else %}{{ attendee.firstName | upcase }}!{% endif %}',
      },
    });
    const { mail } = await confirmationOf({ language: 'de' });
    expect(mail?.text).toContain('ZOË!');
  });

  it('stay out of the way while they are not active', async () => {
    await templates().create({
      data: { kind: 'manage-link', language: 'en', subject: 'Ours', isActive: false },
    });
    const answer = await preview(editor, { kind: 'manage-link', language: 'en' });
    expect(answer.body.data.subject).toContain('Your link to your registration');
  });

  it('are there once for each kind and language', async () => {
    await templates().create({ data: { kind: 'rejected', language: 'en' } });
    await templates().create({ data: { kind: 'rejected', language: 'de' } });
    const again = await editor.post(PATH, { body: { kind: 'rejected', language: 'en' } });
    expect(again.status).toBe(400);
    expect(again.body.error?.message).toBe(
      'There is a text for this kind of mail in this language already.'
    );
  });
});

describe('words that mails could not be made of', () => {
  it('are refused, and the unknown variable is named', async () => {
    const body = { kind: 'approved', language: 'en', subject: 'Dear {{ atendee.firstName }}' };
    const answer = await editor.post(PATH, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.message).toContain(
      '“subject” names “atendee.firstName”, which this mail does not know. It knows: '
    );
    expect(answer.body.error?.message).toContain('attendee.firstName, ');
    expect(answer.body.error?.details?.code).toBe('template_variable_unknown');
    expect(await app.rows('webinars_mail_templates')).toEqual([]);
  });

  it.each([
    [{ intro: '{% include "/etc/passwd" %}' }, 'template_word_not_allowed', 'include'],
    [{ heading: '{% if rank %}never closed' }, 'template_broken', 'Klammern'],
    [{ blocks: [{ text: '{{ figures.confirmed }}' }] }, 'template_variable_unknown', 'blocks.text'],
  ])('are refused in the language of the editor: %j', async (fields, code, part) => {
    const body = { kind: 'approved', language: 'en', ...fields };
    const answer = await german.post(PATH, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.details?.code).toBe(code);
    expect(answer.body.error?.message).toMatch(/„.*“/);
    expect(answer.body.error?.message).toContain(part);
  });

  it('are refused in a change of what was saved', async () => {
    const { documentId } = await templates().create({
      data: { kind: 'approved', language: 'en', subject: 'Fine' },
    });
    const answer = await editor.put(`${PATH}/${documentId}`, {
      body: { subject: '{{ nothing }}' },
    });
    expect(answer.status).toBe(400);
    expect(await app.rows('webinars_mail_templates')).toMatchObject([{ subject: 'Fine' }]);
  });

  it('may name what only mails to staff know, in those', async () => {
    await templates().create({
      data: {
        kind: 'speaker-alert',
        language: 'en',
        heading: '{{ figures.confirmed }} are coming',
      },
    });
    const answer = await preview(editor, { kind: 'speaker-alert', language: 'en' });
    expect(answer.body.data.text).toContain('12 are coming');
  });
});

it('sends the built-in words where the editor’s break all the same, and tells them', async () => {
  const { documentId } = await templates().create({
    data: { kind: 'waitlist-joined', language: 'en', heading: 'Ours' },
  });
  await app.change(
    'webinars_mail_templates',
    { document_id: documentId },
    { heading: '{{ gone }}' }
  );
  const session = await aSession(app.strapi, { capacity: 0 });
  await registered(app, session.documentId);
  await registered(app, session.documentId);
  await app.runJobs();

  const mails = await app.mails.messages();
  expect(mails).toHaveLength(2);
  for (const mail of mails) expect(mail.text).toContain('You’re on the waitlist');
  expect(await app.rows('webinars_activities', { action: 'mail-template.failed' })).toMatchObject([
    { subject_type: 'mail-template', subject_id: documentId },
  ]);
  expect(app.log.filter((line) => line.includes(`mail template ${documentId}`))).toHaveLength(1);
});

describe('a preview', () => {
  it.each(TEMPLATE_KINDS)('shows a mail of the kind %s in both languages', async (kind) => {
    for (const language of ['en', 'de'] as const) {
      const answer = await preview(editor, { kind, language });
      expect(answer.status).toBe(200);
      const { subject, html, text, problem } = answer.body.data;
      expect(problem).toBeNull();
      expect(html).toContain(`<html lang="${language}"`);
      for (const part of [subject, html, text]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|%%/);
      }
    }
    expect(app.mails.received).toHaveLength(0);
  });

  it('is of the registration that was chosen, and no way into it', async () => {
    const { token } = await confirmationOf();
    const [row] = await app.rows('webinars_registrations', { first_name: 'Zoë' });
    const answer = await preview(editor, {
      kind: 'reminder-last-chance',
      language: 'de',
      registrationId: row?.document_id,
    });
    expect(answer.body.data.text).toContain('Zoë');
    expect(answer.body.data.text).toContain('Gleich geht es los');
    const key = String(token).split('.')[1];
    expect(answer.body.data.html).not.toContain(key);
  });

  it('shows words before they are saved, and what is wrong with them', async () => {
    const fine = await preview(editor, {
      kind: 'feedback-request',
      language: 'en',
      words: words({ heading: 'Dear {{ attendee.firstName }}' }),
    });
    expect(fine.body.data).toMatchObject({ problem: null });
    expect(fine.body.data.text).toContain('Dear Alex');

    const broken = await preview(editor, {
      kind: 'feedback-request',
      language: 'en',
      words: words({ heading: '{{ attendee.age }}' }),
    });
    expect(broken.body.data.problem).toEqual({
      field: 'heading',
      reason: 'unknown_variable',
      part: 'attendee.age',
    });
    expect(broken.body.data.text).toContain('How was the webinar for you?');
  });

  it('knows no other registration, and no other kind', async () => {
    const nobody = { kind: 'confirmation', language: 'en', registrationId: 'nobody' };
    expect((await preview(editor, nobody)).status).toBe(404);
    expect((await preview(editor, { ...nobody, registrationId: 'a\u0000b' })).status).toBe(400);
    expect((await preview(editor, { kind: 'newsletter', language: 'en' })).status).toBe(400);
  });

  it('can be sent to the editor who looks at it, and to nobody else', async () => {
    const body = { kind: 'reminder-final', language: 'en' };
    const answer = await editor.post('/webinars/mails/test', { body });
    expect(answer.body).toEqual({ data: { isSent: true } });
    const [mail] = await app.mails.messages();
    expect(app.mails.received[0]?.to).toEqual([
      expect.stringMatching(/^editor\.\d+@example\.org$/),
    ]);
    expect(mail?.subject).toMatch(/^\[Test\] /);
    const elsewhere = { ...body, to: 'somebody@example.org' };
    expect((await editor.post('/webinars/mails/test', { body: elsewhere })).status).toBe(400);
  });

  it('is for those whose role allows it', async () => {
    const allowed = await signInWith(app, ['plugin::webinars.mails.preview']);
    const other = await signInWith(app, ['plugin::webinars.mails.read']);
    const body = { kind: 'confirmation', language: 'en' };
    for (const path of ['/webinars/mails/preview', '/webinars/mails/test']) {
      expect((await allowed.post(path, { body })).status).toBe(200);
      expect((await other.post(path, { body })).status).toBe(403);
      expect((await app.api.post(path, { body })).status).toBe(401);
    }
  });
});
