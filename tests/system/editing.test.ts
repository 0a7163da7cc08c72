import type { Browser, Page } from 'playwright-core';
import { aSession } from '../factories';
import { expectInvariants } from '../support/invariants';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { launchBrowser, takePicture } from './browser';
import { COLLECTIONS, LANGUAGES, openDesk, PATIENCE_MS, type Desk, type Language } from './desk';

const WORDS = {
  en: {
    approve: 'Approve',
    approved: 'Approved: the seat is booked.',
    reject: 'Reject',
    reason: 'Reason (optional)',
    rejected: 'Rejected. A mail says so.',
    cancel: 'Cancel registration',
    cancelled: 'Cancelled. A mail says so.',
    resend: 'Send mail again',
    resent: 'The mail is on its way once more.',
    row: 'Row actions',
    allCancelled: '2 registrations done.',
    someRefused: '1 done, 2 refused: This webinar is fully booked.',
    seats: 'Seats',
    summary: '1 of 1 seat taken, 0 free',
    offered: '1 seat offered',
    waiting: '2 on the waitlist',
    unsaved: 'Please save your changes first.',
    stale: 'This is not possible in the present state.',
  },
  de: {
    approve: 'Freigeben',
    approved: 'Freigegeben: Der Platz ist gebucht.',
    reject: 'Ablehnen',
    reason: 'Grund (freiwillig)',
    rejected: 'Abgelehnt. Eine E-Mail teilt es mit.',
    cancel: 'Anmeldung stornieren',
    cancelled: 'Storniert. Eine E-Mail teilt es mit.',
    resend: 'E-Mail erneut senden',
    resent: 'Die E-Mail ist noch einmal unterwegs.',
    row: 'Zeilenaktionen',
    allCancelled: '2 Anmeldungen erledigt.',
    someRefused: '1 erledigt, 2 verweigert: Dieses Webinar ist ausgebucht.',
    seats: 'Plätze',
    summary: '1 von 1 Platz belegt, 0 frei',
    offered: '1 Platz angeboten',
    waiting: '2 auf der Warteliste',
    unsaved: 'Bitte speichern Sie zuerst Ihre Änderungen.',
    stale: 'Das ist im jetzigen Zustand nicht möglich.',
  },
} as const;

let app: TestApp;
let browser: Browser;
let desks: Record<Language, Desk>;

jest.setTimeout(2 * PATIENCE_MS);

