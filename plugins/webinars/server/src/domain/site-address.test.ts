import { siteAddress } from './site-address';

const address = (overrides: Partial<Parameters<typeof siteAddress>[0]> = {}) =>
  siteAddress({
    siteUrl: 'https://www.example.org',
    page: 'session',
    patterns: { en: null, de: null },
    language: 'en',
    name: 'energy',
    ...overrides,
  });

describe('an address on the public front end', () => {
  it('leads to the page in the language of the reader', () => {
    expect(address()).toBe('https://www.example.org/webinars/energy');
    expect(address({ language: 'de' })).toBe('https://www.example.org/de/webinare/energy');
    expect(address({ page: 'registration', name: 'abc.def' })).toBe(
      'https://www.example.org/registrations/abc.def'
    );
  });

  it('is not there while there is no front end', () => {
    expect(address({ siteUrl: '' })).toBeNull();
  });

  it('follows the patterns of the program, whole addresses included', () => {
    const patterns = { en: 'events/{slug}', de: 'https://example.de/{slug}?a=b' };
    expect(address({ patterns })).toBe('https://www.example.org/events/energy');
    expect(address({ patterns, language: 'de' })).toBe('https://example.de/energy?a=b');
  });
});
