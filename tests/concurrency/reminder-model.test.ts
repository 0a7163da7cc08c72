import { liveWithReminders } from '../support/reminder-life';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('in a month in which clocks change in three zones, everybody gets exactly what the model says', async () => {
  const seen = await liveWithReminders(app, {
    label: `a month of reminders on ${app.kind}`,
    from: '2027-03-08T00:00:00.000Z',
    days: 34,
    sessions: 18,
    registrations: 270,
    people: 60,
  });
  process.stdout.write(`a month on ${app.kind}: ${JSON.stringify(seen)}\n`);
  expect(seen.merged).toBeGreaterThan(0);
}, 900_000);
