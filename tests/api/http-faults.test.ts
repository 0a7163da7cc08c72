import { aRegistrationBody, aSession } from '../factories';
import { createEditor } from '../support/editor';
import { register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let session: string;

beforeAll(async () => {
  app = await startStrapi();
  session = (await aSession(app.strapi)).documentId;
});

afterAll(() => app.stop());

describe('a fault of ours', () => {
  const PERSON = {
    firstName: 'Wilhelmina',
    lastName: 'Featherstonehaugh',
    email: 'wilhelmina@example.org',
  };
  const PRIVATE = /wilhelmina|featherstonehaugh/i;

  /** Takes away a column that people are written to. */
  const withoutColumn = async (work: () => Promise<void>) => {
    const table = app.database.name('webinars_registrations');
    const rename = (from: string, to: string) =>
      app.strapi.db.connection.raw(`ALTER TABLE ${table} RENAME COLUMN ${from} TO ${to}`);
    await rename('company', 'elsewhere');
    try {
      await work();
    } finally {
      await rename('elsewhere', 'company');
    }
  };

  it('tells the caller nothing, and the log where it happened, but not to whom', async () => {
    const { token } = await registered(app, session);
    const seen = app.log.length;
    await withoutColumn(async () => {
      const answers = [
        await register(app, session, PERSON),
        await app.api.get(`/api/webinars/registrations/${token}`),
        await app.api.get(`/api/webinars/r/${token}`),
      ];
      for (const { status, body } of answers) {
        expect({ status, body }).toEqual({
          status: 500,
          body: {
            data: null,
            error: { status: 500, name: 'InternalServerError', message: 'Internal Server Error' },
          },
        });
      }
    });

    const log = app.log.slice(seen).join('\n');
    expect(log).toMatch(/^error: \w+: (SQLITE_ERROR|42703): select .+ from .+ where /m);
    expect(log).toMatch(/^\s+at .+:\d+/m);
    expect(log).not.toMatch(PRIVATE);
    expect(log).not.toContain(token.split('.')[0]);
  });

  it('keeps people out of the log when it happens in the admin, too', async () => {
    const editor = createEditor(await app.admin());
    const seen = app.log.length;
    await withoutColumn(async () => {
      const answer = await editor.createRegistration({
        session: { connect: [{ documentId: session }] },
        ...aRegistrationBody(PERSON),
      });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toMatch(/ at |select|wilhelmina/i);
    });
    expect(app.log.slice(seen).join('\n')).toMatch(/^error: /m);
    expect(app.log.slice(seen).join('\n')).not.toMatch(PRIVATE);
  });
});
