import {
  EDITOR_REFUSALS,
  type EditorRefusalCode,
} from '../../plugins/webinars/server/src/editor-refusal';
import { aSession, aSpeaker, aTopic, inDays } from '../factories';
import { namesIn } from '../../plugins/webinars/server/src/features/messages/templates/offered-values';
import { sampleValues } from '../../plugins/webinars/server/src/features/messages/templates/sample-mails';
import { createEditor, type Editor } from '../support/editor';
import type { Answer, HttpClient } from '../support/http';
import { registered } from '../support/registering';
import { signInAsAdmin } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

type Language = 'en' | 'de';
type Person = { admin: HttpClient; editor: Editor };

let app: TestApp;
let people: Record<Language, Person>;

beforeAll(async () => {
  app = await startStrapi();
  people = { en: await personIn('en'), de: await personIn('de') };
});

afterAll(() => app.stop());

const personIn = async (language: Language): Promise<Person> => {
  const admin = await signInAsAdmin(app, language);
  return { admin, editor: createEditor(admin) };
};

const urlOf = (name: string) => `/content-manager/collection-types/plugin::webinars.${name}`;

const planned = async (overrides: Record<string, unknown> = {}) => ({
  topic: (await aTopic(app.strapi)).documentId,
  datetime: inDays(5),
  duration: 45,
  timezone: 'Europe/Berlin',
  ...overrides,
});

const aRegistration = async (): Promise<string> => {
  const { documentId } = await aSession(app.strapi);
  await registered(app, documentId);
  const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
  return String(row?.document_id);
};

const localeId = async ({ admin }: Person, code: string) => {
  const { body } = await admin.get<{ id: number; code: string }[]>('/i18n/locales');
  return body.find((each) => each.code === code)?.id;
};

const create = async (overrides: Record<string, unknown>, { editor }: Person) =>
  editor.createSession(await planned(overrides));

const aTemplate = (subject: string, { admin }: Person, blocks: { text: string }[] = []) =>
  admin.post(urlOf('mail-template'), {
    body: { kind: 'approved', language: 'en', subject, blocks },
  });

/** How an editor comes to hear of each. */
const PROVOKED: Record<EditorRefusalCode, (person: Person) => Promise<Answer>> = {
  slug_reserved: (person) => create({ slug: 'facets' }, person),
  timezone_unknown: (person) => create({ timezone: 'Mars/Olympus' }, person),
  datetime_out_of_range: (person) => create({ datetime: '0000-01-01T00:00:00.000Z' }, person),
  schedule_invalid: (person) => create({ reminderSchedule: [120, 120] }, person),
  session_topic_missing: (person) => create({ topic: null }, person),
  session_state_first: (person) => create({ state: 'live' }, person),
  session_move_illegal: async ({ editor }) => {
    const { documentId } = await aSession(app.strapi);
    return editor.updateSession(documentId, { state: 'draft' });
  },
  session_has_registrations: async ({ editor }) => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId);
    return editor.deleteSession(documentId);
  },
  registration_holds_seat: async ({ editor }) => editor.deleteRegistration(await aRegistration()),
  registration_field_locked: async ({ editor }) =>
    editor.updateRegistration(await aRegistration(), { state: 'attended' }),
  registration_not_copied: async ({ editor }) => editor.cloneRegistration(await aRegistration()),
  registration_session_missing: ({ editor }) => editor.createRegistration({ firstName: 'Ada' }),
  registration_invalid: async ({ editor }) =>
    editor.updateRegistration(await aRegistration(), { firstName: 'www.example.org' }),
  default_locale_first: ({ admin }) =>
    admin.post(`${urlOf('topic')}?locale=de`, { body: { title: 'Thema', slug: 'thema' } }),
  default_locale_last: async ({ admin }) => {
    const german = { biography: 'Rechnet.' };
    const { documentId } = await aSpeaker(app.strapi, { german });
    return admin.delete(`${urlOf('speaker')}/${documentId}?locale=en`);
  },
  topic_archived: async (person) => {
    const { documentId } = await aTopic(app.strapi, { state: 'archived' });
    return create({ topic: documentId }, person);
  },
  in_use_by_sessions: async ({ admin }) => {
    const { documentId } = await aTopic(app.strapi);
    await aSession(app.strapi, { topic: documentId });
    return admin.delete(`${urlOf('topic')}/${documentId}`);
  },
  language_needed: async (person) =>
    person.admin.delete(`/i18n/locales/${await localeId(person, 'en')}`),
  default_language_fixed: async (person) =>
    person.admin.put(`/i18n/locales/${await localeId(person, 'de')}`, {
      body: { name: 'German (de)', isDefault: true },
    }),
  no_drafts: async ({ admin }) =>
    admin.post(`${urlOf('session')}/actions/publish`, { body: await planned() }),
  template_variable_unknown: (person) => aTemplate('{{ nothing }}', person),
  template_word_not_allowed: (person) => aTemplate('{% for a in b %}{% endfor %}', person),
  template_broken: (person) => aTemplate('{{ rank', person),
  template_too_long: (person) =>
    aTemplate('Fine', person, Array(9).fill({ text: 'a'.repeat(4900) })),
  value_unusable: (person) => create({ meetingPassword: 'a\u0000b' }, person),
};

