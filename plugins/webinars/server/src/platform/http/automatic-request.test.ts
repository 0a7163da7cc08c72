import { isAutomatic, wantsPage } from './automatic-request';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

const request = (headers: Record<string, string>, method = 'GET') => ({
  method,
  get: (name: string) => headers[name] ?? '',
});

describe('a request that no person has made', () => {
  it.each([
    ['asks for the head only', { 'User-Agent': BROWSER }, 'HEAD'],
    ['looks ahead, as old browsers say it', { 'User-Agent': BROWSER, Purpose: 'prefetch' }, 'GET'],
    [
      'looks ahead, as new browsers say it',
      { 'User-Agent': BROWSER, 'Sec-Purpose': 'prefetch;prerender' },
      'GET',
    ],
    ['makes a preview', { 'User-Agent': BROWSER, 'X-Purpose': 'preview' }, 'GET'],
    ['looks ahead in an old Firefox', { 'User-Agent': BROWSER, 'X-Moz': 'prefetch' }, 'GET'],
    [
      'is a robot by its own word',
      { 'User-Agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
      'GET',
    ],
    ['is a tool that scanners use', { 'User-Agent': 'python-requests/2.32' }, 'GET'],
  ])('%s', (_what, headers, method) => {
    expect(isAutomatic(request(headers, method))).toBe(true);
  });

  it.each([
    ['a browser', BROWSER],
    ['a front end’s server', 'node'],
    ['somebody at a terminal', 'curl/8.5.0'],
    ['a program without a name', ''],
  ])('is not %s', (_who, agent) => {
    expect(isAutomatic(request({ 'User-Agent': agent }))).toBe(false);
  });
});

describe('a page', () => {
  const asking = (accept: string, best: string) =>
    wantsPage({ get: () => accept, accepts: () => best });

  it('is for whoever reads HTML, and not for a program that takes anything', () => {
    expect(asking('text/html,application/xhtml+xml,*/*;q=0.8', 'html')).toBe(true);
    expect(asking('*/*', 'json')).toBe(false);
    expect(asking('', 'json')).toBe(false);
    expect(asking('application/json, text/html;q=0.5', 'json')).toBe(false);
  });
});
