import { metersOf } from './meters';

const SETTINGS = { secret: 'a secret of at least thirty-two characters' };

const metersWith = (settings: object) =>
  metersOf({ config: { get: () => ({ ...SETTINGS, ...settings }) } } as never);

const metersThatCount = () => metersWith({ metricsToken: 'a-token-of-the-metrics' });

const QUEUE = {
  type: 'letter.send',
  waiting: 3,
  planned: 5,
  running: 1,
  dead: 0,
  oldestDueSeconds: 12,
  isPaused: false,
};

const aRequest = { route: '/r/:token', method: 'GET', status: 200, seconds: 0.02, code: null };

const linesOf = async (meters: ReturnType<typeof metersOf>, name: string) =>
  (await meters.read(null)).split('\n').filter((line) => line.startsWith(`${name}{`));

describe('what is counted', () => {
  it('is counted for each Strapi of a process by itself', async () => {
    const [one, other] = [metersThatCount(), metersThatCount()];
    one.registration('confirmed');
    const name = 'webinars_registrations_total';
    expect(await linesOf(one, name)).toContain(`${name}{outcome="confirmed"} 1`);
    expect(await linesOf(other, name)).toContain(`${name}{outcome="confirmed"} 0`);
  });

  it('is nothing where nobody may read it', async () => {
    const meters = metersWith({});
    meters.registration('confirmed');
    meters.request(aRequest);
    expect(await meters.read([QUEUE])).toBe('');
  });

  it('has labels out of short lists, whatever a request is', async () => {
    const meters = metersThatCount();
    for (const method of ['PURGE', 'PROPFIND', 'GET']) {
      meters.request({ ...aRequest, method, status: 404, code: `made up by ${method}` });
    }
    const counts = await linesOf(meters, 'webinars_http_request_duration_seconds_count');
    expect(counts.toSorted()).toEqual([
      'webinars_http_request_duration_seconds_count{method="GET",route="/r/:token",status="4xx"} 1',
      'webinars_http_request_duration_seconds_count{method="other",route="/r/:token",status="4xx"} 2',
    ]);
    expect(await linesOf(meters, 'webinars_refusals_total')).toContain(
      'webinars_refusals_total{code="other"} 3'
    );
  });

  it('says of the queue what is known, and nothing old where nothing is', async () => {
    const meters = metersThatCount();
    const figures = await meters.read([QUEUE]);
    expect(figures).toContain('webinars_jobs{type="letter.send",state="waiting"} 3');
    expect(figures).toContain('webinars_jobs_oldest_due_seconds{type="letter.send"} 12');
    expect(await meters.read(null)).not.toContain('webinars_jobs{');
  });
});
