import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const page = (path = '') => app.api.get(`/api/webinars/docs${path}`);

describe('the page of the API', () => {
  it('loads programs, styles and data from this server only', async () => {
    const { status, headers, text } = await page();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['docs/viewer.css', 'docs/viewer.js', 'openapi.json']);
  });

  it.each([
    ['/viewer.js', 'text/javascript; charset=utf-8'],
    ['/viewer.css', 'text/css; charset=utf-8'],
  ])('comes with its %s, which is kept by browsers', async (file, type) => {
    const { status, headers, text } = await page(file);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type });
    expect(text.length).toBeGreaterThan(100_000);
    const known = { 'If-None-Match': headers.get('etag') ?? '' };
    const again = await app.api.get(`/api/webinars/docs${file}`, { headers: known });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('gives out nothing else from where its files are', async () => {
    for (const path of ['/LICENSE', '/..%2fserver%2findex.js', '/viewer.js.map']) {
      expect((await page(path)).status).toBe(404);
    }
  });
});
