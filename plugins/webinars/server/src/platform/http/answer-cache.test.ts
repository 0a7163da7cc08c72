import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Koa from 'koa';
import { createAnswerCache, type AnswerCache } from './answer-cache';
import { sendCacheable } from './cacheable';

const LONG = 'A text that is worth compressing. '.repeat(100);
const PUBLIC = { isPublic: true, maxAgeSeconds: 30, staleSeconds: 120 };

/** What stands behind the cache: it answers when a test lets it. */
type Kitchen = {
  made: number;
  text: string;
  status: number;
  isPublic: boolean;
  cookie: string;
  gate: Promise<void>;
};

let server: http.Server;
let cache: AnswerCache;
let kitchen: Kitchen;
let elapsedMs: number;
let arrived: number;

beforeEach(async () => {
  elapsedMs = 0;
  arrived = 0;
  kitchen = {
    made: 0,
    text: LONG,
    status: 200,
    isPublic: true,
    cookie: '',
    gate: Promise.resolve(),
  };
  cache = createAnswerCache({
    isMeant: (path) => path !== '/personal',
    freshMs: 4000,
    oldestMs: 5000,
    maxBytes: 200_000,
    elapsed: () => elapsedMs,
  });
  const app = new Koa();
  app.silent = true;
  app.use(cache.middleware);
  app.use(async (ctx) => {
    kitchen.made += 1;
    const { text, status, isPublic } = kitchen;
    await kitchen.gate;
    ctx.set('X-Frame-Options', 'SAMEORIGIN');
    ctx.vary('Origin');
    if (kitchen.cookie !== '') ctx.set('Set-Cookie', kitchen.cookie);
    if (ctx.get('Origin') !== '') ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
    if (status === 500) throw new Error('broken');
    if (status !== 200) {
      ctx.status = status;
      ctx.body = { code: 'refused' };
      return;
    }
    ctx.type = 'text/plain';
    sendCacheable(ctx, text, { ...PUBLIC, isPublic });
  });
  server = http.createServer(app.callback());
  server.on('request', () => (arrived += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Got = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer };

const ask = (
  path = '/list',
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = http.request({ port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        })
      );
    });
    request.on('error', reject);
    request.end();
  });

const shut = () => {
  let open: () => void = () => undefined;
  kitchen.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
};
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};
const untilMade = (count: number) => until(() => kitchen.made >= count);
const untilArrived = (count: number) => until(() => arrived >= count);

