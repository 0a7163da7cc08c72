import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { aRegistrationBody, inDays } from '../factories';
import { signIn } from '../support/accounts';
import { copyCheckout } from '../support/checkout';
import { createEmptyApp, npm, PLUGIN, type EmptyApp } from '../support/empty-app';
import { createHttpClient, type AnyBody } from '../support/http';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { freePort, startStrapiIn, type ServerProcess } from '../support/server-process';

const MINUTE = 60_000;

// Packing builds the plugin anew; what is built in the checkout itself, other tests run on meanwhile.
const checkout = copyCheckout();
const SOURCE = path.join(checkout.folder, 'plugins/webinars');

/** The viewer of the OpenAPI document, and under which terms it may be passed on. */
const API_PAGE = [
  'dist/api-page/LICENSE',
  'dist/api-page/NOTICE',
  'dist/api-page/swagger-ui-es-bundle.js.LICENSE.txt',
  'dist/api-page/viewer.css',
  'dist/api-page/viewer.js',
];

type PackageJson = {
  exports: Record<string, string | Record<string, string>>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

let folder: string;
let files: string[];
let app: EmptyApp;
let installed: string;
let packageJson: PackageJson;

/** What an earlier build may have left behind: chunks of the admin carry a hash in their names. */
const LEFT_BEHIND = ['dist/admin/en-OLDER.mjs', 'dist/types/server/src/config.test.d.ts'];

/** The settings that the README tells a host to make, word for word. */
const settingsOfReadme = (): string => {
  const readme = readFileSync(path.join(SOURCE, 'README.md'), 'utf8');
  const [, code] = /```ts\n\/\/ config\/plugins\.ts\n(.*?)```/s.exec(readme) ?? [];
  if (code === undefined) throw new Error('the README shows no config/plugins.ts');
  return code.replace('export default', 'module.exports =');
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-packed-'));
  for (const file of LEFT_BEHIND) {
    mkdirSync(path.dirname(path.join(SOURCE, file)), { recursive: true });
    writeFileSync(path.join(SOURCE, file), 'export {};\n');
  }
  await npm(SOURCE, 'pack', '--pack-destination', folder);
  const tarball = path.join(folder, `${PLUGIN}-0.1.0.tgz`);
  const listing = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
  files = listing
    .trim()
    .split('\n')
    .map((file) => file.replace(/^package\//, ''));
  app = await createEmptyApp({ tarball, pluginsConfig: settingsOfReadme() });
  installed = path.join(app.folder, 'node_modules', PLUGIN);
  packageJson = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
}, 5 * MINUTE);

afterAll(() => {
  app?.remove();
  rmSync(folder, { recursive: true, force: true });
  checkout.remove();
});

describe('the packed plugin', () => {
  it('holds what is built, its types, a README and a licence, and nothing else', () => {
    const others = files.filter(
      (file) =>
        !['package.json', 'README.md', 'LICENSE', 'dist/server/index.js'].includes(file) &&
        !/^dist\/admin\/[\w-]+\.mjs$/.test(file) &&
        !API_PAGE.includes(file) &&
        !/^dist\/types\/.+\.d\.ts$/.test(file)
    );
    expect(others).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'dist/server/index.js',
        'dist/admin/index.mjs',
        ...API_PAGE,
      ])
    );
    expect(files.filter((file) => file.includes('.test.'))).toEqual([]);
    expect(files.filter((file) => LEFT_BEHIND.includes(file))).toEqual([]);
  });

  it('has behind each of its doors what it promises there', () => {
    const promised = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string'
        ? [target]
        : // Only tools that build the plugin itself ask for its source.
          Object.entries(target).flatMap(([name, file]) => (name === 'source' ? [] : [file]))
    );
    expect(promised).toContain('./dist/types/server/src/index.d.ts');
    for (const file of promised) expect(existsSync(path.join(installed, file))).toBe(true);
  });

  it('names every package that it imports', async () => {
    const ofServer = await importsOf('dist/server/index.js');
    const ofAdmin = await importsOf('dist/admin/index.mjs');
    const named = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

    expect(ofServer).toContain('liquidjs');
    expect(ofAdmin).toContain('react');
    expect([...ofServer, ...ofAdmin].filter((name) => !named.includes(name))).toEqual([]);
    expect(
      named.filter((name) => ![...ofServer, ...ofAdmin, ...NEEDED_BY_OTHERS].includes(name))
    ).toEqual([]);
  });

  it('gets every package in a version that it asks for', async () => {
    expect(await app.complaints()).toEqual([]);
  });

  it('has an admin part that can be built where it is installed', async () => {
    const { warnings } = await build({
      absWorkingDir: app.folder,
      stdin: { contents: `import '${PLUGIN}/strapi-admin';`, resolveDir: app.folder },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      splitting: true,
      outdir: path.join(app.folder, 'out'),
      logLevel: 'silent',
      loader: LOADERS,
      // One of Strapi's own packages asks for them; its builder, Vite, has something else in their place.
      external: ['path', 'util'],
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    expect(warnings.map(({ text }) => text)).toEqual([]);
  });
});

