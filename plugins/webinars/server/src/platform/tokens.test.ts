import { createTokens } from './tokens';

const subject = { publicId: '0123456789abcdef0123456789abcdef', tokenVersion: 1 };
const OLD = 'an old secret of thirty-two characters!';
const NEW = 'a new secret of thirty-two characters!!';

describe('tokens', () => {
  const tokens = createTokens([NEW, OLD]);
  const token = tokens.sign('manage', subject);

  it('opens the door it was made for', () => {
    expect(tokens.isValid('manage', token, subject)).toBe(true);
    expect(tokens.claimedId(token)).toBe(subject.publicId);
  });

  it.each([
    ['another purpose', () => tokens.isValid('join', token, subject)],
    ['a raised version', () => tokens.isValid('manage', token, { ...subject, tokenVersion: 2 })],
    [
      'another row',
      () => tokens.isValid('manage', token, { ...subject, publicId: 'f'.repeat(32) }),
    ],
    ['a foreign secret', () => createTokens(['x'.repeat(32)]).isValid('manage', token, subject)],
    ['a shortened mac', () => tokens.isValid('manage', token.slice(0, -1), subject)],
    ['a changed last character', () => tokens.isValid('manage', changeMac(token), subject)],
    ['another spelling of the same bytes', () => tokens.isValid('manage', respell(token), subject)],
    ['nothing', () => tokens.isValid('manage', '', subject)],
  ])('stays shut for %s', (_why, isOpen) => {
    expect(isOpen()).toBe(false);
  });

  it('still verifies what a rotated-out secret signed', () => {
    const old = createTokens([OLD]).sign('manage', subject);
    expect(old).not.toBe(token);
    expect(tokens.isValid('manage', old, subject)).toBe(true);
  });
});

const changeMac = (token: string) => {
  const first = token.charAt(33);
  return `${token.slice(0, 33)}${first === 'A' ? 'B' : 'A'}${token.slice(34)}`;
};

/** 43 letters of base64 carry 258 bits for a MAC of 256: the last two of them are ignored when decoding. */
const respell = (token: string) => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + letters.charAt(letters.indexOf(token.slice(-1)) ^ 1);
};
