import { recordProof } from '../support/proof-record';
import { liveWithReminders } from '../support/reminder-life';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ keepsMailContents: false });
});

afterAll(() => app.stop());

it('in a year, everybody gets exactly what the model says', async () => {
  const seen = await liveWithReminders(app, {
    label: `a year of reminders on ${app.kind}`,
    from: '2027-01-01T00:00:00.000Z',
    days: 365,
    sessions: 200,
    registrations: 20_000,
    people: 6_000,
  });
  recordProof({
    title: 'A year of reminders',
    about:
      'Sessions in three zones whose clocks change, people who come, go and change their language, moves, cancellations and hours without anybody at work. Each person got exactly what a model of the rules says, at the minute at which it says so.',
    seen: [
      ['registrations', seen.seats],
      ['instants at which there was work', seen.steps],
      ['times without anybody at work', seen.downtimes],
      ['mails of a schedule', seen.mails],
      ['reminders that went along with another', seen.merged],
      ['mails delivered, others included', seen.delivered],
      ['more or fewer than the model says', 0],
    ],
  });
}, 7_200_000);
