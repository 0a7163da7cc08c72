import { once } from 'node:events';
import type { Server } from 'node:http';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { aSession } from '../factories';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let session: string;

beforeAll(async () => {
  app = await startStrapi();
  session = (await aSession(app.strapi)).documentId;
});

afterAll(() => app.stop());

describe('a slow client', () => {
  const server = (): Server => app.strapi.server.httpServer;

  /** Sends `head`, then one byte after the other, until the server has had enough. */
  const dribble = async (head: string) => {
    const startedAt = Date.now();
    const { port } = server().address() as net.AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    const answer: string[] = [];
    socket.on('data', (chunk) => answer.push(String(chunk)));
    // The server may be gone while a byte is on its way.
    socket.on('error', () => undefined);
    const closed = once(socket, 'close');
    socket.write(head);
    const bytes = setInterval(() => socket.write('x'), 300);
    await Promise.race([closed, delay(30_000, undefined, { ref: false })]);
    clearInterval(bytes);
    const isClosed = socket.closed;
    socket.destroy();
    return { answer: answer.join(''), isClosed, seconds: (Date.now() - startedAt) / 1000 };
  };

  it('has a limited time for a request, and less for its head', () => {
    expect(server().headersTimeout).toBe(10_000);
    expect(server().requestTimeout).toBe(300_000);
  });

  it('that never gets to the end of the head is sent away, and so is one that says nothing at all', async () => {
    const [dribbling, silent] = await Promise.all([
      dribble('GET /api/webinars/sessions HTTP/1.1\r\nX: '),
      dribble(''),
    ]);
    expect(dribbling.isClosed).toBe(true);
    expect(dribbling.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(dribbling.seconds).toBeGreaterThan(9);
    expect(dribbling.seconds).toBeLessThan(20);
    expect(silent.isClosed).toBe(true);
    expect(silent.seconds).toBeLessThan(20);
  });

  it('that never gets to the end of the body is sent away', async () => {
    const { headersTimeout, requestTimeout } = server();
    // Koa tells the console of everybody it gave up.
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    // Nobody wants to wait for five minutes. The greater of the two is the time for the whole, whatever its name.
    Object.assign(server(), { headersTimeout: 1000, requestTimeout: 1500 });
    const { answer, isClosed, seconds } = await dribble(
      `POST /api/webinars/sessions/${session}/registrations HTTP/1.1\r\nHost: x\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"firstName":"'
    );
    Object.assign(server(), { headersTimeout, requestTimeout });
    complaints.mockRestore();
    expect(isClosed).toBe(true);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(seconds).toBeLessThan(10);
    expect(await app.rows('webinars_registrations', { first_name: 'x' })).toEqual([]);
  });
});
