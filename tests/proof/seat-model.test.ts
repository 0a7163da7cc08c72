import { createRandom } from '../support/random';
import { runSeatModel } from '../support/seat-model-runs';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('three hundred lives of a session agree with the model in every step', async () => {
  const { seed } = createRandom(`three hundred lives on ${app.kind}`);
  await runSeatModel(app, { runs: 300, seed });
}, 3_600_000);
