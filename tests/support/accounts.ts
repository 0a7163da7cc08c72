import type { Core } from '@strapi/strapi';
import { createHttpClient, type HttpClient } from './http';

/** Of everybody in the admin. */
export const PASSWORD = 'Editor-of-the-tests-1';

const SUPER_ADMIN = {
  email: 'editor@example.org',
  password: PASSWORD,
  firstname: 'Edith',
  lastname: 'Editor',
};

/** Its hash, with as few rounds as there can be: nobody guesses it. */
const QUICK_HASH = '$2a$04$ZbOJhnCYrOhyMF1457EB7ehqr.hcMifDXsLxohkSYkbm0TBQAO4c.';

/** Somebody in the admin who can sign in; by Strapi's own service, hashing the password would take most of the time. */
export const createAccount = async (
  strapi: Core.Strapi,
  { email, role, language }: { email: string; role: number; language?: string }
): Promise<void> => {
  await strapi.db.query('admin::user').create({
    data: {
      ...SUPER_ADMIN,
      email,
      password: QUICK_HASH,
      preferedLanguage: language,
      isActive: true,
      roles: [role],
    },
  });
};

/** With the rights of a super admin. */
export const signInAsSuperAdmin = async (
  strapi: Core.Strapi,
  baseUrl: string
): Promise<HttpClient> => {
  const { email } = SUPER_ADMIN;
  if ((await strapi.db.query('admin::user').count({ where: { email } })) === 0) {
    const { id } = await strapi.service('admin::role').getSuperAdmin();
    await createAccount(strapi, { email, role: id });
  }
  return clientWith(baseUrl, await logIn(baseUrl, email));
};

/** The same on a server of which there is only the address: the first call creates the admin, later ones log in. */
export const signIn = async (baseUrl: string): Promise<HttpClient> => {
  const registered = await createHttpClient(baseUrl).post<TokenBody>('/admin/register-admin', {
    body: SUPER_ADMIN,
  });
  const token = registered.body.data?.token ?? (await logIn(baseUrl, SUPER_ADMIN.email));
  return clientWith(baseUrl, token);
};

export const clientWith = (baseUrl: string, token: string): HttpClient =>
  createHttpClient(baseUrl, { Authorization: `Bearer ${token}` });

/** Answers the token of the session. */
export const logIn = async (baseUrl: string, email: string): Promise<string> => {
  const answer = await createHttpClient(baseUrl).post<TokenBody>('/admin/login', {
    body: { email, password: PASSWORD },
  });
  const token = answer.body.data?.token;
  if (token === undefined) throw new Error(`no admin session: ${answer.text}`);
  return token;
};

type TokenBody = { data?: { token?: string } };
