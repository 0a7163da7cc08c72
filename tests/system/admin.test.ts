import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { layouts } from '../../plugins/webinars/server/src/content-types/layouts';
import { aSession, inDays } from '../factories';
import { invitationOf } from '../support/calendar';
import { ROOT } from '../support/environment';
import { expectInvariants } from '../support/invariants';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { someContent } from './admin-content';
import { launchBrowser, takePicture } from './browser';
import { COLLECTIONS, LANGUAGES, openDesk, PATIENCE_MS, type Desk, type Language } from './desk';

const TYPES = ['topic', 'session', 'speaker', 'registration'] as const;
type Type = (typeof TYPES)[number];

const everyView = LANGUAGES.flatMap((language) => TYPES.map((type) => ({ language, type })));

const WORDS = {
  en: {
    save: 'Save',
    saved: 'Saved document',
    start: 'Start',
    more: 'More actions',
    delete: 'Delete entry',
    confirm: 'Confirm',
    locked:
      'Session, e-mail address and state of a registration cannot be changed here: cancel it and register anew.',
    hasRegistrations: 'This session has registrations: cancel it instead of deleting it.',
  },
  de: {
    save: 'Speichern',
    saved: 'Gespeichert',
    start: 'Beginn',
    more: 'Weitere Aktionen',
    delete: 'Eintrag löschen',
    confirm: 'Bestätigen',
    locked:
      'Termin, E-Mail-Adresse und Status einer Anmeldung lassen sich hier nicht ändern: Sagen Sie sie ab und melden Sie neu an.',
    hasRegistrations:
      'Für diesen Termin gibt es Anmeldungen: Sagen Sie ihn ab, statt ihn zu löschen.',
  },
} as const;

let app: TestApp;
let browser: Browser;
let content: Record<Type, string>;
let desks: Record<Language, Desk>;

jest.setTimeout(2 * PATIENCE_MS);

