import { createHttpClient, type HttpClient } from './http';
import type { TestApp } from './strapi';

let serial = 0;

/** Somebody in the admin whose role has these permissions and no others. */
export const signInWith = async (
  app: TestApp,
  permissions: readonly string[],
  options: { language?: 'en' | 'de' } = {}
): Promise<HttpClient> => clientWith(app, await tokenWith(app, permissions, options));

/** The token that such a person's browser sends. */
export const tokenWith = async (
  app: TestApp,
  permissions: readonly string[],
  { language = 'en' }: { language?: 'en' | 'de' } = {}
): Promise<string> => {
  serial += 1;
  const roles = app.strapi.service('admin::role');
  const role = await roles.create({ name: `Role ${serial}`, description: 'For a test' });
  await roles.assignPermissions(
    role.id,
    permissions.map((action) => ({ action, subject: null, conditions: [], properties: {} }))
  );
  return logIn(app, role.id, language);
};

/** Somebody in the admin who may do everything, and reads it in this language. */
export const signInAsEditor = async (app: TestApp, language: 'en' | 'de'): Promise<HttpClient> =>
  clientWith(app, await tokenOfEditor(app, language));

/** The token that such a person's browser sends, to any instance on this database. */
export const tokenOfEditor = async (app: TestApp, language: 'en' | 'de'): Promise<string> => {
  const role = await app.strapi.service('admin::role').getSuperAdmin();
  return logIn(app, role.id, language);
};

const clientWith = (app: TestApp, token: string) =>
  createHttpClient(app.baseUrl, { Authorization: `Bearer ${token}` });

const logIn = async (app: TestApp, role: number, language: string): Promise<string> => {
  serial += 1;
  const login = { email: `editor.${serial}@example.org`, password: 'Editor-of-the-tests-1' };
  await app.strapi.service('admin::user').create({
    ...login,
    firstname: 'Edith',
    lastname: 'Editor',
    preferedLanguage: language,
    isActive: true,
    roles: [role],
  });
  const answer = await createHttpClient(app.baseUrl).post<{ data: { token: string } }>(
    '/admin/login',
    { body: login }
  );
  return answer.body.data.token;
};
