import { scheduleOf } from './reminder-schedule';
import { warningsOf, type WarningFacts } from './rehearsal-warnings';

const SESSION = {
  startsAt: new Date('2027-03-30T13:00:00Z'),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  opensAt: null,
  closesAt: null,
  defaultWindowDays: null,
};

const codesFor = ({ session = {}, rules = {}, ...facts }: Overrides = {}) => {
  const present = { ...SESSION, ...session };
  const schedule = scheduleOf(present, {
    registrants: [120],
    speakers: [],
    manager: [],
    ...rules,
  });
  return warningsOf({
    session: present,
    schedule,
    quietHours: null,
    hasGermanRegistrants: false,
    hasGermanTitle: true,
    hasMeetingUrl: true,
    speakers: [{ id: 's', hasAddress: true }],
    hasManager: false,
    from: new Date('2027-03-01T00:00:00Z'),
    until: new Date('2027-04-01T00:00:00Z'),
    ...facts,
  }).map(({ code }) => code);
};

type Overrides = Partial<Omit<WarningFacts, 'session' | 'schedule'>> & {
  session?: Partial<typeof SESSION> & { opensAt?: Date | null; closesAt?: Date | null };
  rules?: { registrants?: number[]; manager?: number[] };
};

const DAY = 1440;

describe('the warnings of a rehearsal', () => {
  it('are none where all is well', () => {
    expect(codesFor()).toEqual([]);
  });

  it.each([
    ['german_title_missing', { hasGermanRegistrants: true, hasGermanTitle: false }],
    ['clocks_change', { rules: { registrants: [7 * DAY, 120] } }],
    ['reminder_before_registration_opens', { session: { opensAt: new Date('2027-03-30T12:00Z') } }],
    ['late_registrants_unreminded', { rules: { registrants: [2 * DAY] } }],
    ['last_chance_in_quiet_hours', { quietHours: { from: '12:00', to: '14:00' } }],
    ['meeting_url_missing', { hasMeetingUrl: false }],
    ['speaker_missing', { speakers: [] }],
    ['speaker_address_missing', { speakers: [{ id: 's', hasAddress: false }] }],
    ['manager_missing', { rules: { manager: [2 * DAY] } }],
  ] as [string, Overrides][])('say %s, and nothing else', (code, overrides) => {
    expect(codesFor(overrides)).toEqual([code]);
  });

  it('leave out German texts that nobody reads, and a link that has time', () => {
    expect(codesFor({ hasGermanTitle: false })).toEqual([]);
    expect(codesFor({ hasMeetingUrl: false, until: new Date('2027-03-20T00:00:00Z') })).toEqual([]);
  });

  it('leave a summary out that somebody gets', () => {
    expect(codesFor({ rules: { manager: [2 * DAY] }, hasManager: true })).toEqual([]);
  });
});