beforeAll(async () => {
  [app, browser] = await Promise.all([startStrapi(), launchBrowser()]);
  content = await someContent(app);
  await app.runJobs();
  const there = { app, browser };
  desks = { en: await openDesk(there, 'en'), de: await openDesk(there, 'de') };
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Types in one language only take no notice of it. */
const versionIn = (language: Language) => `?plugins[i18n][locale]=${language}`;

const addressOf = (type: Type, language: Language) => {
  return `${COLLECTIONS}.${type}/${content[type]}${versionIn(language)}`;
};

const visit = (
  language: Language,
  address: string,
  look: (page: Page, words: (typeof WORDS)[Language]) => Promise<void>
) => desks[language].visit(address, (page) => look(page, WORDS[language]));

/** All of a view in one picture: the admin scrolls an inner part of the window. */
const takeTallPicture = async (page: Page, name: string) => {
  const height = await page.locator('main').evaluate(({ scrollHeight }) => scrollHeight + 40);
  await takePicture(page, name, { height });
};

const translations = (language: Language): Record<string, string> =>
  JSON.parse(
    readFileSync(
      path.join(ROOT, 'plugins', 'webinars', 'admin', 'src', 'translations', `${language}.json`),
      'utf8'
    )
  );

const labelOf = (language: Language, type: Type, field: string) =>
  translations(language)[`content-manager.content-types.plugin::webinars.${type}.${field}`] ??
  `no translation of ${field}`;

const sayingOf = (page: Page, sentence: string) => page.getByText(sentence, { exact: false });

describe('the form of a document', () => {
  it.each(everyView)(
    'names every field in the language of the editor, shows the counts and lets no figure be typed in ($type, $language)',
    async ({ type, language }) => {
      await visit(language, addressOf(type, language), async (page, { save }) => {
        await page.getByRole('button', { name: save, exact: true }).waitFor();
        await takeTallPicture(page, `admin-edit-${type}-${language}`);

        const shown = await page.locator('main').innerText();
        const fields = layouts[type].edit.flatMap((row) => Object.keys(row));
        const missing = fields.filter((field) => !shown.includes(labelOf(language, type, field)));
        expect(missing).toEqual([]);
        for (const field of FIGURES[type]) await expectDisabled(page, field);
        for (const [field, count] of Object.entries(COUNTS[type] ?? {})) {
          expect([field, await page.locator(`input[name=${field}]`).inputValue()]).toEqual([
            field,
            count,
          ]);
        }
      });
    }
  );
});

/** What is counted or decided elsewhere. */
const FIGURES: Record<Type, readonly string[]> = {
  topic: [],
  session: ['registrationCount', 'waitlistCount', 'attendanceCount'],
  speaker: [],
  registration: ['reference', 'state', 'paymentAmount', 'rating'],
};

/** How many seats are taken, and how many people wait. */
const COUNTS: Partial<Record<Type, Record<string, string>>> = {
  session: { registrationCount: '3', waitlistCount: '1' },
};

const expectDisabled = async (page: Page, field: string) => {
  const control = page.locator(`input[name="${field}"], [role=combobox][name="${field}"]`);
  expect({ field, isDisabled: await control.first().isDisabled() }).toEqual({
    field,
    isDisabled: true,
  });
};

describe('the list of documents', () => {
  it.each(everyView)(
    'has columns that say what matters, in the language of the editor ($type, $language)',
    async ({ type, language }) => {
      await visit(language, `${COLLECTIONS}.${type}${versionIn(language)}`, async (page) => {
        await page.getByRole('row').nth(1).waitFor();
        await takePicture(page, `admin-list-${type}-${language}`);

        const columns = await page.locator('thead th').allTextContents();
        expect(columns).toEqual(
          expect.arrayContaining(
            layouts[type].list.map((field) =>
              expect.stringContaining(labelOf(language, type, field))
            )
          )
        );
      });
    }
  );
});

describe('an editor is told in her own language', () => {
  it.each(LANGUAGES)('that the address of a registration stays (%s)', async (language) => {
    await visit(language, addressOf('registration', language), async (page, words) => {
      await page.locator('input[name=email]').fill('somebody.else@example.org');
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await sayingOf(page, words.locked).waitFor();
      await takePicture(page, `admin-refused-email-${language}`);
    });
    expect(
      await app.rows('webinars_registrations', { email: 'somebody.else@example.org' })
    ).toEqual([]);
  });

  it.each(LANGUAGES)('that a session with registrations is not deleted (%s)', async (language) => {
    await visit(language, addressOf('session', language), async (page, words) => {
      await page.getByRole('button', { name: words.more }).first().click();
      await page.getByRole('menuitem', { name: words.delete }).click();
      await page.getByRole('button', { name: words.confirm }).click();
      await sayingOf(page, words.hasRegistrations).waitFor();
      await takePicture(page, `admin-refused-delete-${language}`);
    });
    expect(await app.rows('webinars_sessions', { document_id: content.session })).toHaveLength(1);
  });
});

describe('an editor who saves the form of a session', () => {
  const aSessionWithSomebody = async (email: string) => {
    const { documentId } = await aSession(app.strapi, { datetime: afternoonIn(10) });
    await registered(app, documentId, { email });
    await app.runJobs();
    const [confirmation] = await app.mails.messages(email);
    app.mails.clear();
    return { documentId, before: invitationOf(confirmation) };
  };

  it('with another date has thereby told the registrants', async () => {
    const email = 'moved@example.org';
    const { documentId, before } = await aSessionWithSomebody(email);
    await visit('de', `${COLLECTIONS}.session/${documentId}`, async (page, words) => {
      const date = page.getByRole('group', { name: words.start }).getByRole('combobox').first();
      const save = page.getByRole('button', { name: words.save, exact: true });
      // The form may be filled in anew when the document is loaded once more, and what was typed before is gone.
      await untilTrue(async () => {
        await date.fill(germanDate(afternoonIn(12)));
        await date.press('Tab');
        return save.isEnabled();
      });
      await save.click();
      await sayingOf(page, words.saved).waitFor();
    });
    await app.runJobs();

    const [mail, ...others] = await app.mails.messages(email);
    expect(others).toEqual([]);
    const after = invitationOf(mail);
    expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.start).toBe(compact(afternoonIn(12)));
  });

  it('as cancelled has thereby cancelled for everyone, and told them', async () => {
    const email = 'called.off@example.org';
    const { documentId, before } = await aSessionWithSomebody(email);
    await visit('en', `${COLLECTIONS}.session/${documentId}`, async (page, words) => {
      await page.locator('[role=combobox][name=state]').click();
      await page.getByRole('option', { name: 'cancelled' }).click();
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await sayingOf(page, words.saved).waitFor();
    });
    await app.runJobs();

    const [mail] = await app.mails.messages(email);
    expect(invitationOf(mail)).toMatchObject({
      method: 'CANCEL',
      uid: before.uid,
      status: 'CANCELLED',
    });
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0 });
  });
});

const afternoonIn = (days: number) => `${inDays(days).slice(0, 10)}T15:00:00.000Z`;

const untilTrue = async (attempt: () => Promise<boolean>) => {
  const until = Date.now() + PATIENCE_MS;
  while (!(await attempt())) {
    if (Date.now() > until) throw new Error('it has not become true');
    await delay(500);
  }
};

/** As calendars write it: 20261203T150000Z. */
const compact = (instant: string) => instant.replace(/\.\d{3}|[-:]/g, '');

/** As the admin's date field wants it typed in: 03.12.2026. */
const germanDate = (instant: string) => instant.slice(0, 10).split('-').reverse().join('.');
