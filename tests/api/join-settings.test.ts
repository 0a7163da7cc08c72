import { aSession, programSettings } from '../factories';
import { linkOf } from '../support/mail-links';
import { expectRefusal, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const MEETING = 'https://meet.example.org/room-4711';
const START = new Date('2031-03-20T15:00:00.000Z');
const MINUTE = 60_000;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { WEBINARS_RATE_LIMIT: '1' } });
  await programSettings(app.strapi, { joinMinutesBefore: 5 });
});
afterAll(() => app.stop());

it('the way in opens when they say', async () => {
  const { documentId } = await aSession(app.strapi, {
    datetime: START.toISOString(),
    meetingUrl: MEETING,
  });
  const { token } = await registered(app, documentId);
  const path = await linkOf(app, 'join', token);
  app.setClock(new Date(START.getTime() - 6 * MINUTE));
  expectRefusal(await app.api.get(path), 403, 'join_not_open');
  app.setClock(new Date(START.getTime() - 5 * MINUTE));
  expect((await app.api.get(path)).status).toBe(302);
});

it('links are followed a hundred times as often as people register, and no more', async () => {
  const statuses = [];
  for (let attempt = 0; attempt < 101; attempt += 1) {
    statuses.push((await app.api.get('/api/webinars/join/nothing')).status);
  }
  expect(statuses).toEqual([...Array<number>(98).fill(404), 429, 429, 429]);
});
