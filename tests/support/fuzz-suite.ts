import { fuzzAdminRoutes, fuzzPublicRoutes, type FuzzReport } from './fuzz';
import { createRandom } from './random';
import { tokenWith } from './roles';
import { startStrapi, type TestApp } from './strapi';

/** More than this, over thousands of calls, would be something that is kept for each. */
const GROWTH_MB = 40;

/** The short form of `npm test` and the long one of `npm run proof`. */
export const describeFuzz = ({
  publicCalls,
  adminCalls,
  onSeen,
}: {
  publicCalls: number;
  adminCalls: number;
  onSeen?: (which: string, report: FuzzReport, seed: number) => void;
}) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startStrapi();
  });

  afterAll(() => app.stop());

  it('whatever is sent to a public route is answered, without a fault, a stack or anybody’s data', async () => {
    const { seed } = createRandom(`public routes on ${app.kind}`);
    const report = await fuzzPublicRoutes(app, { seed, calls: publicCalls });
    tell('public', report);
    onSeen?.('public', report, seed);
    expect(report.statuses).toHaveProperty('200');
    expect(report.statuses).toHaveProperty('201');
    expect(report.heapGrowthMb).toBeLessThan(GROWTH_MB);
    const { findDrift } = app.strapi.plugin('webinars').service('registration');
    expect(await findDrift()).toEqual([]);
  }, 7_200_000);

  it('whatever anybody sends to the admin’s routes is answered, by whichever role', async () => {
    const { seed } = createRandom(`admin routes on ${app.kind}`);
    const actions = [...app.strapi.service('admin::permission').actionProvider.values()]
      .map(({ actionId }: { actionId: string }) => actionId)
      .filter((action: string) => /^plugin::webinars\.\w+\.\w+$/.test(action));
    expect(actions.length).toBeGreaterThan(5);
    const logins = [null, 'nonsense', await tokenWith(app, []), await tokenWith(app, actions)];
    for (const action of actions) logins.push(await tokenWith(app, [action]));
    const report = await fuzzAdminRoutes(app, { seed, calls: adminCalls, logins });
    tell('admin', report);
    onSeen?.('admin', report, seed);
    expect(report.statuses).toHaveProperty('401');
    expect(report.statuses).toHaveProperty('403');
  }, 7_200_000);

  const tell = (which: string, { calls, statuses, heapGrowthMb }: FuzzReport) =>
    process.stdout.write(
      `${calls} ${which} calls on ${app.kind}: ${JSON.stringify(statuses)}, heap ${heapGrowthMb} MB\n`
    );
};
