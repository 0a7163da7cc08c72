import { personalInvitation, publicEvent, type InvitedSession } from './calendar-invite';

const NOW = new Date('2026-11-22T10:00:00Z');

const aSession = (overrides: Partial<InvitedSession> = {}): InvitedSession => ({
  documentId: 'session1',
  revision: 2,
  title: 'Reading the energy market',
  speakers: ['Dr. Mara Lind'],
  startsAt: new Date('2026-12-03T15:00:00Z'),
  durationMinutes: 90,
  wayIn: null,
  materialsUrl: null,
  pageUrl: 'https://example.org/webinars/energy',
  ...overrides,
});

const invite = (
  method: 'REQUEST' | 'CANCEL',
  session = aSession(),
  { revision = 0, language = 'en' as 'en' | 'de' } = {}
) =>
  personalInvitation({
    ...INVITED,
    method,
    session,
    registration: { ...INVITED.registration, revision },
    language,
  });

const INVITED = {
  session: aSession(),
  registration: {
    publicId: 'abc',
    reference: 'WEB-7K3F-9QXD',
    revision: 0,
    attendee: { name: 'Ada Byron', address: 'ada@example.org' },
  },
  organizer: { name: 'Webinars', address: 'webinars@example.org' },
  manageUrl: 'https://example.org/registrations/token',
  host: 'cms.example.org',
  language: 'en' as const,
  now: NOW,
};

describe('the personal invitation', () => {
  it('keeps its UID, and outranks what was sent before whenever session or registration change', () => {
    const first = invite('REQUEST');
    const moved = invite('REQUEST', aSession({ revision: 3 }));
    const cancelled = invite('CANCEL', aSession({ revision: 3 }), { revision: 1 });
    expect(new Set([first.uid, moved.uid, cancelled.uid])).toEqual(
      new Set(['registration-abc@cms.example.org'])
    );
    expect([first.sequence, moved.sequence, cancelled.sequence]).toEqual([2, 3, 4]);
  });

  it('lasts as long as the session', () => {
    expect(invite('REQUEST').endsAt).toEqual(new Date('2026-12-03T16:30:00Z'));
  });

  it('says that the link follows while there is none', () => {
    expect(invite('REQUEST').description).toContain('will be shared closer to the event');
    expect(invite('REQUEST').location).toBe('Online');
    expect(invite('REQUEST').url).toBe('https://example.org/registrations/token');
  });

  it('carries the own way in and its password once there are any', () => {
    const url = 'https://cms.example.org/join/token';
    const event = invite('REQUEST', aSession({ wayIn: { url, password: 's3cret' } }));
    expect(event).toMatchObject({ location: url, url });
    expect(event.description).toContain(`${url}\nPassword: s3cret`);
  });

  it('reminds a day and half an hour before, and not at all once cancelled', () => {
    expect(invite('REQUEST').alarmMinutes).toEqual([1440, 30]);
    expect(invite('CANCEL')).toMatchObject({ alarmMinutes: [], status: 'CANCELLED' });
  });

  it('is tentative while a seat is only offered, with nothing to be reminded of and no way in', () => {
    const offered = personalInvitation({
      ...INVITED,
      status: 'TENTATIVE',
      method: 'REQUEST',
    });
    expect(offered).toMatchObject({
      uid: invite('REQUEST').uid,
      status: 'TENTATIVE',
      summary: 'Seat offered: Reading the energy market',
      alarmMinutes: [],
    });
    expect(offered.description).toContain('accept or decline');
    expect(offered.description).not.toContain('Meeting:');
  });

  it('names the other parts of a series by the entries of the same person', () => {
    const event = personalInvitation({ ...INVITED, method: 'REQUEST', siblings: ['def'] });
    expect(event.siblings).toEqual(['registration-def@cms.example.org']);
  });

  it('holds no key to the registration where others may read along', () => {
    const event = personalInvitation({ ...INVITED, method: 'PUBLISH', manageUrl: null });
    expect(JSON.stringify(event)).not.toContain('registrations/token');
  });

  it('speaks the language of the registrant', () => {
    expect(invite('REQUEST', aSession(), { language: 'de' }).description).toBe(
      [
        'Zum Webinar: Reading the energy market',
        '',
        'Mit: Dr. Mara Lind',
        'Dauer: 90 Minuten',
        '',
        'Meeting:',
        'Der Meeting-Link folgt kurz vor dem Termin.',
        '',
        'Vorbereitung:',
        'Keine Unterlagen zur Vorbereitung',
        '',
        'Buchungsnummer: WEB-7K3F-9QXD',
        'Anmeldung verwalten: https://example.org/registrations/token',
      ].join('\n')
    );
  });
});

describe('the public event', () => {
  const publish = (isCancelled: boolean) =>
    publicEvent({
      session: aSession({ wayIn: { url: 'https://meet.example.org/1', password: null } }),
      isCancelled,
      about: 'What moves prices.',
      organizer: { name: 'Webinars', address: 'webinars@example.org' },
      host: 'cms.example.org',
      language: 'en',
      now: NOW,
    });

  it('names nobody and no way in', () => {
    const event = publish(false);
    expect(event).toMatchObject({
      method: 'PUBLISH',
      uid: 'session-session1@cms.example.org',
      attendee: null,
      status: 'CONFIRMED',
    });
    expect(JSON.stringify(event)).not.toContain('meet.example.org');
  });

  it('says so when the session is cancelled', () => {
    expect(publish(true).status).toBe('CANCELLED');
  });
});
