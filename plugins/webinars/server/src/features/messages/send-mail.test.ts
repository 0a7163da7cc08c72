import { Semaphore } from 'async-mutex';
import { aMailProgram, aMailSession, aRecipient } from '../../../../../../tests/factories/mails';
import type { JobCatalog, MailKind } from '../../domain/job-catalog';
import type { Reach } from '../../domain/mail-preferences';
import { createIcsWriter } from '../../platform/ics';
import { PutOff } from '../../platform/jobs';
import { fakeMailer } from './delivery/fake-mailer';
import { MailFailure } from './delivery/mailer';
import { createMailServerWatch } from './delivery/mail-server-watch';
import type { MailOutcome } from './mail-store';
import type { MailRecipient, MailSession } from './letter/mail-subject';
import { createMailRenderer } from './look/render-mail';
import { sendMail, type SendMailDeps } from './send-mail';

const NOW = new Date('2026-11-22T10:00:00Z');
const render = createMailRenderer();

const setUp = ({
  recipient = aRecipient(),
  session = aMailSession() as MailSession | null,
  movedRevision = 0,
  isClaimed = true,
  waitSeconds = 0,
  reach = { isSuppressed: false, optOuts: [] },
  wasInvited = false,
  connections = new Semaphore(1),
}: {
  recipient?: MailRecipient | null;
  session?: MailSession | null;
  movedRevision?: number;
  isClaimed?: boolean;
  waitSeconds?: number;
  reach?: Reach;
  wasInvited?: boolean;
  connections?: Semaphore;
} = {}) => {
  const mailer = fakeMailer();
  const outcomes: MailOutcome[] = [];
  const warnings: string[] = [];
  let attempt = 0;
  let now = NOW;
  const deps: SendMailDeps = {
    clock: { now: () => now },
    facts: {
      session: async () => session,
      next: async () => [],
      program: async () => ({
        ...aMailProgram(),
        patterns: { session: { en: null, de: null }, registration: { en: null, de: null } },
      }),
    },
    render,
    letters: (_key, render) => render(),
    templates: { find: async () => null, report: async () => undefined },
    writeIcs: createIcsWriter({ productId: '-//Example//EN' }),
    mailer,
    watch: createMailServerWatch(),
    pace: { waitSeconds: () => waitSeconds, take: async () => waitSeconds },
    underWay: new Set(),
    connections,
    otherParts: async () => [],
    feedUrlOf: async () => 'https://cms.example.org/feed.ics',
    store: {
      claim: async ({ key }) => {
        attempt += 1;
        return isClaimed ? { id: 'mail-1', key, messageId: '<mail-1@example.org>', attempt } : null;
      },
      loadAddressee: async () =>
        recipient && {
          recipient,
          emailKey: recipient.email,
          reach,
          sessionId: 'session',
          sessionRevisions: { movedRevision, accessRevision: 0 },
          sessionVersion: '1',
        },
      wasInvited: async () => wasInvited,
      waitlistRank: async () => 4,
      record: async (outcome) => {
        outcomes.push(outcome);
      },
    },
    sender: { name: 'Webinars', address: 'webinars@example.org' },
    host: 'cms.example.org',
    siteUrl: '',
    publicUrl: 'https://cms.example.org',
    signToken: (_purpose, { publicId }) => `${publicId}.mac`,
    warn: (message) => warnings.push(message),
  };
  const run = (
    kind: MailKind,
    {
      isLastAttempt = false,
      key = 'key',
      ...payload
    }: {
      isLastAttempt?: boolean;
      key?: string;
      change?: JobCatalog['messages.send']['change'];
    } = {}
  ) =>
    sendMail(deps)(
      { kind, registrationId: 'registration', ...payload },
      { key, isLastAttempt, signal: new AbortController().signal }
    );
  const setNow = (instant: Date) => {
    now = instant;
  };
  return { run, mailer, outcomes, warnings, setNow };
};

const lineOf = (ics: string, name: string) =>
  new RegExp(`^${name}[:;](.*)$`, 'm').exec(ics.replaceAll('\r\n ', ''))?.[1]?.trim();

it('sends a confirmation with the invitation and puts it on record', async () => {
  const { run, mailer, outcomes } = setUp();
  await run('confirmation');

  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]).toMatchObject({
    idempotencyKey: '<mail-1@example.org>',
    mail: {
      from: { name: 'Northlight Webinars', address: 'webinars@example.org' },
      to: { name: 'Johanna Reinhardt', address: 'johanna.reinhardt@example.org' },
      replyTo: 'webinars@example.org',
      calendar: { method: 'REQUEST' },
    },
  });
  const ics = mailer.sent[0]?.mail.calendar?.content ?? '';
  expect(lineOf(ics, 'UID')).toBe('registration-0123456789abcdef0123456789abcdef@cms.example.org');
  expect(lineOf(ics, 'ORGANIZER')).toContain('mailto:webinars@example.org');
  expect(outcomes).toEqual([
    expect.objectContaining({ state: 'sent', outcome: 'accepted', at: NOW }),
  ]);
});

