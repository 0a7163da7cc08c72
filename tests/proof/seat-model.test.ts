import { createRandom } from '../support/random';
import { liveThrough } from '../support/seat-model-runs';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

it('three hundred lives of a session agree with the model in every step', async () => {
  const { seed } = createRandom(`three hundred lives on ${app.kind}`);
  const { steps } = await liveThrough(app, { seed, lives: 300 });
  process.stdout.write(`300 sessions lived through ${steps} steps on ${app.kind}\n`);
}, 3_600_000);
