import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ts from 'typescript';
import type {
  RegistrationBody,
  RegistrationReceipt,
  Session,
  SessionCard,
} from 'strapi-plugin-webinars-client';
import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../plugins/webinars/shared/errors';
import { aSession, aTopic, inDays } from '../factories';
import { runSnippet, snippetsOf } from '../support/doc-snippets';
import { ROOT } from '../support/environment';
import { look } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const snippets = snippetsOf('front-end.md');

const TITLE = 'Reading between the lines';

let app: TestApp;
let slug: string;

beforeAll(async () => {
  app = await startStrapi();
  const topic = await aTopic(app.strapi, { title: TITLE, description: 'What is not said.' });
  const session = await aSession(app.strapi, { topic: topic.documentId, datetime: inDays(5) });
  slug = String(session.slug);
});

afterAll(() => app.stop());

const run = <Exports>(file: string, stubs?: Record<string, object>) =>
  runSnippet<Exports>(snippets, file, { baseUrl: app.baseUrl, ...(stubs && { stubs }) });

const person = (email: string): RegistrationBody => ({
  firstName: 'Ada',
  lastName: 'Muster',
  email,
  company: 'Example Ltd',
  termsAccepted: true,
  privacyConsent: true,
});

describe('the snippets', () => {
  it('are short enough to be read at a glance', () => {
    expect([...snippets.keys()]).toHaveLength(10);
    for (const [file, code] of snippets) {
      expect({ file, isShort: code.trimEnd().split('\n').length <= 40 }).toEqual({
        file,
        isShort: true,
      });
    }
  });

  it('are correct by their types', () => {
    // With one that is not, to see that somebody looks.
    const wrong = 'export const one: string = 1;';
    expect(mistakesIn(new Map([...snippets, ['client/wrong.ts', wrong]]))).toEqual([
      "client/wrong.ts: Type 'number' is not assignable to type 'string'.",
    ]);
  });
});

