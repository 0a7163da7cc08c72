import type { Browser } from 'playwright-core';
import { aSession, aTopic } from '../factories';
import { startStrapi, type TestApp } from '../support/strapi';
import { launchBrowser, strangersOf, takePicture } from './browser';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startStrapi(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe('the page of the API in a browser', () => {
  it('shows every route and asks this server, with nothing from elsewhere and nothing refused by its policy', async () => {
    const topic = await aTopic(app.strapi, { title: 'Shown on the page of the API' });
    await aSession(app.strapi, { topic: topic.documentId });
    const context = await browser.newContext();
    const strangers = strangersOf(context, app.baseUrl);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));

    await page.goto(`${app.baseUrl}/api/webinars/docs`);
    const listing = page.locator('#operations-Catalogue-listSessions');
    await listing.locator('.opblock-summary').click();
    await listing.getByRole('button', { name: 'Execute' }).click();
    await listing.locator('.live-responses-table .response-col_status').getByText('200').waitFor();
    expect(await listing.locator('.live-responses-table').innerText()).toContain(
      'Shown on the page of the API'
    );
    await takePicture(page, 'api-page');
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
    await context.close();
  });
});
