import { aSpeaker, aTopic } from '../factories';
import type { Answer, HttpClient } from '../support/http';
import { startStrapi, type TestApp } from '../support/strapi';

const LOCALES = '/i18n/locales';
const TOPICS = '/content-manager/collection-types/plugin::webinars.topic';
const SPEAKERS = '/content-manager/collection-types/plugin::webinars.speaker';

type LocaleRow = { id: number; code: string; name: string; isDefault: boolean };

let app: TestApp;
let editor: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  editor = await app.admin();
});

afterAll(() => app.stop());

const locales = async () => (await editor.get<LocaleRow[]>(LOCALES)).body;

const locale = async (code: string): Promise<LocaleRow> => {
  const found = (await locales()).find((each) => each.code === code);
  if (found === undefined) throw new Error(`there is no locale ${code}`);
  return found;
};

const expectRefused = (answer: Answer, code: string) =>
  expect({ status: answer.status, code: answer.body.error?.details.code }).toEqual({
    status: 400,
    code,
  });

const german = { title: 'Eine Bilanz lesen' };

const languagesOf = async (table: string, documentId: string) => [
  ...new Set((await app.rows(table, { document_id: documentId })).map(({ locale: code }) => code)),
];

describe('a language of the webinars', () => {
  it.each(['en', 'de'])('%s cannot be deleted in the settings: its texts stay', async (code) => {
    const topic = await aTopic(app.strapi, { german });
    const { id } = await locale(code);

    expectRefused(await editor.delete(`${LOCALES}/${id}`), 'language_needed');

    expect(await locale(code)).toMatchObject({ id });
    expect(await languagesOf('webinars_topics', topic.documentId)).toEqual(['en', 'de']);
  });

  it.each(['en', 'de'])('%s may get another name', async (code) => {
    const { id, isDefault } = await locale(code);
    const answer = await editor.put(`${LOCALES}/${id}`, { body: { name: 'Ours', isDefault } });
    expect(answer.status).toBe(200);
    expect(await locale(code)).toMatchObject({ name: 'Ours', isDefault });
  });
});

describe('another language', () => {
  it('may come and go', async () => {
    const body = { code: 'fr', name: 'French (fr)', isDefault: false };
    expect((await editor.post(LOCALES, { body })).status).toBe(200);
    const { id } = await locale('fr');
    expect((await editor.delete(`${LOCALES}/${id}`)).status).toBe(200);
  });

  it('does not become the default one, and nothing of such a request is done', async () => {
    const before = await locales();
    const { id } = await locale('de');

    const turned = await editor.put(`${LOCALES}/${id}`, {
      body: { name: 'Deutsch', isDefault: true },
    });
    const added = await editor.post(LOCALES, {
      body: { code: 'it', name: 'Italian (it)', isDefault: true },
    });

    expectRefused(turned, 'default_language_fixed');
    expectRefused(added, 'default_language_fixed');
    expect(await locales()).toEqual(before);
  });

  it.each(['nobody', '999999', '%00'])('%s, which is not there, is not found', async (id) => {
    const answer = await editor.delete(`${LOCALES}/${id}`);
    expect([400, 404]).toContain(answer.status);
  });
});

describe('the English version', () => {
  it('comes first, also of a copy', async () => {
    const topic = await aTopic(app.strapi, { german });
    const body = { title: 'Noch eine', slug: 'noch-eine' };
    const created = await editor.post(`${TOPICS}?locale=de`, { body });
    const copied = await editor.post(`${TOPICS}/clone/${topic.documentId}?locale=de`, { body });
    expectRefused(created, 'default_locale_first');
    expectRefused(copied, 'default_locale_first');
    expect(await app.rows('webinars_topics', { slug: body.slug })).toEqual([]);
  });

  it.each([
    ['topic', TOPICS, 'webinars_topics', aTopic, german],
    ['speaker', SPEAKERS, 'webinars_speakers', aSpeaker, { biography: 'Zahlen.' }],
  ] as const)(
    'of a %s goes last, alone or among others',
    async (_kind, url, table, make, texts) => {
      const { documentId } = await make(app.strapi, { german: texts });
      const other = await make(app.strapi);
      const documentIds = [other.documentId, documentId];

      expectRefused(await editor.delete(`${url}/${documentId}`), 'default_locale_last');
      expectRefused(await editor.delete(`${url}/${documentId}?locale=en`), 'default_locale_last');
      const bulk = await editor.post(`${url}/actions/bulkDelete`, { body: { documentIds } });
      expectRefused(bulk, 'default_locale_last');
      expect(await languagesOf(table, documentId)).toEqual(['en', 'de']);
      expect(await languagesOf(table, other.documentId)).toEqual(['en']);

      expect((await editor.delete(`${url}/${documentId}?locale=de`)).status).toBe(200);
      expect((await editor.delete(`${url}/${documentId}?locale=en`)).status).toBe(200);
      expect(await languagesOf(table, documentId)).toEqual([]);
    }
  );

  it('goes together with the others when the whole entry is deleted', async () => {
    const { documentId } = await aTopic(app.strapi, { german });
    expect((await editor.delete(`${TOPICS}/${documentId}?locale=*`)).status).toBe(200);
    expect(await languagesOf('webinars_topics', documentId)).toEqual([]);
  });
});