it('name what to do about every refusal of the contract, under its status', () => {
  const page = readFileSync(path.join(ROOT, 'docs', 'front-end.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (\d{3}) +\| (`.*?) +\|/gm)];
  const told = rows.flatMap(([, status, codes = '']) =>
    [...codes.matchAll(/`(\w+)`/g)].map(([, code]) => `${status} ${code}`)
  );
  const errors = { ...PUBLIC_ERRORS, ...REQUEST_ERRORS };
  const forFrontEnds = PUBLIC_ROUTES.filter(
    ({ needsMetricsToken: isForOperators }) => !isForOperators
  );
  const refusals = new Set(forFrontEnds.flatMap(({ refusals: codes }) => codes));
  expect(told).toEqual(
    expect.arrayContaining([...refusals].map((code) => `${errors[code].status} ${code}`))
  );
  const known = Object.entries(errors).map(([code, { status }]) => `${status} ${code}`);
  expect(known).toEqual(expect.arrayContaining(told));
});

describe('with plain fetch', () => {
  it('list the sessions', async () => {
    type List = { sessions: { title: string; link: string; canRegister: boolean }[] };
    const { listSessions } = await run<{ listSessions(): Promise<List> }>('fetch/list.js');
    expect(await listSessions()).toMatchObject({
      sessions: [{ title: TITLE, link: `/webinars/${slug}`, canRegister: true }],
      hasMore: false,
    });
  });

  it('show one, and how many seats are left', async () => {
    const { readSession, readSeats } = await run<{
      readSession(slug: string): Promise<(Session & { calendar: string }) | null>;
      readSeats(slug: string): Promise<object>;
    }>('fetch/detail.js');
    const session = await readSession(slug);
    expect(session).toMatchObject({ title: TITLE, price: '€0.00' });
    expect(await readSession('nothing')).toBeNull();
    expect(await readSeats(slug)).toMatchObject({ registrationState: 'open' });
    expect((await fetch(session?.calendar ?? '')).status).toBe(200);
  });

  it('register somebody, once, and say what is wrong', async () => {
    type Outcome = { kind: string; fields?: string[][]; reference?: string };
    const { register } = await run<{
      register(slug: string, person: object, options: { key: string }): Promise<Outcome>;
    }>('fetch/register.js');
    const sent = () => register(slug, person('fetch@example.org'), { key: 'one' });
    const first = await sent();
    expect(first).toMatchObject({ kind: 'registered', status: 'confirmed' });
    expect(await sent()).toEqual(first);
    expect(await register(slug, person('fetch@example.org'), { key: 'two' })).toMatchObject({
      kind: 'refused',
    });
    const invalid = await register(slug, person('nowhere'), { key: 'three' });
    expect(invalid).toMatchObject({ kind: 'invalid', fields: [['email', expect.any(String)]] });
  });
});

describe('with the client', () => {
  it('list the sessions, page by page or all of them', async () => {
    const { listSessions, listAddresses } = await run<{
      listSessions(): Promise<{ sessions: SessionCard[]; hasMore: boolean }>;
      listAddresses(): Promise<string[]>;
    }>('client/list.ts');
    expect(await listSessions()).toMatchObject({ sessions: [{ title: TITLE }], hasMore: false });
    expect(await listAddresses()).toEqual([`/webinars/${slug}`]);
  });

  it('show one', async () => {
    const { readSession } = await run<{ readSession(slug: string): Promise<Session | null> }>(
      'client/detail.ts'
    );
    expect(await readSession(slug)).toMatchObject({ title: TITLE });
    expect(await readSession('nothing')).toBeNull();
  });

  it('register somebody, and say what is wrong', async () => {
    type Outcome = { message: string; token: RegistrationReceipt['token'] | null };
    const { register } = await run<{
      register(slug: string, person: RegistrationBody): Promise<Outcome>;
    }>('client/register.ts');
    const { token, message } = await register(slug, person('client@example.org'));
    expect(message).toBe('You are confirmed.');
    expect((await look(app, token ?? '')).status).toBe(200);
    expect(await register(slug, person('nowhere'))).toMatchObject({
      token: null,
      emailHint: expect.stringMatching(/e-mail/),
    });
  });
});

describe('in Next.js', () => {
  class Redirect extends Error {
    constructor(readonly address: string) {
      super(address);
    }
  }
  const navigation = {
    redirect: (address: string) => {
      throw new Redirect(address);
    },
  };
  const runNext = <Exports>(file: string) => run<Exports>(file, { 'next/navigation': navigation });

  it('list the sessions', async () => {
    const { default: Webinars } = await runNext<{ default(): Promise<ReactElement> }>(
      'next/app/webinars/page.tsx'
    );
    expect(renderToStaticMarkup(await Webinars())).toContain(
      `<a href="/webinars/${slug}">${TITLE}</a>`
    );
  });

  it('show one with a form', async () => {
    const { default: Webinar } = await runNext<{ default(props: object): Promise<ReactElement> }>(
      'next/app/webinars/[slug]/page.tsx'
    );
    const page = await Webinar({
      params: Promise.resolve({ slug }),
      searchParams: Promise.resolve({ said: 'Thank you.' }),
    });
    // React 18, which the admin needs, cannot render a function as the action of a form; Next.js brings its own.
    const { children } = page.props;
    const shown = renderToStaticMarkup(children.slice(0, 3));
    expect(shown).toBe(`<h1>${TITLE}</h1><p>What is not said.</p><p role="status">Thank you.</p>`);
    expect(children[3].props.action).toBeInstanceOf(Function);
  });

  it('register who sends the form, once', async () => {
    const { register } = await runNext<{ register(form: FormData): Promise<void> }>(
      'next/app/webinars/[slug]/actions.ts'
    );
    const send = async (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ slug, ...fields })) form.set(name, value);
      const thrown: unknown = await register(form).catch((error: unknown) => error);
      if (!(thrown instanceof Redirect)) throw new Error(`no redirect: ${String(thrown)}`);
      return decodeURIComponent(thrown.address);
    };
    const form = {
      firstName: 'Ada',
      lastName: 'Muster',
      email: 'next@example.org',
      company: 'Example Ltd',
      key: 'a-form',
      consent: 'on',
    };
    const thanks = `/webinars/${slug}?said=Thank you. The mail with your link is on its way.`;

    expect(await send(form)).toBe(thanks);
    expect(await send(form)).toBe(thanks);
    expect(await send({ ...form, key: 'another' })).toContain('registered already');
    const { consent: _c, ...without } = form;
    expect(await send(without)).toContain('Please accept');
  });
});

/** What the compiler says about the snippets, as it would in a project of their readers. */
function mistakesIn(files: ReadonlyMap<string, string>): string[] {
  mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, '.tmp', 'front-end-docs-'));
  try {
    const all = new Map([
      ...files,
      [
        'next.d.ts',
        "declare module 'next/navigation' { export const redirect: (address: string) => never; }",
      ],
    ]);
    for (const [file, code] of all) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
    }
    const typed = [...all.keys()].filter((file) => !file.endsWith('.js'));
    const program = ts.createProgram(
      typed.map((file) => path.join(folder, file)),
      {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        jsx: ts.JsxEmit.ReactJSX,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: ['react/canary'],
        paths: {
          'strapi-plugin-webinars-client': [
            path.join(ROOT, 'plugins/webinars-client/src/index.ts'),
          ],
        },
      }
    );
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const name = file === undefined ? '' : path.relative(folder, file.fileName);
      return `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