describe('an empty Strapi application with the packed plugin', () => {
  let mails: MailSink;
  let server: ServerProcess;

  beforeAll(async () => {
    mails = await startMailSink();
    server = startStrapiIn(app.folder, {
      ...SETTINGS,
      PORT: String(await freePort()),
      SMTP_PORT: String(mails.port),
    });
    await server.untilReady();
  }, MINUTE);

  afterAll(async () => {
    await server?.kill();
    await mails.stop();
  });

  it('takes a topic and a session from an editor, a registration from a visitor, and confirms it by mail', async () => {
    const admin = await signIn(server.baseUrl);
    const types = '/content-manager/collection-types/plugin::webinars';
    const topic = await admin.post<Written>(`${types}.topic`, {
      body: {
        title: 'Reading a balance sheet',
        slug: 'balance-sheet',
        description: 'What it tells.',
      },
    });
    const published = await admin.post(
      `${types}.topic/${topic.body.data.documentId}/actions/publish`,
      { body: {} }
    );
    const session = await admin.post<Written>(`${types}.session`, {
      body: {
        topic: { connect: [{ documentId: topic.body.data.documentId }] },
        datetime: inDays(7),
        duration: 60,
        timezone: 'Europe/Berlin',
        state: 'published',
      },
    });
    expect([topic.status, published.status, session.status]).toEqual([201, 200, 201]);

    const visitor = createHttpClient(`${server.baseUrl}/api/webinars`);
    const listed = await visitor.get<{ data: { title: string }[] }>('/sessions');
    const registered = await visitor.post<AnyBody & { data: { token: string } }>(
      `/sessions/${session.body.data.documentId}/registrations`,
      { body: aRegistrationBody({ email: 'ada@example.org' }) }
    );
    await mails.waitFor(1);
    const [mail] = await mails.messages('ada@example.org');

    expect(listed.body.data.map(({ title }) => title)).toEqual(['Reading a balance sheet']);
    expect(registered.status).toBe(201);
    expect(mail?.subject).toContain('Reading a balance sheet');
    expect(mail?.from?.text).toContain('webinars@example.org');
    expect(mail?.text).toContain(`/api/webinars/r/${registered.body.data.token}`);
  });

  it('does not start without a secret, and says so', async () => {
    expect(await server.end()).toBe(0);
    const another = startStrapiIn(app.folder, {
      ...SETTINGS,
      PORT: String(await freePort()),
      WEBINARS_SECRET: '',
    });
    await expect(another.untilReady()).rejects.toThrow(
      'The webinars plugin cannot start: set WEBINARS_SECRET to a random string'
    );
  });
});

type Written = AnyBody & { data: { documentId: string } };

/** Asked for by `@strapi/design-system` and `react-router-dom`, beside which they must be there once. */
const NEEDED_BY_OTHERS = ['react-dom', 'styled-components'];

const LOADERS = {
  '.png': 'empty',
  '.svg': 'empty',
  '.css': 'empty',
  '.woff': 'empty',
  '.woff2': 'empty',
} as const;

const SETTINGS = {
  HOST: '127.0.0.1',
  STRAPI_TELEMETRY_DISABLED: 'true',
  APP_KEYS: 'one,two',
  ADMIN_JWT_SECRET: 'admin-jwt-secret',
  API_TOKEN_SALT: 'api-token-salt',
  TRANSFER_TOKEN_SALT: 'transfer-token-salt',
  JWT_SECRET: 'jwt-secret',
  ENCRYPTION_KEY: 'encryption-key-of-thirty-two-let',
  WEBINARS_SECRET: 'webinars-secret-of-more-than-32-characters',
  SMTP_HOST: '127.0.0.1',
  MAIL_FROM: 'Webinars <webinars@example.org>',
};

/** The packages that a built file asks for, its own chunks included. */
const importsOf = async (entry: string): Promise<string[]> => {
  const { metafile } = await build({
    absWorkingDir: installed,
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    write: false,
    format: entry.endsWith('.mjs') ? 'esm' : 'cjs',
    splitting: entry.endsWith('.mjs'),
    platform: 'node',
    outdir: path.join(folder, 'out'),
    metafile: true,
  });
  return [...new Set(outsideOf(metafile).map(packageOf))].filter(
    (name) => !builtinModules.includes(name.replace(/^node:/, ''))
  );
};

const outsideOf = ({ inputs }: Metafile) =>
  Object.values(inputs).flatMap(({ imports }) =>
    imports.flatMap((imported) => (imported.external ? [imported.path] : []))
  );

/** `@strapi/strapi/admin` is part of `@strapi/strapi`. */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
