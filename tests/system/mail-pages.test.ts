import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { aSession, aTopic, inDays, programSettings } from '../factories';
import { linkOf } from '../support/mail-links';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { barriersOf, fitsWidth, launchBrowser, takePicture } from './browser';
import { createVisit, WIDTHS, WITHOUT_SCRIPTS } from './visiting';

type Language = 'en' | 'de';

const MINUTE = 60_000;

let app: TestApp;
let browser: Browser;
let topic: string;
let meeting: Server;
let meetingUrl: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startStrapi(), launchBrowser()]);
  meeting = createServer((_request, answer) => answer.end('<title>The meeting</title>'));
  meeting.listen(0, '127.0.0.1');
  await once(meeting, 'listening');
  meetingUrl = `http://127.0.0.1:${(meeting.address() as AddressInfo).port}/room`;
  await programSettings(app.strapi, {
    programName: 'Northlight Webinars',
    companyName: 'Northlight GmbH',
    supportEmail: 'webinars@northlight.example',
    brandColor: '#2A4BD7',
  });
  const { documentId } = await aTopic(app.strapi, {
    title: 'Automate office work without losing control',
    german: { title: 'Büroarbeit automatisieren, ohne die Kontrolle zu verlieren' },
  });
  topic = documentId;
});

afterEach(() => app.setClock(null));

afterAll(async () => {
  meeting.close();
  await browser.close();
  await app.stop();
});

const visit = createVisit(() => ({ browser, baseUrl: app.baseUrl }));

const START = new Date(`${inDays(14).slice(0, 10)}T15:00:00.000Z`);
const minutesFromStart = (minutes: number) =>
  app.setClock(new Date(START.getTime() + minutes * MINUTE));

const aLink = async (purpose: 'join' | 'feedback' | 'unsubscribe', language: Language = 'en') => {
  const { documentId } = await aSession(app.strapi, {
    topic,
    datetime: START.toISOString(),
    meetingUrl,
  });
  const { token, reference } = await registered(app, documentId, {
    language,
    timezone: 'Europe/Berlin',
  });
  return { reference, path: await linkOf(app, purpose, token) };
};

const rowOf = async (reference: string) => {
  const [row] = await app.rows('webinars_registrations', { reference });
  return row;
};

const LOOKS = [
  { name: 'early', purpose: 'join', minutes: -100 },
  { name: 'over', purpose: 'join', minutes: 61 },
  { name: 'feedback', purpose: 'feedback', minutes: 90 },
  { name: 'feedback-early', purpose: 'feedback', minutes: -90 },
  { name: 'preferences', purpose: 'unsubscribe', minutes: -90 },
] as const;

const views = LOOKS.flatMap((look) =>
  (['en', 'de'] as const).flatMap((language) => [
    { ...look, language, width: 'wide', scheme: 'light' } as const,
    { ...look, language, width: 'narrow', scheme: 'dark' } as const,
  ])
);

describe('a page that a mail leads to', () => {
  it.each(views)(
    'fits its window and puts up no barriers ($name, $language, $width, $scheme)',
    async ({ name, purpose, minutes, language, width, scheme }) => {
      const { path } = await aLink(purpose, language);
      minutesFromStart(minutes);
      await visit(
        path,
        async ({ page, strangers }) => {
          await takePicture(page, `page-${name}-${language}-${width}-${scheme}`);
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          expect(await fitsWidth(page)).toBe(true);
          expect(await barriersOf(page)).toEqual([]);
          expect(strangers).toEqual([]);
        },
        { viewport: { width: WIDTHS[width], height: 800 }, colorScheme: scheme }
      );
    }
  );
});

