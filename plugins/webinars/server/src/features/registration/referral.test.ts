import { createTokens } from '../../platform/tokens';
import { referralCode, referralOf } from './referral';

const tokens = createTokens(['a secret of thirty-two characters and more']);
const ada = '0123456789abcdef0123456789abcdef';

describe('the code of somebody who recommends a session', () => {
  it('is always the same, fits into an address, and says nothing', () => {
    const code = referralCode(tokens, ada);
    expect(code).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(referralCode(tokens, ada)).toBe(code);
    expect(tokens.sign('manage', { publicId: ada, tokenVersion: 1 })).not.toContain(code);
    expect(ada).not.toContain(code);
  });

  it("is another one's under another secret, and for another person", () => {
    const others = createTokens(['another secret of thirty-two characters']);
    expect(referralCode(others, ada)).not.toBe(referralCode(tokens, ada));
    expect(referralCode(tokens, ada.replace('0', '1'))).not.toBe(referralCode(tokens, ada));
  });

  it('comes with the address to pass on, where there is one', () => {
    const of = { publicId: ada, slug: 'mut', language: 'de' } as const;
    const patterns = { en: null, de: null };
    const { code, shareUrl } = referralOf(of, {
      tokens,
      siteUrl: 'https://www.example.org',
      patterns,
    });
    expect(shareUrl).toBe(`https://www.example.org/de/webinare/mut?ref=${code}`);
    expect(referralOf(of, { tokens, siteUrl: '', patterns }).shareUrl).toBeNull();
  });
});
