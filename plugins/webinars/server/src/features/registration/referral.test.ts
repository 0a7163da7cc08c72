import { referralCode, referralOf } from './referral';

const ada = '0123456789abcdef0123456789abcdef';

describe('the code of somebody who recommends a session', () => {
  it('is always the same, fits into an address, and says nothing', () => {
    const code = referralCode(ada);
    expect(code).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(referralCode(ada)).toBe(code);
    expect(ada).not.toContain(code);
  });

  it("is another one's for another person", () => {
    expect(referralCode(ada.replace('0', '1'))).not.toBe(referralCode(ada));
  });

  it('comes with the address to pass on, where there is one', () => {
    const of = { code: 'friend', slug: 'mut', language: 'de' } as const;
    const patterns = { en: null, de: null };
    expect(referralOf(of, { siteUrl: 'https://www.example.org', patterns })).toEqual({
      code: 'friend',
      shareUrl: 'https://www.example.org/de/webinare/mut?ref=friend',
    });
    expect(referralOf(of, { siteUrl: '', patterns }).shareUrl).toBeNull();
  });
});
