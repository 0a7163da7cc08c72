import { mkdirSync } from 'node:fs';
import { isEnding, startChild, stopChildren, stopOnSignals } from '../support/children.mjs';
import { Fault, runMain } from '../support/fault.mjs';
import { HEAP_LIMIT } from '../support/heap.mjs';
import { inRoot } from '../support/paths.mjs';
import { nextFreePort, portProblem } from '../support/ports.mjs';
import { buildEverything, installPackages } from '../support/prepare.mjs';
import { refuseWrongSettings } from '../support/setting-rules.mjs';
import { readSettings, withGeneratedSecrets } from './settings.mjs';
import { whereToLook } from './where-to-look.mjs';

const SMTP_PORT = 1025;
const MAILBOX_PORT = 8025;

/** The whole demo, until a signal ends it. */
export const runDemo = () =>
  runMain(async () => {
    stopOnSignals({ exitCode: 0 });
    try {
      await start();
    } catch (error) {
      await stopChildren();
      throw error;
    }
  });

const start = async () => {
  const given = readSettings();
  refuseWrongSettings(given);
  const host = given.HOST || '127.0.0.1';
  const port = Number(given.PORT || 1337);
  await refuseTakenPort({ port, host });

  await installPackages();
  const settings = withGeneratedSecrets(given);
  await buildEverything({ env: settings });
  for (const folder of ['.tmp', 'public/uploads']) mkdirSync(inRoot(folder), { recursive: true });

  const publicUrl = (settings.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, '');
  const mailbox = settings.SMTP_HOST ? null : await startMailbox({ settings, port });
  await startServer({
    ...settings,
    ...mailbox?.settings,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
  });

  console.log(
    await whereToLook({
      // The server is asked directly: PUBLIC_URL may only be reachable from elsewhere.
      serverUrl: `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`,
      publicUrl,
      mailboxUrl: mailbox?.url ?? null,
      smtpHost: settings.SMTP_HOST,
      email: settings.DEMO_ADMIN_EMAIL,
      password: settings.DEMO_ADMIN_PASSWORD,
    })
  );
};

const refuseTakenPort = async ({ port, host }) => {
  const problem = await portProblem(port, host);
  if (problem === null) return;
  if (problem === 'EADDRINUSE') {
    throw new Fault(
      `Port ${port} is taken by another program: stop it, or set PORT to a free one in .env (or: PORT=${port + 1} npm run demo).`
    );
  }
  throw new Fault(
    `Cannot listen on ${host}:${port} (${problem}): change HOST or PORT in .env or in the environment.`
  );
};

const startMailbox = async ({ settings, port }) => {
  const smtpPort = await nextFreePort(port === SMTP_PORT ? SMTP_PORT + 1 : SMTP_PORT, '127.0.0.1');
  const wanted = Number(settings.DEMO_MAILBOX_PORT || MAILBOX_PORT);
  let webPort = await nextFreePort(wanted, '127.0.0.1');
  while (webPort === port || webPort === smtpPort)
    webPort = await nextFreePort(webPort + 1, '127.0.0.1');

  const child = startChild(
    process.execPath,
    [
      inRoot('scripts', 'mailbox.mjs'),
      ...['--smtp-port', String(smtpPort), '--web-port', String(webPort)],
      ...['--folder', inRoot('.tmp', 'mailbox'), '--keep', '1000'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }
  );
  const listening = await firstMessage(child, 'The mailbox did not start.');
  return {
    url: `http://localhost:${listening.webPort}`,
    settings: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(listening.smtpPort),
      SMTP_SECURE: 'false',
      SMTP_USERNAME: '',
      SMTP_PASSWORD: '',
    },
  };
};

const startServer = async (env) => {
  console.log('Starting the server …');
  const child = startChild(
    process.execPath,
    [...HEAP_LIMIT, inRoot('scripts', 'demo', 'serve.mjs')],
    {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }
  );
  await firstMessage(child, 'The server did not start: the reason is above.');
  child.once('close', () => {
    if (isEnding()) return;
    console.error('\nThe server has ended by itself.');
    void stopChildren().finally(() => process.exit(1));
  });
};

const firstMessage = (child, complaint) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('close', () => reject(new Fault(complaint)));
  });
