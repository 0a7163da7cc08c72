import { aSession, programSettings } from '../factories';
import { expectRefusal, cancel, look, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
  await programSettings(app.strapi, {
    consentTexts: [{ kind: 'marketing', locale: 'en', version: '2026-11', text: 'News by mail.' }],
  });
});

afterAll(() => app.stop());

const change = (token: string, body: object, query = '') =>
  app.api.patch(`/api/webinars/registrations/${token}${query}`, { body });

const rowOf = async (token: string) => {
  const [row] = await app.rows('webinars_registrations', { public_id: token.split('.')[0] });
  return row ?? {};
};

const consentsOf = async (token: string) => {
  const { consent_record: record } = await rowOf(token);
  return typeof record === 'string' ? JSON.parse(record) : record;
};

const aRegistration = async () => {
  const { documentId } = await aSession(app.strapi, { capacity: 5 });
  const receipt = await registered(app, documentId, { marketingConsent: true });
  return { ...receipt, session: documentId };
};

describe('a registrant who changes something', () => {
  it('changes what the request names, and nothing else', async () => {
    const { token } = await aRegistration();
    const before = (await look(app, token)).body.data;

    const answer = await change(token, {
      firstName: ' Augusta ',
      phone: '030 901820',
      language: 'de',
      timezone: 'Europe/Vienna',
      expertiseInterest: ['automation'],
      interestedServices: { workshopSeries: true },
      specialRequirements: 'A transcript, please.',
    });

    expect(answer.status).toBe(200);
    const details = before.details as Record<string, unknown>;
    expect(answer.body.data).toEqual({
      ...before,
      firstName: 'Augusta',
      language: 'de',
      timezone: 'Europe/Vienna',
      session: expect.anything(),
      details: {
        ...details,
        phone: '+4930901820',
        expertiseInterest: ['automation'],
        interestedServices: {
          oneOnOneConsultation: false,
          workshopSeries: true,
          whitepaperDownloads: false,
          ongoingMentorship: false,
        },
        specialRequirements: 'A transcript, please.',
      },
    });
    expect((await look(app, token)).body.data).toEqual(answer.body.data);
  });

  it('empties what need not be there', async () => {
    const { token } = await aRegistration();
    await change(token, { position: 'Head of nothing', specificQuestions: 'Why?' });
    const { body } = await change(token, { position: '', specificQuestions: null });
    expect(body.data).toMatchObject({ details: { position: null, specificQuestions: null } });
  });

  it('leaves a line in the log with the names of the fields, and none where nothing changed', async () => {
    const { token, session } = await aRegistration();
    await change(token, { company: 'Difference Works', marketingConsent: true });
    await change(token, { company: 'Difference Works' });
    const rows = await app.rows('webinars_activities', { session_document_id: session });
    const changes = rows.filter(({ action }) => action === 'registration.changed');
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes[0]?.fields)).toContain('company');
    expect(JSON.stringify(changes)).not.toContain('Difference');
  });

  it('withdraws a consent: the record keeps that it was given, and when it ended', async () => {
    const { token } = await aRegistration();
    await change(token, { marketingConsent: false });
    const marketing = (await consentsOf(token)).filter(
      ({ kind }: { kind: string }) => kind === 'marketing'
    );
    expect(marketing).toMatchObject([
      { given: true, version: '2026-11', locale: 'en', at: expect.any(String) },
      { given: false, version: '2026-11', locale: 'en', at: expect.any(String) },
    ]);
    expect((await look(app, token)).body.data).toMatchObject({
      details: { marketingConsent: false },
    });
  });
});

describe('what cannot be changed', () => {
  it.each([
    ['the e-mail address', { email: 'other@example.org' }, 'email'],
    ['the session', { session: 'another' }, 'session'],
    ['the state', { status: 'confirmed' }, 'status'],
  ])('%s is refused', async (_what, body, field) => {
    const { token } = await aRegistration();
    const before = await rowOf(token);
    const answer = await change(token, { firstName: 'Augusta', ...body });
    expectRefusal(answer, 400, 'validation_failed');
    expect(JSON.stringify(answer.body.error?.details.errors)).toContain(field);
    expect(await rowOf(token)).toEqual(before);
  });

  it('names every wrong field at once, in the language of the request', async () => {
    const { token } = await aRegistration();
    const answer = await change(
      token,
      { firstName: 'x', website: 'ftp://x', privacyConsent: false },
      '?locale=de'
    );
    expectRefusal(answer, 400, 'validation_failed');
    const errors = answer.body.error?.details.errors ?? [];
    expect(errors.map(({ path }) => path.join('.')).sort()).toEqual([
      'firstName',
      'privacyConsent',
      'website',
    ]);
    expect(errors.find(({ path }) => path[0] === 'privacyConsent')?.code).toBe('consent_required');
  });

  it('nothing is changed of a registration that has ended, nor by a wrong token', async () => {
    const { token } = await aRegistration();
    await cancel(app, token);
    expectRefusal(await change(token, { firstName: 'Augusta' }), 409, 'invalid_move');
    expectRefusal(await change(`${token}x`, { firstName: 'Augusta' }), 404, 'token_invalid');
  });

  it.each([['[]'], ['"text"'], ['null'], ['{"__proto__":{"firstName":"Eve"}}']])(
    'answers the body %s without a fault',
    async (rawBody) => {
      const { token } = await aRegistration();
      const answer = await app.api.patch(`/api/webinars/registrations/${token}`, { rawBody });
      expect([200, 400]).toContain(answer.status);
    }
  );
});
