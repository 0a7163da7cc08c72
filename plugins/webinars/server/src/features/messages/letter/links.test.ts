import { manageUrl, sessionUrl, type SiteLinks } from './links';

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
