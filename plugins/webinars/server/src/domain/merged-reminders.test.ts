import { mergeReminders, type PersonalReminder } from './merged-reminders';

const aReminder = (
  sessionId: string,
  minute: number,
  overrides: Partial<PersonalReminder> = {}
): PersonalReminder => ({
  sessionId,
  registrationId: `${sessionId}-ada`,
  kind: 'reminder-final',
  offsetMinutes: 2_880,
  startsAt: new Date(Date.UTC(2027, 5, 22, 10, minute)),
  dueAt: new Date(Date.UTC(2027, 5, 20, 10, minute)),
  ...overrides,
});

const groupsOf = (reminders: readonly PersonalReminder[]) =>
  mergeReminders(reminders).map((group) => group.map(({ sessionId }) => sessionId).join('+'));

describe('reminders of one person', () => {
  it.each([
    ['a single one', [aReminder('a', 0)], ['a']],
    ['an hour apart', [aReminder('a', 0), aReminder('b', 60)], ['a+b']],
    ['more than an hour apart', [aReminder('a', 0), aReminder('b', 61)], ['a', 'b']],
    [
      'a chain: the hour counts from the first',
      [aReminder('a', 0), aReminder('b', 40), aReminder('c', 80), aReminder('d', 120)],
      ['a+b', 'c+d'],
    ],
    ['due at once: the id leads', [aReminder('b', 0), aReminder('a', 0)], ['a+b']],
    [
      'about the same session',
      [aReminder('a', 0), aReminder('a', 30, { offsetMinutes: 120 })],
      ['a', 'a'],
    ],
    ['none', [], []],
  ])('go together within an hour: %s', (_what, reminders, expected) => {
    expect(groupsOf(reminders)).toEqual(expected);
  });

  it('go together alike in whatever order they are found', () => {
    const reminders = [0, 10, 55, 61, 62, 130, 140].map((minute, index) =>
      aReminder(String.fromCharCode(97 + index), minute)
    );
    const expected = groupsOf(reminders);
    expect(groupsOf([...reminders].reverse())).toEqual(expected);
    expect(expected).toEqual(['a+b+c', 'd+e', 'f+g']);
  });
});
