import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { createAccount, PASSWORD } from '../support/accounts';
import type { TestApp } from '../support/strapi';
import { strangersOf, takePicture } from './browser';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** An editor who is signed in to the admin. */
export type Desk = {
  /** Goes to a page of the admin, hands it over when all of it is drawn, and expects that it asked only this server. */
  visit(address: string, look: (page: Page) => Promise<void>): Promise<void>;
};

// A form of the admin takes a second on a machine at rest, and many on a busy one.
export const PATIENCE_MS = 120_000;

export const COLLECTIONS = '/admin/content-manager/collection-types/plugin::webinars';

const GREETING = { en: 'Hello Edith', de: 'Hallo Edith' };
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
  await createAccount(app.strapi, { email, role: id, language });

  const context = await browser.newContext({
    baseURL: app.baseUrl,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // A picture would show what slides in on its way.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // A window whose size has changed may never again call itself idle, and the admin draws its panels only then: but not
  // where, as in Safari, a browser cannot tell.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback'));
  const strangers = strangersOf(context, app.baseUrl);
  const untilDrawn = drawnBy(context);
  const page = await context.newPage();
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { level: 1, name: GREETING[language] }).waitFor();
  await takePicture(page, `admin-home-${language}`);

  return {
    visit: async (address, look) => {
      await dismissMessages(page);
      const nowhere = page.getByRole('heading', { name: NOT_FOUND[language] });
      await walkTo(page, NOWHERE);
      await nowhere.waitFor();
      await walkTo(page, address);
      await nowhere.waitFor({ state: 'detached' });
      await untilDrawn(page);
      await look(page);
      expect(strangers).toEqual([]);
    },
  };
};

/** In between, so that nothing is left of the page before: neither what was typed nor a dialog. */
const NOWHERE = '/admin/nowhere';
const NOT_FOUND = { en: 'Page not found', de: 'Seite nicht gefunden' };

/** As a link in the admin leads there: to load all of it anew for each page would take most of the time. */
const walkTo = (page: Page, address: string) =>
  page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);

/** What is said about one page outlasts it, and might be taken for what is said about the next one. */
const dismissMessages = async (page: Page) => {
  const messages = page.locator('[data-sonner-toast]');
  await messages
    .locator('button')
    .evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
  await messages.first().waitFor({ state: 'detached' });
};

/** Answers how to wait until a form or a list stands, asks for nothing more, and has shown what it was answered. */
const drawnBy = (context: BrowserContext) => {
  const underWay = new Set<Request>();
  let asked = 0;
  context.on('request', (request) => {
    underWay.add(request);
    asked += 1;
  });
  context.on('requestfinished', (request) => underWay.delete(request));
  context.on('requestfailed', (request) => underWay.delete(request));

  return async (page: Page) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    // The panels beside a form and the rows of a list come last.
    await page.locator('aside h2, tbody tr').first().waitFor();
    for (let before = -1; before !== asked || underWay.size > 0;) {
      before = asked;
      await page.evaluate(nextFrame);
    }
  };
};

/** When a frame has been drawn and what waited for it has run. */
const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
