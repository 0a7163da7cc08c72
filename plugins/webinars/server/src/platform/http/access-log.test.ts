import { maskTokens } from './access-log';

const TOKEN = `${'0a'.repeat(16)}.${'aZ-_'.repeat(10)}abc`;

describe('the access log', () => {
  it.each([
    [
      '/api/webinars/registrations/abc.def/cancel?locale=de',
      '/api/webinars/registrations/***/cancel?locale=de',
    ],
    ['/api/webinars/r/abc.def', '/api/webinars/r/***'],
    ['/api/webinars/R/abc.def', '/api/webinars/R/***'],
    ['/API/Webinars/Registrations/abc.def', '/API/Webinars/Registrations/***'],
    [`/api/webinars/%72/${TOKEN}`, '/api/webinars/%72/***'],
    [`/api/webinars/sessions?token=${TOKEN}&page=2`, '/api/webinars/sessions?token=***&page=2'],
    [
      '/api/webinars/sessions/some-slug/registrations',
      '/api/webinars/sessions/some-slug/registrations',
    ],
    ['/api/webinars/speakers/r-und-d', '/api/webinars/speakers/r-und-d'],
  ])('writes %s as %s', (url, masked) => {
    expect(maskTokens(url)).toBe(masked);
  });
});