describe('an answer that is kept', () => {
  it('is made once, and is the same for whoever asks the same', async () => {
    const first = await ask('/list?b=2&a=1');
    const second = await ask('/list?a=1&b=2');
    expect(kitchen.made).toBe(1);
    expect(second.bytes.toString()).toBe(LONG);
    expect({ ...second.headers, date: '' }).toEqual({ ...first.headers, date: '' });
  });

  it('is not the one of another address or origin, nor of parameters whose order may matter', async () => {
    await ask('/list?a=1');
    await ask('/list?a=2');
    await ask('/other?a=1');
    await ask('/list?a[]=1&a[]=2');
    await ask('/list?a[]=2&a[]=1');
    expect(kitchen.made).toBe(5);
    const foreign = await ask('/list?a=1', { headers: { Origin: 'https://one.example.org' } });
    expect(foreign.headers['access-control-allow-origin']).toBe('https://one.example.org');
    expect(kitchen.made).toBe(6);
  });

  it('goes out as the caller can read it, each form with an ETag of its own', async () => {
    const asBrotli = await ask('/list', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
    const asGzip = await ask('/list', { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await ask('/list', { headers: { 'Accept-Encoding': 'gzip;q=0, br;q=0' } });
    expect(asBrotli.headers['content-encoding']).toBe('br');
    expect(asGzip.headers['content-encoding']).toBe('gzip');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(brotliDecompressSync(asBrotli.bytes).toString()).toBe(LONG);
    expect(gunzipSync(asGzip.bytes).toString()).toBe(LONG);
    expect(plain.bytes.toString()).toBe(LONG);
    const all = [asBrotli, asGzip, plain];
    expect(new Set(all.map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, bytes } of all) {
      expect(headers['vary']).toBe('Origin, Accept-Encoding');
      expect(headers['content-length']).toBe(String(bytes.length));
    }
    expect(kitchen.made).toBe(1);
  });

  it('is not compressed where that saves nothing', async () => {
    kitchen.text = 'short';
    const { headers } = await ask('/list', { headers: { 'Accept-Encoding': 'br' } });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is 304 for whoever has it, also where that is the first to ask', async () => {
    const encoded = { 'Accept-Encoding': 'br' };
    const known = await ask('/list', { headers: encoded });
    const etag = known.headers.etag ?? '';
    cache.purge();
    for (const seen of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, bytes } = await ask('/list', {
        headers: { ...encoded, 'If-None-Match': seen },
      });
      expect({ status, etag: headers.etag, size: bytes.length }).toEqual({
        status: 304,
        etag,
        size: 0,
      });
      expect(headers).not.toHaveProperty('content-type');
      expect(headers).not.toHaveProperty('content-encoding');
    }
    expect((await ask('/list', { headers: encoded })).bytes).toEqual(known.bytes);
    expect((await ask('/list', { headers: { 'If-None-Match': etag } })).status).toBe(200);
    expect(kitchen.made).toBe(2);
  });

  it('has no body for HEAD, and is whole for the next one who wants that', async () => {
    const head = await ask('/list', { method: 'HEAD' });
    const whole = await ask('/list');
    expect(head.bytes).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
    expect(whole.bytes.toString()).toBe(LONG);
    expect(kitchen.made).toBe(1);
  });
});

describe('nothing is kept', () => {
  it('of what is personal, of other methods, of refusals and of faults', async () => {
    kitchen.isPublic = false;
    await ask();
    await ask();
    expect(kitchen.made).toBe(2);
    kitchen.isPublic = true;
    await ask('/personal');
    await ask('/personal');
    await ask('/list', { method: 'POST' });
    await ask('/list', { method: 'POST' });
    expect(kitchen.made).toBe(6);
    kitchen.status = 404;
    expect((await ask()).status).toBe(404);
    kitchen.status = 500;
    expect((await ask()).status).toBe(500);
    kitchen.status = 200;
    expect((await ask()).status).toBe(200);
    expect(kitchen.made).toBe(9);
  });

  it('of an answer that gives somebody a cookie', async () => {
    kitchen.cookie = 'visitor=1';
    expect((await ask()).headers['set-cookie']).toEqual(['visitor=1']);
    kitchen.cookie = '';
    expect((await ask()).headers).not.toHaveProperty('set-cookie');
  });

  it('beyond the bytes that there are for it, whatever is asked', async () => {
    for (let page = 0; page < 60; page += 1) await ask(`/list?page=${page}`);
    await ask('/list?page=59');
    expect(kitchen.made).toBe(60);
    await ask('/list?page=0');
    expect(kitchen.made).toBe(61);
  });
});

describe('when many ask at once', () => {
  it('one answer is made for all of them', async () => {
    const open = shut();
    const all = Array.from({ length: 30 }, () => ask());
    await untilArrived(30);
    open();
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(30).fill(200));
    expect(kitchen.made).toBe(1);
  });

  it('whoever comes while a stale one is made anew gets the old one at once, but none that is too old', async () => {
    await ask();
    elapsedMs = 4500;
    kitchen.text = 'new';
    const open = shut();
    const renewing = ask();
    await untilMade(2);
    expect((await ask()).bytes.toString()).toBe(LONG);
    elapsedMs = 5000;
    const late = ask();
    await untilArrived(4);
    open();
    expect((await renewing).bytes.toString()).toBe('new');
    expect((await late).bytes.toString()).toBe('new');
    expect(kitchen.made).toBe(2);
  });

  it('a fault of the one is no answer to the others: each asks by itself', async () => {
    const open = shut();
    kitchen.status = 500;
    const first = ask();
    await untilMade(1);
    const second = ask();
    kitchen.status = 200;
    await untilArrived(2);
    open();
    expect((await first).status).toBe(500);
    expect((await second).status).toBe(200);
  });
});

describe('a purge', () => {
  it('lets go of what is known', async () => {
    await ask();
    kitchen.text = 'new';
    cache.purge();
    expect((await ask()).bytes.toString()).toBe('new');
  });

  it('lets go of what is being made, too: it may have read what was there before', async () => {
    const open = shut();
    const before = ask();
    await untilMade(1);
    cache.purge();
    kitchen.text = 'new';
    kitchen.gate = Promise.resolve();
    expect((await ask()).bytes.toString()).toBe('new');
    open();
    expect((await before).bytes.toString()).toBe(LONG);
    expect((await ask()).bytes.toString()).toBe('new');
    expect(kitchen.made).toBe(2);
  });
});