beforeAll(async () => {
  [app, browser] = await Promise.all([startStrapi(), launchBrowser()]);
  const there = { app, browser };
  desks = { en: await openDesk(there, 'en'), de: await openDesk(there, 'de') };
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const PEOPLE = [
  { firstName: 'Johanna', lastName: 'Winter', company: 'Winter & Söhne KG' },
  { firstName: 'Tobias', lastName: 'Okafor', company: 'Hafenwerk AG' },
  { firstName: 'Élodie', lastName: 'Brunet', company: 'Atelier du Nord' },
];

/** A session and people who have registered for it, in this order, their first mails delivered. */
const aSessionWith = async (count: number, session: Record<string, unknown>) => {
  const { documentId, slug } = await aSession(app.strapi, session);
  const people = PEOPLE.slice(0, count).map((person) => ({
    ...person,
    email: `${person.lastName}.${documentId}@example.org`.toLowerCase(),
  }));
  for (const person of people) await registered(app, documentId, person);
  await app.runJobs();
  app.mails.clear();
  const rows = await app.rows('webinars_registrations', { session_document_id: documentId });
  return {
    documentId,
    slug: String(slug),
    registrations: rows.map(({ document_id: id }) => String(id)),
    emails: people.map(({ email }) => email),
  };
};

const statesOf = async (sessionId: string) =>
  (await expectInvariants(app, sessionId)).rows.map(({ state }) => state);

const formOf = (registration = '') => `${COLLECTIONS}.registration/${registration}`;

const listOf = (slug: string) =>
  `${COLLECTIONS}.registration?page=1&pageSize=50&sort=registeredAt:ASC&filters[$and][0][session][slug][$eq]=${slug}`;

const stateIn = (page: Page, state: string) =>
  page.locator('[role=combobox][name=state]', { hasText: state });

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();

const subjectsTo = async (email: string) => {
  await app.runJobs();
  return (await app.mails.messages(email)).map(({ subject }) => String(subject));
};

describe.each(LANGUAGES)('beside the form of a registration, an editor (%s)', (language) => {
  const words = WORDS[language];

  it('approves, and sees the new state at once', async () => {
    const { documentId, registrations, emails } = await aSessionWith(1, { requiresApproval: true });
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await stateIn(page, 'awaiting_approval').waitFor();
      await takePicture(page, `editing-form-${language}`);
      await press(page, words.approve);
      await page.getByText(words.approved).waitFor();
      await stateIn(page, 'confirmed').waitFor();
      await takePicture(page, `editing-approved-${language}`);
      await page.getByRole('button', { name: words.approve }).waitFor({ state: 'detached' });
    });
    expect(await statesOf(documentId)).toEqual(['confirmed']);
    expect(await subjectsTo(String(emails[0]))).toHaveLength(1);
  });

  it('rejects, and says why', async () => {
    const { documentId, registrations, emails } = await aSessionWith(1, { requiresApproval: true });
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await press(page, words.reject);
      await page.getByLabel(words.reason).fill('For members of the works council only.');
      await takePicture(page, `editing-reject-${language}`);
      await page.getByRole('dialog').getByRole('button', { name: words.reject }).click();
      await page.getByText(words.rejected).waitFor();
      await stateIn(page, 'rejected').waitFor();
      await takePicture(page, `editing-rejected-${language}`);
    });
    expect(await statesOf(documentId)).toEqual(['rejected']);
    await app.runJobs();
    const [mail] = await app.mails.messages(String(emails[0]));
    expect(mail?.text).toContain('For members of the works council only.');
  });

  it('cancels after a question, and nothing before it', async () => {
    const { documentId, registrations } = await aSessionWith(1, {});
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await press(page, words.cancel);
      await takePicture(page, `editing-cancel-${language}`);
      expect(await statesOf(documentId)).toEqual(['confirmed']);
      await page.getByRole('dialog').getByRole('button', { name: words.cancel }).click();
      await page.getByText(words.cancelled).waitFor();
      await stateIn(page, 'cancelled').waitFor();
    });
    expect(await statesOf(documentId)).toEqual(['cancelled']);
  });

  it('sends the mail again', async () => {
    const { registrations, emails } = await aSessionWith(1, {});
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await press(page, words.resend);
      await page.getByText(words.resent).waitFor();
      await takePicture(page, `editing-resent-${language}`);
    });
    expect(await subjectsTo(String(emails[0]))).toEqual([expect.stringMatching(/^You’re in/)]);
  });

  it('is told to save first, rather than losing what was typed', async () => {
    const { documentId, registrations } = await aSessionWith(1, { requiresApproval: true });
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await page.locator('input[name=lastName]').fill('Winter-Berg');
      await press(page, words.approve);
      await page.getByText(words.unsaved).waitFor();
      expect(await page.locator('input[name=lastName]').inputValue()).toBe('Winter-Berg');
    });
    expect(await statesOf(documentId)).toEqual(['awaiting_approval']);
  });

  it('is told what the server says when a colleague was faster, and sees the present state', async () => {
    const { documentId, registrations } = await aSessionWith(1, { requiresApproval: true });
    await desks[language].visit(formOf(registrations[0]), async (page) => {
      await stateIn(page, 'awaiting_approval').waitFor();
      await app.strapi
        .plugin('webinars')
        .service('registration')
        .reject({
          documentId: registrations[0],
          actor: { kind: 'system' },
          reason: null,
        });
      await press(page, words.approve);
      await page.getByText(words.stale).waitFor();
      await stateIn(page, 'rejected').waitFor();
    });
    expect(await statesOf(documentId)).toEqual(['rejected']);
  });
});

