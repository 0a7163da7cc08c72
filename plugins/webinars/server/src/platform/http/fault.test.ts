import { withoutValues } from './fault';

const databaseError = (message: string) => {
  const error = new Error('original');
  error.stack = error.stack?.replace('original', message);
  const fields = { message, code: '22P02', detail: 'Key (name)=(Ada) exists' };
  return Object.assign(error, fields);
};

describe('a fault of the database', () => {
  it('names its code, the statement and where it happened, and no value', () => {
    const fault = withoutValues(
      databaseError('insert into people values (?) - not a number: "Ada\n at home - Ada"')
    ) as Error;
    expect(fault.message).toBe('Error: 22P02: insert into people values (?)');
    expect(fault.stack).toMatch(/^\s+at .*fault\.test\.ts:\d+/m);
    expect(JSON.stringify([fault.stack, Object.entries(fault)])).not.toMatch(/at home|"Ada|=\(Ada/);
  });
});

it('any other fault stays as it is', () => {
  const error = new TypeError('no such thing');
  expect(withoutValues(error)).toBe(error);
  expect(withoutValues('text')).toBe('text');
});
