import { categoryOf, withheldBecause, type Reach } from './mail-preferences';

const reach = (overrides: Partial<Reach> = {}): Reach => ({
  isSuppressed: false,
  optOuts: [],
  ...overrides,
});

describe('a mail', () => {
  it.each([
    ['confirmation', null],
    ['session-moved', null],
    ['session-cancelled', null],
    ['manage-link', null],
    ['reminder-initial', 'reminders'],
    ['reminder-last-chance', 'reminders'],
    ['follow-up-missed', 'follow_ups'],
    ['feedback-request', 'feedback'],
    ['announcement', 'announcements'],
  ] as const)('of the kind %s belongs to %s', (kind, category) => {
    expect(categoryOf(kind)).toBe(category);
  });

  it('stays here when its recipient does without its kind, and goes when it is another', () => {
    const { optOuts } = reach({ optOuts: ['reminders'] });
    expect(withheldBecause('reminder-final', reach({ optOuts }))).toBe('opted_out');
    expect(withheldBecause('feedback-request', reach({ optOuts }))).toBeNull();
  });

  it('that has to come does so, whatever its recipient does without', () => {
    const optOuts = ['reminders', 'follow_ups', 'feedback', 'announcements'] as const;
    expect(withheldBecause('session-moved', reach({ optOuts }))).toBeNull();
  });

  it('stays here when nothing goes to its address any more', () => {
    expect(withheldBecause('confirmation', reach({ isSuppressed: true }))).toBe('suppressed');
  });
});
