import { absolute, manageUrl, sessionUrl, type SiteLinks } from './links';

const links = (overrides: Partial<SiteLinks> = {}): SiteLinks => ({
  siteUrl: 'https://example.org',
  publicUrl: 'https://cms.example.org',
  patterns: { session: { en: null, de: null }, registration: { en: null, de: null } },
  ...overrides,
});

it('leads to the site in the language of the reader', () => {
  expect(sessionUrl(links(), 'energy', 'en')).toBe('https://example.org/webinars/energy');
  expect(sessionUrl(links(), 'energy', 'de')).toBe('https://example.org/de/webinare/energy');
  expect(manageUrl(links(), 'abc.def', 'en')).toBe('https://example.org/registrations/abc.def');
});

it('leads to the page of the plugin while there is no site', () => {
  const withoutSite = links({ siteUrl: '' });
  expect(sessionUrl(withoutSite, 'energy', 'en')).toBeNull();
  expect(manageUrl(withoutSite, 'abc.def', 'de')).toBe(
    'https://cms.example.org/api/webinars/r/abc.def'
  );
});

it('follows the patterns of the program, whole addresses included', () => {
  const patterns = {
    session: { en: 'events/{slug}', de: 'https://example.de/{slug}?a=b' },
    registration: { en: null, de: null },
  };
  expect(sessionUrl(links({ patterns }), 'energy', 'en')).toBe('https://example.org/events/energy');
  expect(sessionUrl(links({ patterns }), 'energy', 'de')).toBe('https://example.de/energy?a=b');
});

it('makes uploads reachable from a mailbox, and nothing of what is no web address', () => {
  expect(absolute('/uploads/a.png', 'https://cms.example.org')).toBe(
    'https://cms.example.org/uploads/a.png'
  );
  expect(absolute('https://cdn.example.org/a.png', '')).toBe('https://cdn.example.org/a.png');
  expect(absolute('javascript:alert(1)', 'https://cms.example.org')).toBeNull();
  expect(absolute(null, 'https://cms.example.org')).toBeNull();
});
