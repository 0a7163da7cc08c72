import { judge, mayBeDue, saidFor, scheduleOf, type ScheduleRules } from './reminder-schedule';

const at = (iso: string) => new Date(iso);
const DEFAULTS: ScheduleRules = {
  registrants: [10_080, 2_880, 120],
  speakers: [4_320],
  manager: [2_880],
};
const NOBODY: ScheduleRules = { registrants: [], speakers: [], manager: [] };

const aSession = (overrides: Partial<Parameters<typeof scheduleOf>[0]> = {}) => ({
  startsAt: at('2027-06-20T16:00:00Z'),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  ...overrides,
});

const written = (session = aSession(), rules = DEFAULTS) =>
  scheduleOf(session, rules).map(({ kind, dueAt }) => `${dueAt.toISOString()} ${kind}`);

describe('the schedule of a session', () => {
  it('says who hears what when, the earliest first', () => {
    expect(written()).toEqual([
      '2027-06-13T16:00:00.000Z reminder-initial',
      '2027-06-17T16:00:00.000Z speaker-alert',
      '2027-06-18T16:00:00.000Z reminder-final',
      '2027-06-18T16:00:00.000Z manager-summary',
      '2027-06-20T14:00:00.000Z reminder-last-chance',
      '2027-06-20T19:00:00.000Z follow-up-attended',
      '2027-06-20T19:00:00.000Z follow-up-missed',
      '2027-06-21T17:00:00.000Z feedback-request',
    ]);
  });

  it.each([
    ['several days', [20_160, 2_880, 1_440], ['initial', 'final', 'final']],
    ['a single day', [1_440], ['final']],
    ['a single day and hours', [2_880, 120], ['final', 'last-chance']],
    ['hours only', [120, 15], ['last-chance', 'last-chance']],
    ['days and a half', [10_080, 2_000], ['initial', 'final']],
    ['a minute less than a day', [1_439], ['last-chance']],
  ])('names reminders by what is left of the time: %s', (_what, registrants, kinds) => {
    const reminders = scheduleOf(aSession(), { ...NOBODY, registrants }).filter(
      ({ offsetMinutes }) => offsetMinutes > 0
    );
    expect(reminders.map(({ kind }) => kind)).toEqual(kinds.map((kind) => `reminder-${kind}`));
  });

  it.each([
    // Clocks in Berlin go forward on 28 March and back on 31 October 2027.
    ['Europe/Berlin', '2027-03-30T16:00:00Z', 10_080, '2027-03-23T17:00:00.000Z'],
    ['Europe/Berlin', '2027-03-28T16:00:00Z', 1_440, '2027-03-27T17:00:00.000Z'],
    ['Europe/Berlin', '2027-03-28T01:30:00Z', 120, '2027-03-27T23:30:00.000Z'],
    ['Europe/Berlin', '2027-10-31T17:00:00Z', 2_880, '2027-10-29T16:00:00.000Z'],
    ['Europe/Berlin', '2027-10-31T01:30:00Z', 120, '2027-10-30T23:30:00.000Z'],
    ['Europe/Berlin', '2027-10-31T17:00:00Z', 2_940, '2027-10-29T16:00:00.000Z'],
    // In New York on 14 March and 7 November.
    ['America/New_York', '2027-03-15T02:00:00Z', 1_440, '2027-03-14T03:00:00.000Z'],
    ['America/New_York', '2027-11-08T23:00:00Z', 2_880, '2027-11-06T22:00:00.000Z'],
    ['America/New_York', '2027-11-07T07:30:00Z', 120, '2027-11-07T05:30:00.000Z'],
    // On Lord Howe by half an hour, on 3 October and 4 April.
    ['Australia/Lord_Howe', '2027-10-04T07:00:00Z', 2_880, '2027-10-02T07:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-05T07:30:00Z', 10_080, '2027-03-29T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-03T16:00:00Z', 120, '2027-04-03T14:00:00.000Z'],
  ])(
    'keeps the time of day over days, and the minutes over hours: %s, %s less %d',
    (timezone, startsAt, offset, expected) => {
      const [reminder] = scheduleOf(aSession({ timezone, startsAt: at(startsAt) }), {
        ...NOBODY,
        registrants: [offset],
      });
      expect(reminder?.dueAt.toISOString()).toBe(expected);
    }
  );

  it('counts what follows from the end, whatever clocks do meanwhile', () => {
    const session = aSession({ startsAt: at('2027-10-30T22:30:00Z'), durationMinutes: 90 });
    expect(written(session, NOBODY)).toEqual([
      '2027-10-31T02:00:00.000Z follow-up-attended',
      '2027-10-31T02:00:00.000Z follow-up-missed',
      '2027-11-01T00:00:00.000Z feedback-request',
    ]);
  });
});

