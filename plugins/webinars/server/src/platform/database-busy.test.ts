import { hasGivenUpWaiting, isDatabaseBusy } from './database-busy';

const withCode = (code: string) => Object.assign(new Error('as the driver says'), { code });

describe('a database that has no time', () => {
  it.each([
    ['a line that breaks', new Error('Connection terminated unexpectedly')],
    [
      'a line that breaks under a statement',
      new Error('SELECT id FROM t WHERE id = $1 - Connection terminated unexpectedly'),
    ],
    [
      'what is asked on a broken line',
      new Error('BEGIN; - Client has encountered a connection error and is not queryable'),
    ],
    ['a line that does not come about', new Error('timeout expired')],
    ['no free connection', Object.assign(new Error(), { name: 'KnexTimeoutError' })],
    [
      'a statement that takes too long, and no line to stop it by',
      new Error('After query timeout of 5000ms exceeded, cancelling of query failed.'),
    ],
    ['a lock that is not let go', withCode('55P03')],
  ])('is told by %s', (_what, error) => {
    expect(hasGivenUpWaiting(error)).toBe(true);
    expect(isDatabaseBusy(error)).toBe(true);
  });

  it('is told by a deadlock, which is over by now', () => {
    expect(isDatabaseBusy(withCode('40P01'))).toBe(true);
    expect(hasGivenUpWaiting(withCode('40P01'))).toBe(false);
  });

  it.each([
    ['a rule that is broken', withCode('23505')],
    ['a value that says so', new Error("SELECT 'Connection terminated' - syntax error")],
    ['nothing', null],
  ])('is not told by %s', (_what, error) => {
    expect(isDatabaseBusy(error)).toBe(false);
  });
});
