import { sessionLink } from './session-link';

const link = (overrides: Partial<Parameters<typeof sessionLink>[0]> = {}) =>
  sessionLink({
    siteUrl: 'https://www.example.org',
    patterns: { en: null, de: null },
    ...overrides,
  });

describe('the link to a session', () => {
  it('leads to the front end in the language of the reader', () => {
    expect(link()({ slug: 'energy', locale: 'en' })).toBe(
      'https://www.example.org/webinars/energy'
    );
    expect(link()({ slug: 'energy', locale: 'de' })).toBe(
      'https://www.example.org/de/webinare/energy'
    );
  });

  it('is not there while there is no front end', () => {
    expect(link({ siteUrl: '' })({ slug: 'energy', locale: 'en' })).toBeNull();
  });

  it('follows the patterns of the program, whole addresses included', () => {
    const patterns = { en: 'events/{slug}', de: 'https://example.de/{slug}?a=b' };
    expect(link({ patterns })({ slug: 'energy', locale: 'en' })).toBe(
      'https://www.example.org/events/energy'
    );
    expect(link({ patterns })({ slug: 'energy', locale: 'de' })).toBe(
      'https://example.de/energy?a=b'
    );
  });
});
