import { reasonOf } from './reason';

describe('the reason that is kept of a failure', () => {
  it('is the name and the message', () => {
    expect(reasonOf(new TypeError('no such session'))).toBe('TypeError: no such session');
  });

  it('has no mail address in it', () => {
    expect(reasonOf(new Error('550 <ada.lovelace@example.org>: unknown user'))).toBe(
      'Error: 550 <[address]>: unknown user'
    );
  });

  it('is only the code where a database quotes the statement', () => {
    const error = Object.assign(new Error(`insert into people values ('Ada') - UNIQUE failed`), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(reasonOf(error)).toBe('Error: SQLITE_CONSTRAINT_UNIQUE');
  });

  it('is one short line', () => {
    const reason = reasonOf(new Error(`first\nsecond ${'x'.repeat(1000)}`));
    expect(reason).toBe('Error: first');
    expect(reasonOf(new Error('x'.repeat(1000)))).toHaveLength(300);
  });

  it('says nothing about a thrown value', () => {
    expect(reasonOf({ email: 'ada@example.org' })).not.toContain('ada');
  });
});
