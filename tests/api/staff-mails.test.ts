import type { JobCatalog } from '../../plugins/webinars/server/src/domain/job-catalog';
import { createTransaction } from '../../plugins/webinars/server/src/platform/transaction';
import { aSession, aSpeaker, documentsOf, programSettings } from '../factories';
import { makeRetriesDue } from '../support/due-jobs';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  await programSettings(app.strapi, {
    programName: 'Northlight Webinars',
    supportEmail: 'help@example.org',
    supportPhone: '+49 30 5550 1234',
  });
});

afterAll(() => app.stop());

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

type StaffMail = JobCatalog['messages.send-staff'];

const want = async (mail: StaffMail) => {
  const run = createTransaction({ strapi: app.strapi, maxWriters: 1 });
  const jobs = app.strapi.plugin('webinars').service('jobs');
  const key = `${mail.kind}:${mail.speakerId}:${mail.sessionId}:${mail.startsAt}`;
  await run((tx) => jobs.enqueue(tx, [{ type: 'messages.send-staff', key, payload: mail }]));
  await app.runJobs();
};

const STARTS_AT = '2031-12-04T15:00:00.000Z';

const setUp = async (overrides: Record<string, unknown> = {}) => {
  const speaker = await aSpeaker(app.strapi, { email: 'mara@example.org', title: 'Dr.' });
  const session = await aSession(app.strapi, {
    speaker: speaker.documentId,
    datetime: STARTS_AT,
    meetingUrl: 'https://meet.example.org/4711',
    capacity: 500,
    ...overrides,
  });
  await app.runJobs();
  app.mails.clear();
  const ids = { sessionId: session.documentId, speakerId: speaker.documentId };
  return {
    speaker,
    session,
    mail: { kind: 'speaker-alert', startsAt: STARTS_AT, ...ids } as const,
  };
};

/** Of what was wanted here: who comes on stage is told of that by itself. */
const recordsOf = async (sessionId: string) => {
  const rows = await app.rows('webinars_mails', {
    session_document_id: sessionId,
    kind: 'speaker-alert',
  });
  return rows.map(({ kind, state, reason, locale, speaker_document_id: speaker }) => ({
    kind,
    state,
    reason,
    locale,
    speaker,
  }));
};

