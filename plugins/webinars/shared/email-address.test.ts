import { normalizeEmail } from './email-address';

describe('normalising an e-mail address', () => {
  it.each([
    [' Ada@Example.ORG ', 'ada@example.org'],
    ['ada+webinar@example.org', 'ada+webinar@example.org'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ａｄａ@example.org', 'ada@example.org'],
    ['jörg@example.org', 'jörg@example.org'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['राम@example.org', 'राम@example.org'],
    ['x.राम@example.org', 'x.राम@example.org'],
  ])('%p is %p', (raw, expected) => {
    expect(normalizeEmail(raw)).toBe(expected);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@example.org/path',
    'ada@example.org:25',
    'a..b@example.org',
    '.a@example.org',
    'a b@example.org',
    '\u0301a@example.org',
    'ada@exa mple.org',
    'ada@-example.org',
    'a@b@c@example.org',
    'ada@example.org\r\nBcc: x@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
  ])('%p is no address', (raw) => {
    expect(normalizeEmail(raw)).toBeNull();
  });
});
