import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/strapi';
import { strangersOf, takePicture } from './browser';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** An editor who is signed in to the admin. */
export type Desk = {
  /** Opens a page of the admin, hands it over, closes it, and expects that it asked only this server. */
  visit(address: string, look: (page: Page) => Promise<void>): Promise<void>;
};

// The whole admin is loaded for each visit: seconds on a machine at rest, a minute on a busy one.
export const PATIENCE_MS = 120_000;

export const COLLECTIONS = '/admin/content-manager/collection-types/plugin::webinars';

const GREETING = { en: 'Hello Edith', de: 'Hallo Edith' };
const PASSWORD = 'Editor-of-the-tests-1';
let serial = 0;

/** Makes somebody of that language and role (a super admin, unless one is given), who signs in by the form. */
export const openDesk = async (
  { app, browser }: { app: TestApp; browser: Browser },
  language: Language,
  role?: { id: number }
): Promise<Desk> => {
  serial += 1;
  const email = `edith.${serial}@example.org`;
  const { id } = role ?? (await app.strapi.service('admin::role').getSuperAdmin());
  await app.strapi.service('admin::user').create({
    firstname: 'Edith',
    lastname: 'Editor',
    email,
    password: PASSWORD,
    isActive: true,
    roles: [id],
    preferedLanguage: language,
  });

  const context = await browser.newContext({
    baseURL: app.baseUrl,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // A picture would show what slides in on its way.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const strangers = strangersOf(context, app.baseUrl);
  const page = await context.newPage();
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { level: 1, name: GREETING[language] }).waitFor();
  await takePicture(page, `admin-home-${language}`);
  await page.close();

  return {
    visit: async (address, look) => {
      const visited = await context.newPage();
      try {
        await visited.goto(address);
        await visited.getByRole('heading', { level: 1 }).waitFor();
        await visited.waitForLoadState('networkidle');
        await look(visited);
        expect(strangers).toEqual([]);
      } finally {
        await visited.close();
      }
    },
  };
};
