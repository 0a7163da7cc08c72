import {
  aMailProgram,
  aMailSession,
  aRecipient,
  mailLinks,
  MAIL_NOW,
} from '../../../../../../../tests/factories/mails';
import { mailContext } from './mail-context';
import { oneLine } from './mail-parts';

type Input = Parameters<typeof mailContext>[0];

const contextOf = (overrides: Partial<Input> = {}) =>
  mailContext({
    kind: 'confirmation',
    recipient: aRecipient(),
    session: aMailSession(),
    program: aMailProgram(),
    links: mailLinks(),
    rank: null,
    deadline: null,
    reason: null,
    hasCalendar: true,
    next: [],
    others: [],
    now: MAIL_NOW,
    ...overrides,
  });

describe('times', () => {
  it('are those of the session while the registrant’s zone is unknown', () => {
    const { when, otherWhen } = contextOf();
    expect(when.text).toBe('Thursday, 3 December 2026, 16:00–17:30 CET (Europe/Berlin)');
    expect(otherWhen).toBeNull();
  });

  it('are those of the registrant first, where clocks differ', () => {
    const { when, otherWhen } = contextOf({
      recipient: aRecipient({ timezone: 'America/New_York' }),
    });
    expect(when.time).toBe('10:00–11:30 EST');
    expect(otherWhen?.time).toBe('16:00–17:30 CET');
  });

  it.each(['Europe/Vienna', 'Nowhere/Land'])('are said once for the zone %s', (timezone) => {
    expect(contextOf({ recipient: aRecipient({ timezone }) })).toMatchObject({
      when: { zone: 'Europe/Berlin' },
      otherWhen: null,
    });
  });
});

describe('the way in', () => {
  const session = aMailSession({ meetingUrl: 'https://meet.example.org/1', meetingPassword: 'x' });

  it('is told to those who have a seat, by a link of their own and never by the bare address', () => {
    const context = contextOf({ session });
    expect(context.wayIn).toEqual({ url: mailLinks().join, password: 'x' });
    expect(JSON.stringify(context)).not.toContain('meet.example.org');
  });

  it.each(['waitlisted', 'awaiting_approval', 'awaiting_payment', 'cancelled'] as const)(
    'is kept from the %s',
    (state) => {
      const context = contextOf({ session, recipient: aRecipient({ state }) });
      expect(context).toMatchObject({ wayIn: null, linkFollows: false });
    }
  );

  it('follows later while there is none', () => {
    expect(contextOf()).toMatchObject({ wayIn: null, linkFollows: true });
    expect(contextOf({ kind: 'reminder-last-chance' })).toMatchObject({ linkFollows: false });
  });

  it('is no link where an editor typed something else', () => {
    const odd = aMailSession({ meetingUrl: 'javascript:alert(1)' });
    expect(contextOf({ session: odd }).wayIn).toBeNull();
  });
});

describe('the post to share', () => {
  it('names title, date and expert, and leads to the session', () => {
    const { share } = contextOf();
    expect(share.post).toBe(
      'I’m learning from Dr. Mara Lindqvist in the webinar “Automate office work without losing control” on Thursday, 3 December 2026. Join me? https://example.org/webinars/office-work-2026-12-03'
    );
    expect(new URL(share.linkedIn).searchParams.get('text')).toBe(share.post);
    expect(new URL(share.x).searchParams.get('url')).toBe(
      'https://example.org/webinars/office-work-2026-12-03'
    );
  });

  it('names nobody while nobody is to hold it', () => {
    const session = aMailSession({ expert: null });
    expect(contextOf({ session }).share.post).toContain('I have signed up for the webinar “Auto');
  });

  it('is the organisers’ own where they wrote one', () => {
    const session = aMailSession({ sharePost: 'See you there & then?' });
    expect(new URL(contextOf({ session }).share.x).searchParams.get('text')).toBe(
      'See you there & then?'
    );
  });

  it('leads to the company while there is no site', () => {
    expect(contextOf({ links: mailLinks({ session: null }) }).share.post).toMatch(
      / https:\/\/example\.org$/
    );
  });
});

it('makes one line of whatever could begin a header', () => {
  expect(oneLine('Ada\r\nBcc: all@example.org\u2028\u0000 Byron ')).toBe(
    'Ada Bcc: all@example.org Byron'
  );
  const recipient = aRecipient({ firstName: 'Ada\r\nBcc: all@example.org', lastName: 'B\n' });
  expect(contextOf({ recipient }).attendee.name).toBe('Ada Bcc: all@example.org B');
});

it('leaves the button out where it would lead nowhere', () => {
  const links = mailLinks({ session: null });
  expect(contextOf({ kind: 'cancelled-by-attendee', links }).buttonUrl).toBeNull();
  expect(contextOf({ links }).buttonUrl).toBe(links.manage);
});

describe('a mail that its recipient may do without', () => {
  it.each(['reminder-final', 'follow-up-missed', 'feedback-request'] as const)(
    'says in %s how to do without',
    (kind) => {
      expect(contextOf({ kind }).unsubscribeUrl).toBe(mailLinks().unsubscribe);
    }
  );

  it('is no answer to what they have done', () => {
    expect(contextOf().unsubscribeUrl).toBeNull();
  });
});

it.each([
  ['2026-11-26T23:30:00Z', 'in 6 days'],
  ['2026-12-01T22:00:00Z', 'in 2 days'],
  ['2026-12-02T22:59:00Z', 'tomorrow'],
  ['2026-12-02T23:01:00Z', 'today'],
])('counts at %s the nights on the recipient’s clock: %s', (now, startsIn) => {
  expect(contextOf({ now: new Date(now) }).startsIn).toBe(startsIn);
});

it('leads from a missed session to its recording, if there is any', () => {
  const recordingUrl = 'https://video.example.org/1';
  const kind = 'follow-up-missed';
  expect(contextOf({ kind, session: aMailSession({ recordingUrl }) }).buttonUrl).toBe(recordingUrl);
  expect(contextOf({ kind }).buttonUrl).toBeNull();
});
