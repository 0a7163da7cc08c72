import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { aSession, aSpeaker, aTopic, inDays, programSettings } from '../factories';
import { makeRetriesDue } from '../support/due-jobs';
import { joinLinkOf } from '../support/mail-links';
import { cancel, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  await programSettings(app.strapi, {
    programName: 'Northlight Webinars',
    supportEmail: 'help@example.org',
    senderName: 'Northlight',
    replyTo: 'help@example.org',
    organizerName: 'Northlight Events',
    brandColor: '#aa3300',
  });
});

afterAll(() => app.stop());

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

const onlyMail = async (address?: string): Promise<ParsedMail> => {
  const mails = await app.mails.messages(address);
  expect(mails).toHaveLength(1);
  return mails[0] as ParsedMail;
};

const calendarOf = (mail: ParsedMail) => {
  const file = mail.attachments.find(({ contentType }) => contentType === 'application/ics');
  const ics = file?.content.toString('utf8') ?? '';
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (vevent === null) throw new Error('no event');
  return { ics, calendar, vevent, event: new ICAL.Event(vevent) };
};

/** HTML goes out in ASCII, other letters as numbers. */
const decoded = (html: string | false) =>
  String(html).replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)));

/** What became of a registration's mails, by kind. */
const records = async (email: string) => {
  const [person] = await app.rows('webinars_registrations', { email });
  const mails = await app.rows('webinars_mails', { registration_document_id: person?.document_id });
  return Promise.all(
    mails.map(async (mail) => ({
      kind: mail.kind,
      state: mail.state,
      reason: mail.reason,
      messageId: mail.message_id,
      outcomes: (await app.rows('webinars_mail_attempts', { mail_id: mail.id })).map(
        ({ outcome, response_code: code }) => [outcome, code]
      ),
    }))
  );
};

describe('a confirmation', () => {
  it('is complete, in the language of the registrant, and brings the event', async () => {
    const topic = await aTopic(app.strapi, {
      prerequisites: 'Bring a balance sheet.',
      german: {
        title: 'Bilanzen lesen & verstehen',
        prerequisites: 'Bringen Sie eine Bilanz mit.',
      },
    });
    const speaker = await aSpeaker(app.strapi, {
      title: 'Dr.',
      firstName: 'Mara',
      lastName: 'Lind',
    });
    const { documentId } = await aSession(app.strapi, {
      topic: topic.documentId,
      speaker: speaker.documentId,
      datetime: '2031-12-04T15:00:00.000Z',
      duration: 90,
      meetingUrl: 'https://meet.example.org/4711',
      meetingPassword: 'öffne-dich',
    });
    // The speaker is told of the session by a mail of her own.
    await app.runJobs();
    app.mails.clear();
    const { reference, token } = await registered(app, documentId, {
      firstName: 'Zoë',
      lastName: 'O’Hara',
      email: 'zoe@example.org',
      language: 'de',
      timezone: 'America/New_York',
    });
    await app.runJobs();

    // The speaker hears of the session, too.
    const mail = await onlyMail('zoe@example.org');
    expect(mail.subject).toBe('Sie sind dabei: Bilanzen lesen & verstehen');
    expect(mail.from?.value).toEqual([{ name: 'Northlight', address: 'webinars@example.org' }]);
    expect(mail.replyTo?.value[0]?.address).toBe('help@example.org');
    const contents = [
      'Guten Tag Zoë O’Hara,',
      'Donnerstag, 4. Dezember 2031',
      '10:00–11:30 Uhr',
      '16:00–17:30 Uhr MEZ',
      'Dr. Mara Lind',
      'öffne-dich',
      'Bringen Sie eine Bilanz mit.',
      'help@example.org',
      reference,
      `https://cms.example.org/api/webinars/r/${token}`,
    ];
    for (const content of contents) {
      expect(mail.text).toContain(content);
      expect(decoded(mail.html)).toContain(content);
    }
    expect(mail.html).toContain('#aa3300');
    const join = joinLinkOf(mail.text);
    expect(decoded(mail.html)).toContain(join);

    const { ics, calendar, vevent, event } = calendarOf(mail);
    const [person] = await app.rows('webinars_registrations', { reference });
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe(`registration-${String(person?.public_id)}@cms.example.org`);
    expect(event.sequence).toBe(0);
    expect(event.summary).toBe('Webinar: Bilanzen lesen & verstehen');
    expect(event.location).toBe(join);
    expect(event.description).toContain(`${join}\nPasswort: öffne-dich`);
    expect(vevent.getFirstPropertyValue('url')).toBe(join);
    expect(String(app.mails.received[0]?.raw)).not.toContain('meet.example.org');
    expect(event.startDate.toJSDate()).toEqual(new Date('2031-12-04T15:00:00Z'));
    expect(event.endDate.toJSDate()).toEqual(new Date('2031-12-04T16:30:00Z'));
    expect(vevent.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(vevent.getFirstPropertyValue('dtstamp')).not.toBeNull();
    expect(vevent.getFirstPropertyValue('organizer')).toBe('mailto:webinars@example.org');
    const attendee = vevent.getFirstProperty('attendee');
    expect(attendee?.getFirstValue()).toBe('mailto:zoe@example.org');
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(vevent.getAllSubcomponents('valarm')).toHaveLength(2);
    expect(ics).not.toMatch(/TZID|[^\r]\n/);
    expect(Math.max(...ics.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(76);
  });

  it('carries the event as a calendar part too, which mail programs act on', async () => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email: 'part@example.org' });
    await app.runJobs();
    const raw = String(app.mails.received[0]?.raw);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    expect(raw).toMatch(/^Content-Disposition: attachment; filename=webinar\.ics/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it('says that the link follows, and nothing of it, while there is none', async () => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email: 'later@example.org' });
    await app.runJobs();
    expect((await onlyMail()).text).toContain('The meeting link follows before the start.');
  });

  it('is not sent to somebody who has cancelled meanwhile', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, { email: 'quick@example.org' });
    await cancel(app, token);
    await app.runJobs();

    const mail = await onlyMail();
    expect(mail.subject).toMatch(/^You have cancelled/);
    expect(await records('quick@example.org')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'confirmation', state: 'skipped', outcomes: [] }),
        expect.objectContaining({ kind: 'cancelled-by-attendee', state: 'sent' }),
      ])
    );
  });
});

