import type { Browser } from 'playwright-core';
import { aSession, aTopic, inDays, programSettings } from '../factories';
import { createEditor } from '../support/editor';
import { expectInvariants } from '../support/invariants';
import { cancel, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { barriersOf, fitsWidth, launchBrowser, takePicture } from './browser';
import { createVisit, WIDTHS, WITHOUT_SCRIPTS } from './visiting';

const TITLE = {
  en: 'Automate office work without losing control',
  de: 'Büroarbeit automatisieren, ohne die Kontrolle zu verlieren',
};

let app: TestApp;
let browser: Browser;
let topic: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startStrapi(), launchBrowser()]);
  await programSettings(app.strapi, {
    programName: 'Northlight Webinars',
    companyName: 'Northlight GmbH',
    companyUrl: 'https://northlight.example',
    supportEmail: 'webinars@northlight.example',
    supportPhone: '+49 30 5550 1234',
    brandColor: '#2A4BD7',
  });
  const { documentId } = await aTopic(app.strapi, {
    title: TITLE.en,
    german: { title: TITLE.de },
  });
  topic = documentId;
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const PEOPLE = {
  en: {
    firstName: 'Johanna',
    lastName: 'Winter',
    email: 'johanna.winter@example.org',
    language: 'en',
    timezone: 'Europe/London',
  },
  de: {
    firstName: 'Jürgen',
    lastName: 'Großmann',
    email: 'juergen.grossmann@example.org',
    language: 'de',
    timezone: 'Europe/Berlin',
  },
} as const;

/** What there is to decide about the registration; its calendar is always there to be had. */
const DECISIONS = 'section:not([aria-labelledby="feed"]) button';

/** At a time of day that is one date in every zone of these tests. */
const AFTERNOON = `${inDays(14).slice(0, 10)}T15:00:00.000Z`;

const aSeat = async (
  { language, ...overrides }: { language: 'en' | 'de' } & Record<string, unknown>,
  session: Record<string, unknown> = {}
) => {
  const { documentId } = await aSession(app.strapi, {
    topic,
    capacity: 20,
    datetime: AFTERNOON,
    ...session,
  });
  const { token } = await registered(app, documentId, { ...PEOPLE[language], ...overrides });
  return { documentId, token };
};

const pathOf = (token: string, query = '') => `/api/webinars/r/${token}${query}`;

const visit = createVisit(() => ({ browser, baseUrl: app.baseUrl }));

const SCHEMES = ['light', 'dark'] as const;

const views = (['en', 'de'] as const).flatMap((language) =>
  (['wide', 'narrow'] as const).flatMap((width) =>
    SCHEMES.map((scheme) => ({ language, width, scheme }))
  )
);

const windowOf = ({ width, scheme }: Pick<(typeof views)[number], 'width' | 'scheme'>) => ({
  viewport: { width: WIDTHS[width], height: 800 },
  colorScheme: scheme,
});