describe.each(LANGUAGES)('in the list of registrations, an editor (%s)', (language) => {
  const words = WORDS[language];

  it('approves several, and reads which ones were refused and why', async () => {
    const { documentId, slug } = await aSessionWith(3, {
      requiresApproval: true,
      capacity: 1,
      allowWaitlist: false,
    });
    await desks[language].visit(listOf(slug), async (page) => {
      await page.getByText('awaiting_approval').nth(2).waitFor();
      await page.locator('thead').getByRole('checkbox').click();
      await takePicture(page, `editing-bulk-${language}`);
      await press(page, words.approve);
      await takePicture(page, `editing-bulk-question-${language}`);
      await page.getByRole('dialog').getByRole('button', { name: words.approve }).click();
      await page.getByText(words.someRefused).waitFor();
      await page.getByText('confirmed', { exact: true }).waitFor();
      await takePicture(page, `editing-bulk-done-${language}`);
      expect(await page.locator('tbody [role=checkbox][aria-checked=true]').count()).toBe(2);
    });
    expect(await statesOf(documentId)).toEqual([
      'confirmed',
      'awaiting_approval',
      'awaiting_approval',
    ]);
  });

  it('cancels several, whose seats go to who waits', async () => {
    const { documentId, slug } = await aSessionWith(3, { capacity: 2 });
    await desks[language].visit(listOf(slug), async (page) => {
      await page.getByText('waitlisted').waitFor();
      const confirmed = page.locator('tbody tr', { hasText: 'confirmed' });
      await confirmed.nth(0).getByRole('checkbox').click();
      await confirmed.nth(1).getByRole('checkbox').click();
      await press(page, words.cancel);
      await page.getByRole('dialog').getByRole('button', { name: /2/ }).click();
      await page.getByText(words.allCancelled).waitFor();
      await page.getByText('offered', { exact: true }).waitFor();
    });
    expect(await statesOf(documentId)).toEqual(['cancelled', 'cancelled', 'offered']);
  });

  it('rejects one out of the menu of its row', async () => {
    const { documentId, slug } = await aSessionWith(2, { requiresApproval: true });
    await desks[language].visit(listOf(slug), async (page) => {
      const row = page.locator('tbody tr', { hasText: 'Okafor' });
      await row.getByRole('button', { name: words.row }).click();
      await takePicture(page, `editing-row-menu-${language}`);
      await page.getByRole('menuitem', { name: words.reject }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.reject }).click();
      await page.getByText(words.rejected).waitFor();
      await page.locator('tbody tr', { hasText: 'rejected' }).waitFor();
    });
    expect(await statesOf(documentId)).toEqual(['awaiting_approval', 'rejected']);
  });
});

describe.each(LANGUAGES)('beside the form of a session, an editor (%s)', (language) => {
  const words = WORDS[language];

  it('reads who has its seats, and opens the list of those', async () => {
    const { documentId, registrations } = await aSessionWith(3, { capacity: 1 });
    await app.strapi
      .plugin('webinars')
      .service('registration')
      .cancelByEditor({ documentId: registrations[0], actor: { kind: 'system' } });
    await registered(app, documentId);
    await desks[language].visit(`${COLLECTIONS}.session/${documentId}`, async (page) => {
      await page.getByRole('heading', { name: words.seats }).waitFor();
      await page.getByText(words.summary).waitFor();
      await page.getByText(words.waiting).waitFor();
      await takePicture(page, `editing-seats-${language}`);
      await page.getByRole('link', { name: words.offered }).click();
      await page.locator('tbody tr', { hasText: 'Okafor' }).waitFor();
      await takePicture(page, `editing-seats-list-${language}`);
      expect(await page.locator('tbody tr').count()).toBe(1);
    });
  });
});

describe('an editor without the permissions', () => {
  it('sees none of it', async () => {
    const roles = app.strapi.service('admin::role');
    const role = await roles.create({ name: 'Reader', description: 'Reads registrations' });
    const subjects = ['plugin::webinars.registration', 'plugin::webinars.session'];
    const fields = (subject: string) =>
      Object.keys(app.strapi.contentType(subject as never).attributes);
    await roles.assignPermissions(
      role.id,
      subjects.map((subject) => ({
        action: 'plugin::content-manager.explorer.read',
        subject,
        conditions: [],
        properties: { fields: fields(subject) },
      }))
    );
    const desk = await openDesk({ app, browser }, 'en', role);
    const { documentId, registrations } = await aSessionWith(1, { requiresApproval: true });
    await desk.visit(formOf(registrations[0]), async (page) => {
      await stateIn(page, 'awaiting_approval').waitFor();
      await takePicture(page, 'editing-reader');
      for (const name of [WORDS.en.approve, WORDS.en.resend, WORDS.en.cancel]) {
        expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
      }
    });
    await desk.visit(`${COLLECTIONS}.session/${documentId}`, async (page) => {
      await page.locator('input[name=slug]').waitFor();
      expect(await page.getByRole('heading', { name: WORDS.en.seats }).count()).toBe(0);
    });
  });
});
