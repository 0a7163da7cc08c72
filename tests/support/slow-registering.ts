import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody } from '../factories';

/** A registration of which the server has the head, and half of the body. `finish` sends the rest: the answer as text. */
export const startRegistering = async (
  baseUrl: string,
  { session, email }: { session: string; email: string }
): Promise<{ finish(): Promise<string> }> => {
  const body = JSON.stringify(aRegistrationBody({ email }));
  const socket = net.connect(portOf(baseUrl), '127.0.0.1');
  const received: string[] = [];
  socket.on('data', (chunk) => received.push(String(chunk)));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.write(
    [
      `POST /api/webinars/sessions/${session}/registrations HTTP/1.1`,
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Expect: 100-continue',
      '\r\n',
    ].join('\r\n') + body.slice(0, 40)
  );
  // The server says so when it has begun with the request.
  while (!received.join('').includes('100 Continue')) await delay(10);
  return {
    finish: async () => {
      socket.write(body.slice(40));
      await closed;
      return received.join('').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
    },
  };
};

export const untilRefused = async (baseUrl: string): Promise<void> => {
  const until = Date.now() + 10_000;
  while (!(await isRefused(portOf(baseUrl)))) {
    if (Date.now() > until) throw new Error('the server still takes connections');
    await delay(20);
  }
};

const isRefused = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });

const portOf = (baseUrl: string) => Number(new URL(baseUrl).port);