describe("the registrant's page", () => {
  it.each(views)(
    'fits its window and puts up no barriers ($language, $width, $scheme)',
    async (view) => {
      const { language } = view;
      const { token } = await aSeat({ language });
      await visit(
        pathOf(token),
        async ({ page, strangers }) => {
          await takePicture(page, `page-confirmed-${language}-${view.width}-${view.scheme}`);

          expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE[language]);
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          expect(await fitsWidth(page)).toBe(true);
          expect(await barriersOf(page)).toEqual([]);
          expect(strangers).toEqual([]);
        },
        windowOf(view)
      );
    }
  );

  it('speaks the language of the registration, and the other one at a click', async () => {
    const { token } = await aSeat({ language: 'de' });
    await visit(
      pathOf(token),
      async ({ page }) => {
        expect(await page.getByText('Bestätigt').isVisible()).toBe(true);
        await page.getByRole('link', { name: 'English' }).click();
        expect(await page.getByText('Confirmed').isVisible()).toBe(true);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE.en);
      },
      WITHOUT_SCRIPTS
    );
  });

  it("shows the time on the registrant's own clock, and on the organisers'", async () => {
    const datetime = '2031-03-20T15:00:00.000Z';
    const { token } = await aSeat({ language: 'en', timezone: 'America/New_York' }, { datetime });
    await visit(pathOf(token), async ({ page }) => {
      const facts = await page.locator('dl').innerText();
      expect(facts).toContain('Thursday, 20 March 2031\n11:00–12:00');
      expect(facts).toContain('America/New_York (your time)');
      expect(facts).toContain('16:00–17:00 CET (Europe/Berlin)');
    });
  });

  it('leads to the calendar entry', async () => {
    const { token } = await aSeat({ language: 'en' });
    await visit(pathOf(token), async ({ page }) => {
      const link = page.getByRole('link', { name: 'Add to calendar' });
      const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
      const answer = await page.request.get(address);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain('text/calendar');
    });
  });

  it('leads to the way in, which says when it opens', async () => {
    const { token } = await aSeat({ language: 'de' });
    await visit(pathOf(token), async ({ page }) => {
      await page.getByRole('link', { name: 'Am Webinar teilnehmen' }).click();
      expect(await page.getByText('Der Zugang zum Webinar öffnet am').isVisible()).toBe(true);
    });
  });

  it('shows what people typed in as text', async () => {
    const { token } = await aSeat({ language: 'en', firstName: '<i>Jo</i>', lastName: '& Co' });
    await visit(pathOf(token), async ({ page }) => {
      expect(await page.locator('dl').innerText()).toContain('<i>Jo</i> & Co');
    });
  });

  it('is kept by nobody, tells nobody where one comes from, and loads nothing', async () => {
    const { token } = await aSeat({ language: 'en' });
    const { headers } = await app.api.get(pathOf(token));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('calls things by their names when the session is called off', async () => {
    const { documentId, token } = await aSeat({ language: 'en' });
    await createEditor(await app.admin()).updateSession(documentId, { state: 'cancelled' });
    await app.runJobs();
    await visit(pathOf(token), async ({ page }) => {
      await takePicture(page, 'page-called-off-en-wide-light');
      expect(await page.getByText('The organisers have cancelled this webinar.').isVisible()).toBe(
        true
      );
      expect(await page.locator(DECISIONS).count()).toBe(0);
      expect(await barriersOf(page)).toEqual([]);
    });
  });

  it('offers nothing to cancel once the webinar has begun', async () => {
    const { documentId, token } = await aSeat({ language: 'en' });
    await app.change(
      'webinars_sessions',
      { document_id: documentId },
      { datetime: new Date(inDays(-1)) }
    );
    await visit(pathOf(token), async ({ page }) => {
      expect(await page.getByText('has begun or is already over').isVisible()).toBe(true);
      expect(await page.getByText('Cancel my registration').count()).toBe(0);
    });
  });
});