it('leads to the plugin’s own page while there is no site', async () => {
  const { run, mailer } = setUp();
  await run('confirmation');
  expect(mailer.sent[0]?.mail.text).toContain(
    'https://cms.example.org/api/webinars/r/0123456789abcdef0123456789abcdef.mac'
  );
});

it('lets an answer go before reminders that wait for a connection', async () => {
  const { run, mailer } = setUp();
  await Promise.all([
    run('reminder-final', { key: 'first' }),
    run('reminder-final', { key: 'second' }),
    run('confirmation', { key: 'third' }),
  ]);
  const calendars = mailer.sent.map(({ mail }) => mail.calendar?.method ?? null);
  expect(calendars).toEqual([null, 'REQUEST', null]);
});

it('does not send what was sent before', async () => {
  const { run, mailer, outcomes } = setUp({ isClaimed: false });
  await run('confirmation');
  expect([mailer.sent, outcomes]).toEqual([[], []]);
});

it.each([
  ['the registration is gone', 'confirmation', { recipient: null }, 'registration_gone'],
  [
    'the registration was cancelled meanwhile',
    'confirmation',
    { recipient: aRecipient({ state: 'cancelled' }) },
    'registration_cancelled',
  ],
  ['the session is gone', 'confirmation', { session: null }, 'session_gone'],
  ['a later move follows', 'session-moved', { movedRevision: 2 }, 'session_moved_again'],
] as const)('keeps quiet when %s, and says why', async (_when, kind, situation, reason) => {
  const { run, mailer, outcomes } = setUp(situation);
  await run(kind, kind === 'session-moved' ? { change: { news: 'moved', revision: 1 } } : {});
  expect(mailer.sent).toEqual([]);
  expect(outcomes).toEqual([expect.objectContaining({ state: 'skipped', reason, outcome: null })]);
});

describe('the calendar', () => {
  it('is left alone for somebody on the waitlist', async () => {
    const { run, mailer } = setUp({ recipient: aRecipient({ state: 'waitlisted' }) });
    await run('session-moved');
    expect(mailer.sent[0]?.mail.calendar).toBeNull();
    expect(mailer.sent[0]?.mail.text).not.toContain('webinar.ics');
  });

  it('loses an entry that it may have got, by a higher sequence', async () => {
    const { run, mailer } = setUp({
      recipient: aRecipient({ state: 'cancelled', revision: 1 }),
      session: aMailSession({ revision: 2 }),
      wasInvited: true,
    });
    await run('cancelled-by-attendee');
    const calendar = mailer.sent[0]?.mail.calendar;
    expect(calendar?.method).toBe('CANCEL');
    expect(lineOf(calendar?.content ?? '', 'SEQUENCE')).toBe('3');
    expect(lineOf(calendar?.content ?? '', 'STATUS')).toBe('CANCELLED');
  });

  it('hears of no cancellation of what it never had', async () => {
    const { run, mailer } = setUp({ recipient: aRecipient({ state: 'cancelled' }) });
    await run('session-cancelled');
    expect(mailer.sent[0]?.mail.calendar).toBeNull();
  });
});

it('names the rank on the waitlist', async () => {
  const { run, mailer } = setUp({
    recipient: aRecipient({ state: 'waitlisted', waitlistSequence: 9 }),
  });
  await run('waitlist-joined');
  expect(mailer.sent[0]?.mail.text).toContain('You are number 4 in line');
});

