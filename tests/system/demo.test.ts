import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { copyCheckout, runNpm, runScript, type Command } from '../support/checkout';
import { freePort } from '../support/server-process';
import { createHttpClient } from '../support/http';
import { launchBrowser, takePicture } from './browser';

const MINUTE = 60_000;

type Card = { slug: string; title: string; registrationCount: number; registrationState: string };
type Summary = { id: string; messageId: string; subject: string; to: string[] };

const addressAfter = (output: string, label: string) => {
  const [, address] = new RegExp(`^\\s+${label}\\s+(\\S+)`, 'm').exec(output) ?? [];
  if (address === undefined) throw new Error(`no line "${label}" in:\n${output}`);
  // The browser of the tests resolves no names.
  return address.replace('localhost', '127.0.0.1');
};

describe('npm run demo', () => {
  const checkout = copyCheckout();
  let env: Record<string, string>;
  let demo: Command;
  let browser: Browser;

  const start = async () => {
    demo = runScript(checkout.folder, 'demo.mjs', { env });
    await demo.untilPrints('Ctrl-C stops everything.', 8 * MINUTE);
  };
  const api = () => createHttpClient(addressAfter(demo.output(), 'API').replace(/\/sessions$/, ''));
  const mailbox = () => createHttpClient(addressAfter(demo.output(), 'Mailbox'));
  const programme = async (query: string) => {
    const { body } = await api().get<{ data: Card[] }>(`/sessions?pageSize=100&${query}`);
    return body.data;
  };

  beforeAll(async () => {
    env = { PORT: String(await freePort()), DEMO_MAILBOX_PORT: String(await freePort()) };
    await start();
    browser = await launchBrowser();
  }, 9 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    demo?.signal('SIGTERM');
    await demo?.ended();
    checkout.remove();
  });

  it('shows a programme in both languages, with sessions of every kind', async () => {
    const upcoming = await programme('timeframe=all-upcoming');
    const german = await programme('timeframe=all-upcoming&locale=de');
    const topics = await api().get<{ data: unknown[] }>('/topics?pageSize=100');

    expect(upcoming.length).toBeGreaterThanOrEqual(13);
    expect(german.map(({ slug }) => slug)).toEqual(upcoming.map(({ slug }) => slug));
    expect(german.every(({ title }, index) => title !== upcoming[index]?.title)).toBe(true);
    expect(topics.body.data.length).toBeGreaterThanOrEqual(6);
    expect(new Set(upcoming.map(({ registrationState }) => registrationState))).toEqual(
      new Set(['open', 'waitlist', 'full', 'approval', 'not_open', 'closed'])
    );
  });

  it('registers whoever pastes the printed line, and the mail arrives in the mailbox', async () => {
    const [, slug] = /sessions\/([a-z0-9-]+)\/registrations/.exec(demo.output()) ?? [];
    const [, body] = /-d '(\{.*\})'/.exec(demo.output()) ?? [];
    const registered = await api().post<{ data: { token: string } }>(
      `/sessions/${slug}/registrations`,
      { rawBody: body ?? '' }
    );
    const own = await api().get(`/registrations/${registered.body.data.token}`);
    const mail = await untilMailTo('ada@example.org');
    const page = await open(addressAfter(demo.output(), 'Mailbox'));
    await takePicture(page, 'demo-mailbox');
    await page.close();

    expect(registered.status).toBe(201);
    expect(own.status).toBe(200);
    expect(mail.subject).not.toBe('');
  });

  it(
    'lets the printed login into the admin',
    async () => {
      const [, email, password] = /(\S+@\S+) {3}(\S+)/.exec(demo.output()) ?? [];
      const page = await open(addressAfter(demo.output(), 'Admin'));
      await page.getByLabel(/email/i).fill(email ?? '');
      await page
        .getByLabel('Password', { exact: false })
        .first()
        .fill(password ?? '');
      await page.getByRole('button', { name: 'Login' }).click();
      await page.getByRole('link', { name: 'Content Manager' }).waitFor({ timeout: 2 * MINUTE });
      await page.goto(
        `${addressAfter(demo.output(), 'Admin')}/content-manager/collection-types/plugin::webinars.session?page=1&pageSize=20&sort=datetime:ASC`
      );
      await page
        .getByText('Brückner')
        .first()
        .waitFor({ timeout: 2 * MINUTE });
      await takePicture(page, 'demo-admin-sessions');
      await page.close();
    },
    5 * MINUTE
  );

  it('refuses a taken port and a wrong setting in one sentence', async () => {
    const blocker = net.createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as net.AddressInfo;
    const taken = runScript(checkout.folder, 'demo.mjs', { env: { PORT: String(port) } });
    const wrong = runScript(checkout.folder, 'demo.mjs', { env: { PORT: '80a' } });
    const codes = [await taken.ended(), await wrong.ended()];
    blocker.close();

    expect(codes).toEqual([1, 1]);
    expect(taken.output().trim()).toMatch(/^Port \d+ is taken .*PORT.*$/);
    expect(wrong.output().trim()).toMatch(/^PORT=80a cannot be used.*$/);
  });

  it(
    'ends within seconds, starts again within half a minute and doubles nothing',
    async () => {
      const before = await programme('timeframe=all-upcoming');
      const mails = await mailbox().get<Summary[]>('/api/messages');
      const asked = Date.now();
      demo.signal('SIGTERM');
      const code = await demo.ended();
      const stoppedAfter = Date.now() - asked;

      const startedAt = Date.now();
      await start();
      const startedAfter = Date.now() - startedAt;
      const after = await programme('timeframe=all-upcoming');
      const kept = await mailbox().get<Summary[]>('/api/messages');

      expect(code).toBe(0);
      expect(stoppedAfter).toBeLessThan(8000);
      expect(startedAfter).toBeLessThan(30_000);
      expect(after.map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug));
      // Reminders become due when they do.
      expect(kept.body).toEqual(expect.arrayContaining([...mails.body]));
      // A mail that goes out twice does so under the same one.
      const messageIds = kept.body.map(({ messageId }) => messageId);
      expect(messageIds).toEqual([...new Set(messageIds)]);
    },
    MINUTE
  );

  it(
    'runs for good with `npm start`, once every setting is right',
    async () => {
      demo.signal('SIGTERM');
      await demo.ended();
      const start = (extra: Record<string, string>) =>
        runScript(checkout.folder, 'start.mjs', {
          env: { NODE_ENV: 'production', ...env, ...extra },
        });
      const port = start({ SMTP_PORT: 'abc' });
      const sender = start({ MAIL_FROM: 'nonsense' });
      const secret = start({ ENCRYPTION_KEY: '', APP_KEYS: '' });
      const codes = await Promise.all([port.ended(), sender.ended(), secret.ended()]);
      expect(codes).toEqual([1, 1, 1]);
      expect(port.output().trim()).toMatch(/^SMTP_PORT=abc cannot be used: it must be a port.*$/);
      expect(sender.output().trim()).toMatch(/^MAIL_FROM=nonsense cannot be used.*$/);
      expect(secret.output().trim()).toMatch(/^Cannot start without APP_KEYS, ENCRYPTION_KEY.*$/);

      demo = runNpm(checkout.folder, 'start', {
        NODE_ENV: 'production',
        ...env,
        HOST: '127.0.0.1',
      });
      await demo.untilPrints(`:${env.PORT}`, MINUTE);
      const served = createHttpClient(`http://127.0.0.1:${env.PORT}/api/webinars`);
      const { body } = await served.get<{ data: Card[] }>('/sessions?timeframe=all-upcoming');
      // npm dies of it; the server must not live on.
      demo.signal('SIGTERM');
      await demo.ended();
      expect(body.data.length).toBeGreaterThan(0);
    },
    2 * MINUTE
  );

  it(
    'shows a change of the plugin by itself under `npm run dev`',
    async () => {
      demo = runScript(checkout.folder, 'dev.mjs', {
        env,
        args: ['--no-watch-admin', '--no-build-admin'],
      });
      await demo.untilPrints('Strapi started successfully', 3 * MINUTE);
      const description = path.join(
        checkout.folder,
        'plugins/webinars/server/src/features/operations/describe-api.ts'
      );
      const source = readFileSync(description, 'utf8');
      writeFileSync(description, source.replace("title: 'Webinars'", "title: 'Changed'"));

      const served = createHttpClient(`http://127.0.0.1:${env.PORT}/api/webinars`);
      const until = Date.now() + 2 * MINUTE;
      let title = '';
      while (title !== 'Changed' && Date.now() < until) {
        await delay(500);
        // While Strapi restarts, nobody answers.
        const answer = await served
          .get<{ info?: { title: string } }>('/openapi.json')
          .catch(() => null);
        title = answer?.body.info?.title ?? '';
      }
      expect(title).toBe('Changed');
      demo.signal('SIGTERM');
      expect(await demo.ended()).toBe(0);
    },
    6 * MINUTE
  );

  const open = async (url: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    return page;
  };

  const untilMailTo = async (address: string): Promise<Summary> => {
    const until = Date.now() + 20_000;
    while (Date.now() < until) {
      const { body } = await mailbox().get<Summary[]>(`/api/messages?to=${address}`);
      const [mail] = body;
      if (mail) return mail;
      await delay(200);
    }
    throw new Error(`no mail to ${address}`);
  };
});