describe('a visitor without JavaScript', () => {
  it.each(['en', 'de'] as const)(
    'cancels, once, and reads that it is done (%s)',
    async (language) => {
      const { documentId, token } = await aSeat({ language }, { capacity: 1 });
      const words = {
        en: { open: 'Cancel my registration', confirm: 'Yes, cancel it', state: 'Cancelled' },
        de: { open: 'Anmeldung stornieren', confirm: 'Ja, stornieren', state: 'Storniert' },
      }[language];

      await visit(
        pathOf(token),
        async ({ page, strangers }) => {
          await page.getByText(words.open).click();
          await takePicture(page, `page-cancelling-${language}-narrow-light`);
          await page.getByRole('button', { name: words.confirm }).click();
          await page.getByRole('status').waitFor();
          await takePicture(page, `page-cancelled-${language}-narrow-light`);

          expect(await page.getByText(words.state, { exact: true }).isVisible()).toBe(true);
          expect(await page.locator(DECISIONS).count()).toBe(0);
          expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0 });

          const activities = await app.rows('webinars_activities');
          await page.reload();
          expect(await page.getByText(words.state, { exact: true }).isVisible()).toBe(true);
          expect(await app.rows('webinars_activities')).toEqual(activities);
          expect(strangers).toEqual([]);
        },
        { ...WITHOUT_SCRIPTS, viewport: { width: WIDTHS.narrow, height: 800 } }
      );
      expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
    }
  );

  it('reads her rank on the waitlist', async () => {
    const { documentId } = await aSeat({ language: 'en' }, { capacity: 1 });
    await registered(app, documentId);
    const { token } = await registered(app, documentId, PEOPLE.de);
    await visit(
      pathOf(token),
      async ({ page }) => {
        await takePicture(page, 'page-waitlisted-de-wide-dark');
        const rank = page.locator('div', { hasText: 'Warteplatz' }).last();
        expect(await rank.locator('dd').innerText()).toBe('2');
        expect(await page.getByText('In den Kalender').count()).toBe(0);
      },
      { ...WITHOUT_SCRIPTS, ...windowOf({ width: 'wide', scheme: 'dark' }) }
    );
  });

  it.each([
    {
      language: 'en',
      scheme: 'light',
      heading: 'Will you take the seat?',
      yes: 'Yes, I will be there',
      done: 'Confirmed',
    },
    {
      language: 'de',
      scheme: 'dark',
      heading: 'Möchten Sie den Platz?',
      yes: 'Ja, ich bin dabei',
      done: 'Bestätigt',
    },
  ] as const)(
    'takes a seat that is offered ($language)',
    async ({ language, scheme, heading, yes, done }) => {
      const taken = await aSeat({ language: 'en' }, { capacity: 1 });
      const { token } = await registered(app, taken.documentId, {
        ...PEOPLE[language],
        email: `waits.${language}@example.org`,
      });
      await cancel(app, taken.token);
      await visit(
        pathOf(token),
        async ({ page }) => {
          await page.getByRole('heading', { name: heading }).waitFor();
          expect(await barriersOf(page)).toEqual([]);
          expect(await fitsWidth(page)).toBe(true);
          await takePicture(page, `page-offered-${language}-narrow-${scheme}`);
          await page.getByRole('button', { name: yes }).click();
          await page.getByRole('status').waitFor();
          await takePicture(page, `page-accepted-${language}-narrow-${scheme}`);
          expect(await page.getByText(done, { exact: true }).isVisible()).toBe(true);
        },
        windowOf({ width: 'narrow', scheme })
      );
      expect(await expectInvariants(app, taken.documentId)).toMatchObject({ held: 1 });
    }
  );

  it.each([
    { language: 'en', sentence: 'This link is not valid' },
    { language: 'de', sentence: 'Dieser Link ist nicht gültig' },
  ])('is told kindly that a link is not valid ($language)', async ({ language, sentence }) => {
    const { token } = await aSeat({ language: 'en' });
    const tampered = `${token.slice(0, -4)}AAAA`;
    await visit(
      pathOf(tampered),
      async ({ page, status, strangers }) => {
        await takePicture(page, `page-invalid-${language}-wide-light`);
        expect(status).toBe(404);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(sentence);
        expect(await page.getByText('Johanna').count()).toBe(0);
        expect(strangers).toEqual([]);
      },
      { ...WITHOUT_SCRIPTS, locale: language }
    );
  });
});

describe('a link that is not valid', () => {
  it('puts up no barriers', async () => {
    await visit(pathOf('nothing'), async ({ page }) => {
      expect(await barriersOf(page)).toEqual([]);
    });
  });

  it('cancels nothing', async () => {
    const { documentId, token } = await aSeat({ language: 'en' });
    const answer = await app.api.post(pathOf(`${token.slice(0, -4)}AAAA`), {
      rawBody: 'action=cancel',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(303);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1 });
  });
});