/** What stands in the place of `{field}` and the like. */
const VALUES: Partial<Record<EditorRefusalCode, Record<string, string>>> = {
  registration_invalid: { fields: 'firstName' },
  schedule_invalid: { field: 'reminderSchedule' },
  template_variable_unknown: {
    field: 'subject',
    part: 'nothing',
    known: namesIn(sampleValues('approved', 'en')).join(', '),
  },
  template_word_not_allowed: { field: 'subject', part: 'for' },
  template_broken: { field: 'subject', part: '{{ rank' },
  template_too_long: { field: 'blocks.text' },
  value_unusable: { field: 'meetingPassword' },
};

const CODES = Object.keys(EDITOR_REFUSALS) as EditorRefusalCode[];

describe('a refusal in the admin', () => {
  it.each(CODES)('%s is a sentence in the language of the editor, with its code', async (code) => {
    for (const language of ['en', 'de'] as const) {
      const answer = await PROVOKED[code](people[language]);
      const sentence = EDITOR_REFUSALS[code][language].replace(
        /\{(\w+)\}/g,
        (_all, name: string) => VALUES[code]?.[name] ?? ''
      );
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({ message: sentence, details: { code } });
      expect(sentence).toMatch(/^[\p{Lu}“„].*\.$/u);
    }
  });

  it.each([
    ['window_order', { registrationOpensAt: inDays(4), registrationClosesAt: inDays(3) }],
    ['early_bird_end', { price: 100, earlyBirdPrice: 50 }],
    ['publish_before_start', { scheduledPublishAt: inDays(6) }],
  ])('%s, which the database itself finds, is one, too', async (code, overrides) => {
    const english = await create(overrides, people.en);
    const german = await create(overrides, people.de);
    for (const { status, body } of [english, german]) {
      expect({ status, code: body.error?.details.code }).toEqual({ status: 400, code });
      expect(body.error?.message).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(german.body.error?.message).toMatch(/^(?:Die|Ein|Der) /);
    expect(english.body.error?.message).not.toBe(german.body.error?.message);
  });
});

describe('a write that the database gives up for another one', () => {
  it.each([
    ['a deadlock', '40P01'],
    ['a transaction that cannot be put in order', '40001'],
    ['a row that is gone', '23503'],
    ['a transaction that takes no more commands', '25P02'],
  ])('for %s is a sentence, not a fault', async (_what, code) => {
    const { documentId } = await aSession(app.strapi);
    app.strapi.documents.use((write, next) => {
      const isChosen = 'documentId' in write.params && write.params.documentId === documentId;
      if (isChosen && write.action === 'update')
        throw Object.assign(new Error('given up'), { code });
      return next();
    });
    const answer = await people.de.editor.updateSession(documentId, { capacity: 5 });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringMatching(/^Jemand anderes hat dies im selben Augenblick geändert/),
          details: { code: 'session_moved_on' },
        },
      },
    });
  });
});

describe('a request that Strapi itself would stumble over', () => {
  const topicUrl = urlOf('topic');
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const uid = { contentTypeUID: 'plugin::webinars.topic', field: 'slug' };

  it.each<[string, (admin: HttpClient) => Promise<Answer>]>([
    ['a NUL in an address', (admin) => admin.delete(`${topicUrl}/a%00b`)],
    ['a NUL in a query', (admin) => admin.delete(`${topicUrl}/nobody?locale=e%00n`)],
    [
      'a NUL among ids',
      (admin) =>
        admin.post(`${topicUrl}/actions/bulkDelete`, { body: { documentIds: ['a\u0000'] } }),
    ],
    [
      'more ids than a statement takes',
      (admin) =>
        admin.post(`${topicUrl}/actions/bulkDelete`, {
          body: { documentIds: Array(40_000).fill('a') },
        }),
    ],
    [
      'a structure without end',
      (admin) =>
        admin.post(topicUrl, { rawBody: `{"title":"Deep","slug":"deep","agenda":${deep}}` }),
    ],
    [
      'a slug from what is no text',
      (admin) =>
        admin.post('/content-manager/uid/generate', {
          body: { ...uid, data: { title: { a: 1 } } },
        }),
    ],
  ])('is refused for %s', async (_what, request) => {
    const answer = await request(people.en.admin);
    expect(answer.status).toBe(400);
    expect(answer.body.error?.details.code).toBe('value_unusable');
  });

  it('does not keep anybody from an ordinary slug', async () => {
    const { admin } = people.en;
    const generated = await admin.post<{ data: string }>('/content-manager/uid/generate', {
      body: { ...uid, data: { title: 'Reading <b>figures</b>' } },
    });
    const checked = await admin.post('/content-manager/uid/check-availability', {
      body: { ...uid, value: generated.body.data },
    });
    expect([generated.status, checked.body]).toEqual([
      200,
      { isAvailable: true, suggestion: null },
    ]);
  });

  it('of another type than ours goes its way', async () => {
    const answer = await people.en.admin.post(
      '/content-manager/collection-types/plugin::webinars.nothing',
      { body: {} }
    );
    expect(answer.status).toBeLessThan(500);
  });
});
