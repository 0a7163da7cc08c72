import { pageAddresses } from './page-addresses';

const USUAL = { en: null, de: null };
const site = { siteUrl: 'https://www.example.org', patterns: USUAL, slug: 'first-steps' };

describe('the addresses of a session on the public front end', () => {
  it('are one in each language, and the English one for everybody else', () => {
    const addresses = pageAddresses({ ...site, language: 'de' });

    expect(addresses?.canonical).toBe('https://www.example.org/de/webinare/first-steps');
    expect(addresses?.alternates).toEqual([
      { hreflang: 'en', href: 'https://www.example.org/webinars/first-steps' },
      { hreflang: 'de', href: 'https://www.example.org/de/webinare/first-steps' },
      { hreflang: 'x-default', href: 'https://www.example.org/webinars/first-steps' },
    ]);
  });

  it('lead on to registering, to the calendar and to sharing', () => {
    expect(pageAddresses({ ...site, language: 'en' })).toMatchObject({
      registration: 'https://www.example.org/webinars/first-steps/register',
      calendar: 'https://www.example.org/webinars/first-steps/calendar',
      share: 'https://www.example.org/webinars/first-steps/share',
    });
  });

  it('keep what a pattern ends in', () => {
    const patterns = { en: '/w/{slug}/?from=cms', de: null };
    expect(pageAddresses({ ...site, patterns, language: 'en' })?.registration).toBe(
      'https://www.example.org/w/first-steps/register?from=cms'
    );
  });

  it('do not exist without a front end', () => {
    expect(pageAddresses({ ...site, siteUrl: '', language: 'en' })).toBeNull();
  });
});
