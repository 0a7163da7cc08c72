import { maskTokens } from './access-log';

describe('the access log', () => {
  it.each([
    [
      '/api/webinars/registrations/abc.def/cancel?locale=de',
      '/api/webinars/registrations/***/cancel?locale=de',
    ],
    ['/api/webinars/r/abc.def', '/api/webinars/r/***'],
    [
      '/api/webinars/sessions/some-slug/registrations',
      '/api/webinars/sessions/some-slug/registrations',
    ],
    ['/api/webinars/speakers/r-und-d', '/api/webinars/speakers/r-und-d'],
  ])('writes %s as %s', (url, masked) => {
    expect(maskTokens(url)).toBe(masked);
  });
});