describe('the way in', () => {
  /** By its own name, the browser of these tests is a robot. */
  const throughTheDoor = async (path: string, options = {}) => {
    const context = await browser.newContext({
      baseURL: app.baseUrl,
      userAgent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      ...options,
    });
    const page = await context.newPage();
    return { page, context, response: await page.goto(path) };
  };

  it('leads somebody who clicks straight to the meeting, and remembers it', async () => {
    const { path, reference } = await aLink('join');
    minutesFromStart(-10);
    const { page, context } = await throughTheDoor(path);
    await page.waitForURL(meetingUrl);
    expect(await page.title()).toBe('The meeting');
    expect((await rowOf(reference))?.joined_at).not.toBeNull();
    await context.close();
  });

  it.each(['en', 'de'] as const)('needs one more click without scripts (%s)', async (language) => {
    const { path, reference } = await aLink('join', language);
    minutesFromStart(-10);
    const { page, context } = await throughTheDoor(path, WITHOUT_SCRIPTS);
    await takePicture(page, `page-join-${language}-wide-light`);
    expect((await rowOf(reference))?.joined_at).toBeNull();
    await page
      .getByRole('button', { name: { en: 'Join now', de: 'Jetzt teilnehmen' }[language] })
      .click();
    await page.waitForURL(meetingUrl);
    expect((await rowOf(reference))?.joined_at).not.toBeNull();
    await context.close();
  });

  it('leads straight to the meeting a browser that is a robot, and does not remember it', async () => {
    const { path, reference } = await aLink('join');
    minutesFromStart(-10);
    const { page, context } = await throughTheDoor(path, { userAgent: undefined });
    await page.waitForURL(meetingUrl);
    expect((await rowOf(reference))?.joined_at).toBeNull();
    await context.close();
  });

  it('does not draw those in again who come back from the meeting', async () => {
    const { path } = await aLink('join');
    minutesFromStart(-10);
    const { page, context } = await throughTheDoor('/api/webinars/r/nothing');
    await page.goto(path);
    await page.waitForURL(meetingUrl);
    await page.goBack();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url().startsWith(app.baseUrl)).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
    await context.close();
  });

  it.each([
    ['en', /1 hour · \d+ minutes?/],
    ['de', /1 Stunde · \d+ Minuten?/],
  ] as const)('counts down until it opens (%s)', async (language, left) => {
    const { path } = await aLink('join', language);
    minutesFromStart(-100);
    await visit(path, async ({ page }) => {
      const timer = page.getByRole('timer');
      await timer.waitFor();
      expect(await timer.innerText()).toMatch(left);
    });
  });

  it('says when it opens without scripts, too', async () => {
    const { path } = await aLink('join');
    minutesFromStart(-100);
    await visit(
      path,
      async ({ page, status }) => {
        expect(status).toBe(403);
        expect(await page.getByText('opens on').isVisible()).toBe(true);
        expect(await page.getByRole('timer').count()).toBe(0);
      },
      WITHOUT_SCRIPTS
    );
  });
});

it('puts up no barriers by saying what is missing', async () => {
  const { path } = await aLink('feedback');
  minutesFromStart(90);
  await visit(path, async ({ page }) => {
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });
});

describe('a visitor without JavaScript', () => {
  it('turns reminders off, reads that it is done, and undoes it', async () => {
    const { path } = await aLink('unsubscribe');
    await visit(
      path,
      async ({ page }) => {
        const reminders = page.getByRole('region', { name: 'Reminders' });
        await reminders.getByRole('button').click();
        await page.getByRole('status').waitFor();
        await takePicture(page, 'page-preferences-off-en-narrow-light');
        expect(await reminders.innerText()).toContain('Off');
        await reminders.getByRole('button', { name: 'Turn on again' }).click();
        await page.getByText('these mails come again').waitFor();
        expect(await reminders.innerText()).toContain('On');
      },
      { ...WITHOUT_SCRIPTS, viewport: { width: WIDTHS.narrow, height: 800 } }
    );
  });

  it('says how it was, is told what is missing, and thinks better of it', async () => {
    const { path, reference } = await aLink('feedback', 'de');
    minutesFromStart(90);
    await visit(
      path,
      async ({ page }) => {
        await page.getByRole('textbox').fill('Gern wieder.');
        await page.getByRole('button', { name: 'Absenden' }).click();
        await page.getByRole('alert').waitFor();
        await takePicture(page, 'page-feedback-missing-de-narrow-light');

        await page.getByRole('radio', { name: 'Sehr gut' }).check();
        await page.getByRole('button', { name: 'Absenden' }).click();
        await page.getByRole('status').waitFor();
        await takePicture(page, 'page-feedback-done-de-narrow-light');
        expect(await page.getByRole('textbox').inputValue()).toBe('Gern wieder.');

        await page.getByRole('radio', { name: 'Gut', exact: true }).check();
        await page.getByRole('button', { name: 'Erneut absenden' }).click();
        await page.getByRole('status').waitFor();
      },
      { ...WITHOUT_SCRIPTS, viewport: { width: WIDTHS.narrow, height: 800 } }
    );
    expect(await rowOf(reference)).toMatchObject({ rating: 4, feedback: 'Gern wieder.' });
  });
});
