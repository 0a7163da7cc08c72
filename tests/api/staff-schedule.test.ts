import { aSession, aSpeaker, programSettings } from '../factories';
import { createEditor, type Editor } from '../support/editor';
import { passTo, registeredAt, runsOf, tick } from '../support/reminding';
import { startStrapi, type TestApp } from '../support/strapi';
import { runJobsOfClock } from '../support/waitlist';

let app: TestApp;
let editor: Editor;

const START = '2027-06-20T16:00:00.000Z';
const LONG_BEFORE = '2027-05-20T10:00:00.000Z';

beforeAll(async () => {
  app = await startStrapi();
  editor = createEditor(await app.admin());
});

beforeEach(async () => {
  app.setClock(new Date(LONG_BEFORE));
  await runJobsOfClock(app);
  app.mails.clear();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let people = 0;
const aPerson = async () => {
  const email = `stage.${(people += 1)}@example.org`;
  return { email, documentId: (await aSpeaker(app.strapi, { email })).documentId };
};

const receivers = () => app.mails.received.flatMap(({ to }) => to).sort();

const kindsOf = async (session: string) =>
  (await app.rows('webinars_mails', { session_document_id: session }))
    .map(({ kind, state }) => `${kind} ${state}`)
    .sort();

describe('who is on stage', () => {
  it('is alerted three days before, each once', async () => {
    const [speaker, panelist, moderator] = [await aPerson(), await aPerson(), await aPerson()];
    const { documentId: session } = await aSession(app.strapi, {
      datetime: START,
      speaker: speaker.documentId,
      panelists: [panelist.documentId, speaker.documentId],
      moderator: moderator.documentId,
    });
    await runJobsOfClock(app);
    app.mails.clear();
    await passTo(app, '2027-06-17T15:59:59.000Z');
    expect(receivers()).toEqual([]);
    await passTo(app, '2027-06-17T16:00:00.000Z');
    await passTo(app, '2027-06-17T16:01:00.000Z');
    expect(receivers()).toEqual([speaker.email, panelist.email, moderator.email].sort());
    expect(await runsOf(app, session)).toContain('speaker-alert 4320 3');
  });

  it('is nobody in a session without speakers, which is on record', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await passTo(app, '2027-06-17T16:00:00.000Z');
    expect(await runsOf(app, session)).toContain('speaker-alert 4320 no_speaker');
  });

  it('is told when the session is published, by hand or by the clock', async () => {
    const [byHand, byClock] = [await aPerson(), await aPerson()];
    const draft = await aSession(app.strapi, {
      datetime: START,
      state: 'draft',
      speaker: byHand.documentId,
    });
    const planned = await aSession(app.strapi, {
      datetime: START,
      state: 'draft',
      scheduledPublishAt: '2027-05-21T10:00:00.000Z',
      speaker: byClock.documentId,
    });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([]);
    await editor.updateSession(draft.documentId, { state: 'published' });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([byHand.email]);
    await passTo(app, '2027-05-21T10:00:00.000Z');
    expect(receivers()).toEqual([byHand.email, byClock.email].sort());
    expect(await kindsOf(planned.documentId)).toEqual(['speaker-confirmation sent']);
  });

  it('is told when taking over a session that is public, and not when something else changes', async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    const { documentId: session } = await aSession(app.strapi, {
      datetime: START,
      speaker: first.documentId,
    });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([first.email]);
    app.mails.clear();
    await editor.updateSession(session, { capacity: 5 });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([]);
    await editor.updateSession(session, { speaker: second.documentId });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([second.email]);
  });

  it('is not told of a session that has begun', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const speaker = await aPerson();
    app.setClock(new Date('2027-06-20T16:10:00.000Z'));
    await tick(app);
    await editor.updateSession(session, { speaker: speaker.documentId });
    await runJobsOfClock(app);
    expect(receivers()).toEqual([]);
  });
});

describe('the programme manager', () => {
  const summaries = (sessionsReminders: boolean, manager: string | null) =>
    programSettings(app.strapi, {
      programManager: manager,
      notificationPreferences: { sessionsReminders },
    });

  it('gets a summary two days before, unless it is not wanted', async () => {
    const manager = await aPerson();
    await summaries(true, manager.documentId);
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await registeredAt(app, LONG_BEFORE, { session, email: 'guest@example.org' });
    app.mails.clear();
    await passTo(app, '2027-06-18T16:00:00.000Z');
    expect(receivers()).toEqual(['guest@example.org', manager.email].sort());
    expect(await runsOf(app, session)).toContain('manager-summary 2880 1');

    await summaries(false, manager.documentId);
    const { documentId: other } = await aSession(app.strapi, { datetime: START });
    await tick(app);
    await runJobsOfClock(app);
    expect(await runsOf(app, other)).toContain('manager-summary 2880 not_wanted');

    await summaries(true, null);
    const { documentId: third } = await aSession(app.strapi, { datetime: START });
    await tick(app);
    await runJobsOfClock(app);
    expect(await runsOf(app, third)).toContain('manager-summary 2880 no_manager');
  });
});
