import { createRandom } from '../support/random';
import { liveThrough } from '../support/seat-model-runs';
import { startStrapi, type TestApp } from '../support/strapi';

const LIVES = 12;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('whatever happens to a session, seats, ranks, refusals and mails are those of the model', async () => {
  const { seed } = createRandom(`lives of sessions on ${app.kind}`);
  const { steps } = await liveThrough(app, { seed, lives: LIVES });
  process.stdout.write(`${LIVES} sessions lived through ${steps} steps on ${app.kind}\n`);
}, 900_000);