describe('when the mail server', () => {
  it('asks to try later, the job is tried again, under the same Message-ID', async () => {
    const { run, mailer, outcomes } = setUp();
    mailer.failNext(new MailFailure('deferred', 451));
    await expect(run('confirmation')).rejects.toThrow('mail deferred with 451');
    await run('confirmation');
    expect(mailer.sent[0]?.idempotencyKey).toBe('<mail-1@example.org>');
    expect(outcomes.map(({ state, responseCode }) => [state, responseCode])).toEqual([
      ['queued', 451],
      ['sent', null],
    ]);
  });

  it('asks so for the last time, the mail has failed', async () => {
    const { run, mailer, outcomes } = setUp();
    mailer.failNext(new MailFailure('deferred', 451));
    await expect(run('confirmation', { isLastAttempt: true })).rejects.toThrow();
    expect(outcomes[0]).toMatchObject({ state: 'failed', outcome: 'deferred' });
  });

  it('refuses it, it has failed and nobody tries again', async () => {
    const { run, mailer, outcomes, warnings } = setUp();
    mailer.failNext(new MailFailure('refused', 550));
    await expect(run('confirmation')).resolves.toBeUndefined();
    expect(outcomes[0]).toMatchObject({ state: 'failed', outcome: 'refused', responseCode: 550 });
    expect(warnings.join()).not.toContain('@');
  });

  it('cannot be reached, mails are put off, and after some not even tried', async () => {
    const { run, mailer, outcomes } = setUp();
    const failure = new MailFailure('unreachable', null);
    mailer.failNext(failure, failure, failure);
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(run('confirmation')).rejects.toThrow(PutOff);
    }
    expect(outcomes).toHaveLength(3);
    expect(outcomes[0]).toMatchObject({ state: 'queued', outcome: 'unreachable' });
  });

  it('takes longer than the job may, the mail is not handed over a second time beside the first', async () => {
    const { run, mailer, outcomes } = setUp();
    const first = run('confirmation');
    await expect(run('confirmation')).rejects.toThrow(PutOff);
    await first;
    expect(mailer.sent).toHaveLength(1);
    expect(outcomes).toHaveLength(1);
  });

  it('is slow, whoever waits for a connection is put off before the job’s time is up', async () => {
    jest.useFakeTimers();
    const connections = new Semaphore(1);
    const [, release] = await connections.acquire();
    const { run, mailer, outcomes } = setUp({ connections });
    const waiting = expect(run('reminder-final')).rejects.toBeInstanceOf(PutOff);
    await jest.advanceTimersByTimeAsync(20_000);
    await waiting;
    jest.useRealTimers();
    expect(outcomes).toMatchObject([{ state: 'queued', reason: 'no_connection', outcome: null }]);

    release();
    await run('reminder-final');
    expect(mailer.sent).toHaveLength(1);
  });

  it('is back, the next mail that asks finds out, and the others go, too', async () => {
    const { run, mailer, outcomes, setNow } = setUp();
    const failure = new MailFailure('unreachable', null);
    mailer.failNext(failure, failure, failure);
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(run('confirmation')).rejects.toThrow(PutOff);
    }
    setNow(new Date(NOW.getTime() + 60_000));
    await run('confirmation');
    await run('confirmation');
    expect(outcomes.slice(3).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });
});

describe('a mail that stays here', () => {
  it('is on record as skipped, because nothing goes to its address any more', async () => {
    const { run, mailer, outcomes } = setUp({ reach: { isSuppressed: true, optOuts: [] } });
    await run('confirmation');
    expect(mailer.sent).toEqual([]);
    expect(outcomes).toEqual([expect.objectContaining({ state: 'skipped', reason: 'suppressed' })]);
  });

  it('is on record as skipped, because its recipient does without', async () => {
    const { run, mailer, outcomes } = setUp({
      reach: { isSuppressed: false, optOuts: ['reminders'] },
    });
    await run('reminder-initial');
    await run('confirmation');
    expect(mailer.sent).toHaveLength(1);
    expect(outcomes.map(({ state, reason }) => [state, reason])).toEqual([
      ['skipped', 'opted_out'],
      ['sent', null],
    ]);
  });
});

describe('a refusal', () => {
  const refused = (statusCode: string) =>
    new MailFailure('refused', 550, { statusCode, isAboutRecipient: true });

  it('that says that nobody is there is remembered about the address', async () => {
    const { run, mailer, outcomes } = setUp();
    mailer.failNext(refused('5.1.1'));
    await run('confirmation');
    expect(outcomes[0]).toMatchObject({
      state: 'failed',
      bounce: { address: 'johanna.reinhardt@example.org', responseCode: 550, statusCode: '5.1.1' },
    });
  });

  it('that is about anything else is not', async () => {
    const { run, mailer, outcomes } = setUp();
    mailer.failNext(refused('5.7.1'));
    await run('confirmation');
    expect(outcomes[0]).not.toHaveProperty('bounce');
  });
});

describe('a mail that one may do without', () => {
  it('brings the way out along, one that has to come does not', async () => {
    const { run, mailer } = setUp();
    await run('reminder-initial');
    await run('confirmation');
    expect(mailer.sent.map(({ mail }) => mail.list)).toEqual([
      {
        label: 'reminders.webinars',
        name: 'Northlight Webinars',
        unsubscribeUrl: expect.stringMatching(/\/unsubscribe\/.+\?category=reminders$/),
      },
      undefined,
    ]);
  });
});

describe('a limit that is reached', () => {
  it('keeps a mail in the queue, without an attempt and without a trace', async () => {
    const { run, mailer, outcomes } = setUp({ waitSeconds: 30 });
    await expect(run('confirmation')).rejects.toBeInstanceOf(PutOff);
    expect(mailer.sent).toEqual([]);
    expect(outcomes).toEqual([]);
  });
});