describe('the cancellation', () => {
  it('takes the very event out of the calendar', async () => {
    const { documentId } = await aSession(app.strapi, { datetime: inDays(3) });
    const { token } = await registered(app, documentId, { email: 'leaver@example.org' });
    await app.runJobs();
    const invitation = calendarOf(await onlyMail());
    app.mails.clear();
    await cancel(app, token);
    await app.runJobs();

    const cancellation = calendarOf(await onlyMail());
    expect(cancellation.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(cancellation.event.uid).toBe(invitation.event.uid);
    expect(cancellation.event.sequence).toBeGreaterThan(invitation.event.sequence);
    expect(cancellation.vevent.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(String(app.mails.received[0]?.raw)).toMatch(/method=CANCEL/);
  });
});

describe('somebody who was never invited', () => {
  it('hears of the cancellation without a calendar event', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0 });
    const { token } = await registered(app, documentId, { email: 'waits@example.org' });
    await app.runJobs();
    expect((await onlyMail()).text).toContain('You are number 1 in line');
    await cancel(app, token);
    await app.runJobs();
    const mails = await app.mails.messages();
    expect(mails.map(({ attachments }) => attachments)).toEqual([[], []]);
  });
});

describe('a mail', () => {
  const someone = async (email: string) => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email });
  };

  it('that the server defers goes out later, under the same Message-ID, and both are on record', async () => {
    await someone('deferred@example.org');
    app.mails.failNext(1, 451);
    await app.runJobs();
    expect(app.mails.received).toHaveLength(0);
    expect(await records('deferred@example.org')).toMatchObject([
      { state: 'queued', outcomes: [['deferred', 451]] },
    ]);

    await makeRetriesDue(app);
    await app.runJobs();
    const [record] = await records('deferred@example.org');
    expect(record).toMatchObject({
      state: 'sent',
      outcomes: [
        ['deferred', 451],
        ['accepted', null],
      ],
    });
    expect(app.mails.received.map(({ messageId }) => messageId)).toEqual([record?.messageId]);
  });

  it('whose acceptance was never heard goes out again, under the same Message-ID', async () => {
    await someone('unheard@example.org');
    app.mails.failNext(1, 'close');
    await app.runJobs();
    await makeRetriesDue(app);
    await app.runJobs();
    const ids = app.mails.received.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('that the server refuses is given up and on record, and no address is in the log', async () => {
    await someone('refused@example.org');
    app.mails.failNext(1, 550);
    await app.runJobs();
    await makeRetriesDue(app);
    await app.runJobs();
    expect(app.mails.attempts()).toBe(1);
    expect(await records('refused@example.org')).toMatchObject([
      { state: 'failed', outcomes: [['refused', 550]] },
    ]);
    expect(app.log.join('\n')).toContain('mail refused with 550');
    expect(app.log.join('\n')).not.toContain('refused@example.org');
    expect(await app.strapi.plugin('webinars').service('jobs').listDead()).toEqual([]);
  });

  it('that was accepted is not sent again when its job runs again', async () => {
    await someone('once@example.org');
    app.mails.failNext(1, 451);
    await app.runJobs();
    const [before] = await app.rows('webinars_mails', { state: 'queued' });
    await app.change('webinars_mails', { id: before?.id }, { state: 'sent', sent_at: new Date() });
    await makeRetriesDue(app);
    await app.runJobs();
    expect(app.mails.received).toHaveLength(0);
  });
});
