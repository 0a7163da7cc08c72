import { aSession, aSpeaker } from '../factories';
import { linkOf } from '../support/mail-links';
import { expectRefusal, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const START = new Date('2031-03-20T15:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60;
const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const FORM = { ...BROWSER, 'Content-Type': 'application/x-www-form-urlencoded' };

type View = { data: { rating: number | null; comment: string | null; closesAt: string } };

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const minutesFromStart = (minutes: number) =>
  app.setClock(new Date(START.getTime() + minutes * MINUTE));

const aGuest = async (documentId: string, person: Record<string, unknown> = {}) => {
  const { token, reference } = await registered(app, documentId, person);
  return { reference, path: await linkOf(app, 'feedback', token) };
};

const aSeat = async (person: Record<string, unknown> = {}, session = {}) => {
  const { documentId } = await aSession(app.strapi, {
    datetime: START.toISOString(),
    duration: 60,
    ...session,
  });
  return { documentId, ...(await aGuest(documentId, person)) };
};

const stored = async (reference: string) => {
  const [row] = await app.rows('webinars_registrations', { reference });
  return { rating: row?.rating, feedback: row?.feedback };
};

describe('saying how it was', () => {
  it('is JSON for front ends, and may be changed for thirty days', async () => {
    const { path, reference } = await aSeat();
    minutesFromStart(90);
    const before = await app.api.get<View>(path);
    expect(before.status).toBe(200);
    expect(before.body.data).toMatchObject({
      rating: null,
      comment: null,
      closesAt: '2031-04-19T16:00:00.000Z',
    });

    const first = await app.api.post<View>(path, { body: { rating: 4, comment: ' Well done. ' } });
    expect(first.body.data).toMatchObject({ rating: 4, comment: 'Well done.' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    minutesFromStart(60 + 30 * DAY - 1);
    expect((await app.api.post<View>(path, { body: { rating: 2 } })).body.data).toMatchObject({
      rating: 2,
      comment: null,
    });
    expect(await stored(reference)).toEqual({ rating: 2, feedback: null });

    minutesFromStart(60 + 30 * DAY);
    expectRefusal(await app.api.post(path, { body: { rating: 1 } }), 410, 'feedback_closed');
    expectRefusal(await app.api.get(path), 410, 'feedback_closed');
    expect(await stored(reference)).toEqual({ rating: 2, feedback: null });
  });

  it('has to wait for the start', async () => {
    const { path } = await aSeat();
    minutesFromStart(-1);
    const refused = await app.api.post(path, { body: { rating: 5 } });
    expectRefusal(refused, 403, 'feedback_not_open');
    expect(refused.body.error?.details).toMatchObject({ opensAt: START.toISOString() });
  });

  it('is not for who was not there', async () => {
    const { path, reference } = await aSeat();
    await app.change('webinars_registrations', { reference }, { state: 'no_show' });
    minutesFromStart(90);
    expectRefusal(
      await app.api.post(path, { body: { rating: 5 } }),
      409,
      'registration_not_confirmed'
    );
  });

  it.each([
    ['no rating', {}, 'rating', 'required'],
    ['six stars', { rating: 6 }, 'rating', 'number_too_big'],
    ['no star', { rating: 0 }, 'rating', 'number_too_small'],
    ['half a star', { rating: 2.5 }, 'rating', 'invalid_type'],
    ['a word', { rating: '5' }, 'rating', 'invalid_type'],
    ['a novel', { rating: 5, comment: 'x'.repeat(5001) }, 'comment', 'too_big'],
    ['a NUL', { rating: 5, comment: 'a\u0000b' }, 'comment', 'characters_invalid'],
    ['something else', { rating: 5, mood: 'good' }, 'mood', 'unknown_field'],
  ])('takes nothing that it does not understand: %s', async (_what, body, field, code) => {
    const { path } = await aSeat();
    minutesFromStart(90);
    const refused = await app.api.post(`${path}?locale=de`, { body });
    expectRefusal(refused, 400, 'validation_failed');
    expect(refused.body.error?.details.errors).toMatchObject([{ path: [field], code }]);
    expect(refused.body.error?.message).toBe('Bitte prüfen Sie die markierten Felder.');
  });

  it('is not opened by the token of the registration', async () => {
    const { documentId } = await aSeat();
    const { token } = await registered(app, documentId);
    expectRefusal(await app.api.get(`/api/webinars/feedback/${token}`), 404, 'token_invalid');
  });
});

describe('the page that asks', () => {
  const send = (path: string, rawBody: string) => app.api.post(path, { rawBody, headers: FORM });

  it.each([
    ['en', 'How did you like it?', 'Thank you: we have your answer.'],
    ['de', 'Wie hat es Ihnen gefallen?', 'Vielen Dank: Ihre Antwort ist angekommen.'],
  ])('takes an answer, and shows it (%s)', async (language, question, thanks) => {
    const { path, reference } = await aSeat({ language });
    minutesFromStart(90);
    const page = await app.api.get(path, { headers: BROWSER });
    expect(page.status).toBe(200);
    expect(page.text).toContain(question);

    const sent = await send(path, 'rating=5&comment=%3Cb%3EGreat%3C%2Fb%3E');
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe('?done=sent');
    expect(await stored(reference)).toEqual({ rating: 5, feedback: '<b>Great</b>' });
    const after = await app.api.get(`${path}?done=sent`, { headers: BROWSER });
    expect(after.text).toContain(thanks);
    expect(after.text).toContain('&lt;b&gt;Great&lt;/b&gt;</textarea>');
    expect(after.text).toMatch(/value="5" required checked/);
  });

  it('says beside the fields what is missing, and keeps what was written', async () => {
    const { path, reference } = await aSeat({ language: 'de' });
    minutesFromStart(90);
    const page = await send(path, 'comment=Gut');
    expect(page.status).toBe(400);
    expect(page.text).toContain('Bitte füllen Sie dieses Feld aus.');
    expect(page.text).toContain('Gut</textarea>');
    expect(await stored(reference)).toEqual({ rating: null, feedback: null });
  });

  it.each([
    [-60, 403, 'The webinar has not begun yet.'],
    [60 + 31 * DAY, 410, 'Answers are no longer taken'],
  ])('says why nothing is asked %d minutes after the start', async (minutes, status, sentence) => {
    const { path } = await aSeat();
    minutesFromStart(minutes);
    const page = await app.api.get(path, { headers: BROWSER });
    expect({ status: page.status, says: page.text.includes(sentence) }).toEqual({
      status,
      says: true,
    });
    expect((await send(path, 'rating=5')).status).toBe(status);
  });

  it('is kind about a link that is not valid', async () => {
    const page = await app.api.get('/api/webinars/feedback/nothing?locale=de', {
      headers: BROWSER,
    });
    expect(page.status).toBe(404);
    expect(page.text).toContain('Dieser Link ist nicht gültig');
  });
});

describe('what was said', () => {
  it('is the average of the session and of its speaker, and the catalogue shows it', async () => {
    const speaker = await aSpeaker(app.strapi, { german: {} });
    const session = { speaker: speaker.documentId };
    const { documentId, path } = await aSeat({}, session);
    const second = await aGuest(documentId);
    const third = await aGuest(documentId);
    const other = await aSeat({}, session);
    minutesFromStart(90);
    for (const [guest, rating] of [
      [path, 5],
      [second.path, 5],
      [third.path, 4],
      [other.path, 2],
    ] as const) {
      await app.api.post(guest, { body: { rating } });
    }
    await app.strapi.plugin('webinars').service('registration').copyCounts();
    await app.runJobs();

    const shown = await app.api.get<{
      data: { averageRating: number; speaker: { performance: { averageRating: number } } };
    }>(`/api/webinars/sessions/${documentId}`);
    expect(shown.body.data.averageRating).toBe(4.7);
    expect(shown.body.data.speaker.performance.averageRating).toBe(4);
    const performances = await app.rows('components_webinars_speaker_performances');
    expect(performances.map(({ average_rating: average }) => average)).toEqual([4, 4]);

    await app.api.post(other.path, { body: { rating: 4 } });
    await app.strapi.plugin('webinars').service('registration').copyCounts();
    await app.runJobs();
    const changed = await app.rows('components_webinars_speaker_performances');
    expect(changed.map(({ average_rating: average }) => average)).toEqual([4.5, 4.5]);
  });
});