const verdicts = (
  now: string,
  {
    rules = DEFAULTS,
    startMovedAt = null,
    said = [],
  }: {
    rules?: ScheduleRules;
    startMovedAt?: Date | null;
    said?: ReturnType<typeof saidFor>;
  } = {}
) => {
  const schedule = scheduleOf(aSession(), rules);
  return Object.fromEntries(
    schedule.map((message) => {
      const verdict = judge(message, { said, schedule, startMovedAt, now: at(now) });
      return [message.kind, verdict.kind === 'skipped' ? verdict.reason : verdict.kind];
    })
  );
};

describe('what is to be done now', () => {
  it('is nothing before anything is due', () => {
    expect(new Set(Object.values(verdicts('2027-06-13T15:59:59.999Z')))).toEqual(
      new Set(['to_come'])
    );
  });

  it('is what has just become due', () => {
    expect(verdicts('2027-06-13T16:00:00Z')).toMatchObject({
      'reminder-initial': 'due',
      'reminder-final': 'to_come',
    });
  });

  it('is the latest reminder only, when several are overdue', () => {
    expect(verdicts('2027-06-19T00:00:00Z')).toMatchObject({
      'reminder-initial': 'overtaken',
      'reminder-final': 'due',
      'reminder-last-chance': 'to_come',
      'speaker-alert': 'due',
      'manager-summary': 'due',
    });
  });

  it('is no reminder that says less than one which went out before the offsets were changed', () => {
    const { startsAt } = aSession();
    const run = { kind: 'reminder-last-chance' as const, offsetMinutes: 120, startsAt };
    const said = saidFor(startsAt, [{ ...run, dueAt: at('2027-06-20T14:00:00Z') }]);
    const rules = { ...DEFAULTS, registrants: [1440, 60] };
    const now = '2027-06-20T14:30:00Z';
    expect(verdicts(now, { rules, said })).toMatchObject({
      'reminder-final': 'overtaken',
      'speaker-alert': 'due',
    });
    expect(verdicts(now, { rules })).toMatchObject({ 'reminder-final': 'due' });
  });

  it('is never a reminder once the session has begun', () => {
    expect(verdicts('2027-06-20T16:00:00Z')).toMatchObject({
      'reminder-initial': 'too_late',
      'reminder-final': 'too_late',
      'reminder-last-chance': 'too_late',
      'speaker-alert': 'too_late',
      'manager-summary': 'too_late',
      'follow-up-attended': 'to_come',
    });
    expect(verdicts('2027-06-20T15:59:59.999Z')['reminder-last-chance']).toBe('due');
  });

  it('is what follows a session for three days', () => {
    expect(verdicts('2027-06-23T18:59:59.999Z')).toMatchObject({
      'follow-up-attended': 'due',
      'follow-up-missed': 'due',
      'feedback-request': 'due',
    });
    expect(verdicts('2027-06-23T19:00:00Z')).toMatchObject({
      'follow-up-attended': 'too_late',
      'follow-up-missed': 'too_late',
      'feedback-request': 'due',
    });
    expect(verdicts('2027-06-24T17:00:00Z')['feedback-request']).toBe('too_late');
  });

  it('leaves out what the news of a move has said already, but for the staff', () => {
    const startMovedAt = at('2027-06-19T00:00:00Z');
    expect(verdicts('2027-06-19T00:01:00Z', { startMovedAt })).toMatchObject({
      'reminder-initial': 'overtaken',
      'reminder-final': 'told_by_move',
      'reminder-last-chance': 'to_come',
      'speaker-alert': 'due',
      'manager-summary': 'due',
    });
    expect(verdicts('2027-06-20T14:00:00Z', { startMovedAt })['reminder-last-chance']).toBe('due');
  });

  it('is looked at closely a day before at least, for clocks may change', () => {
    const startsAt = at('2027-06-20T16:00:00Z');
    expect(mayBeDue(startsAt, 10_080, at('2027-06-12T13:59:59Z'))).toBe(false);
    expect(mayBeDue(startsAt, 10_080, at('2027-06-12T14:00:00Z'))).toBe(true);
  });
});
