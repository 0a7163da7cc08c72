import { createRandom } from '../support/random';
import { runSeatModel } from '../support/seat-model-runs';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('whatever happens to a session, seats, ranks, offers and mails are those of the model', async () => {
  const { seed } = createRandom(`seat model on ${app.kind}`);
  await runSeatModel(app, { runs: 20, seed });
}, 600_000);
