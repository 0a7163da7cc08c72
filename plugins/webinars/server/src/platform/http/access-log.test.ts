import { maskTokens, replaceAccessLog } from './access-log';

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

describe('the place of the access log', () => {
  const listAfter = (settings: Record<string, unknown>) => {
    const known = new Map(Object.entries(settings));
    const config = {
      get: (name: string, byDefault?: unknown) => known.get(name) ?? byDefault,
      set: (name: string, value: unknown) => known.set(name, value),
    };
    replaceAccessLog({ config } as never, 'ours');
    return known.get('middlewares');
  };

  it('is where the host has that of Strapi, and nowhere if it has none', () => {
    expect(listAfter({ middlewares: [{ name: 'strapi::logger' }, 'strapi::errors'] })).toEqual([
      'ours',
      'strapi::errors',
    ]);
    expect(listAfter({ middlewares: ['strapi::errors'] })).toEqual(['strapi::errors']);
  });

  it('is the first where the host leaves the list to Strapi, and the others stay', () => {
    expect(listAfter({})).toEqual([
      'ours',
      'strapi::errors',
      'strapi::security',
      ...Array<unknown>(7).fill(expect.stringContaining('strapi::')),
    ]);
  });
});