it('tells a speaker who is coming, and keeps addresses to itself', async () => {
  const { session, speaker, mail } = await setUp({ language: 'de' });
  await registered(app, session.documentId, {
    firstName: 'Zoë',
    lastName: 'Müller',
    email: 'zoe@example.org',
    company: 'Nordwind & Söhne',
    position: 'Prokuristin',
    specialRequirements: 'Bitte mit Untertiteln.',
  });
  await registered(app, session.documentId, { company: 'Nordwind & Söhne' });
  await app.runJobs();
  app.mails.clear();
  await want(mail);

  const [message] = await app.mails.messages('mara@example.org');
  expect(message?.subject).toMatch(/^Ihr Webinar in .*: /);
  for (const content of [
    'Nordwind & Söhne (2)',
    'Prokuristin (1)',
    'Bitte mit Untertiteln.',
    'Bestätigt: 2 von 500 Plätzen',
    'https://meet.example.org/4711',
    '+49 30 5550 1234',
  ]) {
    expect(message?.text).toContain(content);
  }
  expect(message?.text).not.toMatch(/zoe@|Zoë|\/admin\//);
  expect(String(message?.html)).not.toMatch(/zoe@|Zo&#235;/);
  expect(await recordsOf(session.documentId)).toEqual([
    {
      kind: 'speaker-alert',
      state: 'sent',
      reason: null,
      locale: 'de',
      speaker: speaker.documentId,
    },
  ]);
});

it('tells the manager who they are, and what came in', async () => {
  const { session, mail } = await setUp();
  const manager = await aSpeaker(app.strapi, { email: 'manager@example.org' });
  await programSettings(app.strapi, { programManager: manager.documentId });
  const { reference } = await registered(app, session.documentId, {
    firstName: 'Zoë',
    lastName: 'Müller',
    email: 'zoe@example.org',
    company: 'Nordwind',
  });
  await app.change(
    'webinars_registrations',
    { reference },
    { payment_status: 'completed', payment_amount: 4900, payment_currency: 'EUR' }
  );
  await app.runJobs();
  app.mails.clear();
  await want({ ...mail, kind: 'manager-summary', speakerId: manager.documentId });

  const [message] = await app.mails.messages('manager@example.org');
  for (const content of [
    'Zoë Müller, Nordwind, zoe@example.org',
    'Revenue so far: €49.00',
    'REGISTRATIONS PER DAY',
    `https://cms.example.org/admin/content-manager/collection-types/plugin::webinars.session/${session.documentId}`,
  ]) {
    expect(message?.text).toContain(content);
  }
});

it('lists two hundred of a crowd, in a mail that no mailbox cuts off', async () => {
  const { session, mail } = await setUp();
  const manager = await aSpeaker(app.strapi, { email: 'crowd-manager@example.org' });
  await programSettings(app.strapi, { programManager: manager.documentId });
  await registered(app, session.documentId);
  const [pattern] = await app.rows('webinars_registrations', {
    session_document_id: session.documentId,
  });
  const { id: _id, ...row } = pattern ?? {};
  const crowd = Array.from({ length: 260 }, (_, index) => ({
    ...row,
    document_id: `crowd-${index}`,
    public_id: `crowd-${index}`.padStart(32, '0'),
    reference: `WEB-CRWD-${index}`,
    email: `jörg.hügelmann.${index}@eine-lange-domain.example.org`,
    email_key: `crowd-${index}@example.org`,
    first_name: 'Jörg-Sebastian',
    last_name: `Hügelmann-Äußerst ${index}`,
    company: 'Übersee-Großhandelsgesellschaft für Körbe',
    position: 'Geschäftsführender Gesellschafter',
    specific_questions: 'Wie weiter? '.repeat(100),
  }));
  const table = () => app.strapi.db.getConnection('webinars_registrations');
  for (let from = 0; from < crowd.length; from += 20) {
    await table().insert(crowd.slice(from, from + 20));
  }
  await app.runJobs();
  app.mails.clear();
  await want({ ...mail, kind: 'manager-summary', speakerId: manager.documentId });

  expect(app.mails.received).toHaveLength(1);
  const [message] = await app.mails.messages();
  expect(Buffer.byteLength(String(message?.html))).toBeLessThan(102 * 1024);
  const listed = message?.text?.match(/^- Jörg-Sebastian/gm)?.length ?? 0;
  expect(listed).toBeGreaterThan(100);
  expect(message?.text).toContain(`and ${261 - listed} more`);
});

describe('a mail that makes no sense any more', () => {
  it.each<[string, string, (ids: Ids) => Promise<unknown>]>([
    [
      'is moved',
      'session_moved',
      ({ sessionId }) =>
        documentsOf(app.strapi, 'plugin::webinars.session').update({
          documentId: sessionId,
          data: { datetime: '2031-12-05T15:00:00.000Z' },
        }),
    ],
    [
      'is cancelled',
      'session_cancelled',
      ({ sessionId }) =>
        documentsOf(app.strapi, 'plugin::webinars.session').update({
          documentId: sessionId,
          data: { state: 'cancelled' },
        }),
    ],
    [
      'has another speaker',
      'not_assigned',
      async ({ sessionId }) =>
        documentsOf(app.strapi, 'plugin::webinars.session').update({
          documentId: sessionId,
          data: { speaker: (await aSpeaker(app.strapi)).documentId },
        }),
    ],
    [
      'has a speaker who is not active any more',
      'speaker_gone',
      ({ speakerId }) =>
        app.change('webinars_speakers', { document_id: speakerId }, { is_active: false }),
    ],
  ])('stays here when the session %s', async (_what, reason, happen) => {
    const { session, speaker, mail } = await setUp();
    await happen({ sessionId: session.documentId, speakerId: speaker.documentId });
    await app.runJobs();
    app.mails.clear();
    await want(mail);
    expect(app.mails.received).toHaveLength(0);
    expect(await recordsOf(session.documentId)).toMatchObject([{ state: 'skipped', reason }]);
  });
});

type Ids = { sessionId: string; speakerId: string };

it('is the same mail when it has to be tried again, and is sent once', async () => {
  const { session, mail } = await setUp();
  app.mails.failNext(1, 'close');
  await want(mail);
  await makeRetriesDue(app);
  await app.runJobs();
  await makeRetriesDue(app);
  await app.runJobs();
  const ids = app.mails.received.map(({ messageId }) => messageId);
  expect(ids.length).toBeGreaterThanOrEqual(1);
  expect(new Set(ids).size).toBe(1);
  expect(await recordsOf(session.documentId)).toMatchObject([{ state: 'sent' }]);
});
