import { clientWith, createAccount, logIn } from './accounts';
import type { HttpClient } from './http';
import type { TestApp } from './strapi';

let serial = 0;

/** Somebody in the admin whose role has these permissions and no others. */
export const signInWith = async (
  app: TestApp,
  permissions: readonly string[],
  options: { language?: 'en' | 'de' } = {}
): Promise<HttpClient> => clientWith(app.baseUrl, await tokenWith(app, permissions, options));

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
  return logInWith(app, role.id, language);
};

/** Somebody who may do everything in the admin, and reads it in this language. */
export const signInAsAdmin = async (app: TestApp, language: 'en' | 'de'): Promise<HttpClient> => {
  const role = await app.strapi.service('admin::role').getSuperAdmin();
  return clientWith(app.baseUrl, await logInWith(app, role.id, language));
};

/** Somebody in the admin who may do everything with webinars, and reads it in this language. */
export const signInAsEditor = async (app: TestApp, language: 'en' | 'de'): Promise<HttpClient> =>
  clientWith(app.baseUrl, await tokenOfEditor(app, language));

/** The token that such a person's browser sends, to any instance on this database. */
export const tokenOfEditor = async (app: TestApp, language: 'en' | 'de'): Promise<string> => {
  const role = editorsRoles.get(app.strapi) ?? makeEditorsRole(app);
  editorsRoles.set(app.strapi, role);
  return logInWith(app, await role, language);
};

const editorsRoles = new WeakMap<object, Promise<number>>();

/** Strapi weighs each right of a role at each request: those that have nothing to do with webinars stay away. */
const makeEditorsRole = async ({ strapi }: TestApp): Promise<number> => {
  const roles = strapi.service('admin::role');
  const { id } = await roles.getSuperAdmin();
  const all: Permission[] = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: id } });
  const ours = all.filter(({ action, subject }) =>
    [action, subject].some((name) => name?.startsWith('plugin::webinars.'))
  );
  const role = await roles.create({ name: 'Editor of webinars', description: 'For a test' });
  await roles.assignPermissions(
    role.id,
    ours.map(({ action, subject, properties, conditions }) => ({
      action,
      subject,
      properties,
      conditions,
    }))
  );
  return role.id;
};

type Permission = {
  action: string;
  subject: string | null;
  properties: object;
  conditions: string[];
};

const logInWith = async (app: TestApp, role: number, language: string): Promise<string> => {
  serial += 1;
  const email = `editor.${serial}@example.org`;
  await createAccount(app.strapi, { email, role, language });
  return logIn(app.baseUrl, email);
};
