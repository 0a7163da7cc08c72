import { readHealth, type HealthPorts, type MailOutcome } from './read-health';

const healthy: HealthPorts = {
  pingDatabase: () => Promise.resolve(),
  countJobs: () => Promise.resolve({ waiting: 2, running: 1, dead: 0 }),
  latestMailOutcomes: () => Promise.resolve(['accepted']),
};

const healthWith = (ports: Partial<HealthPorts>) =>
  readHealth({ ...healthy, ...ports }, { patienceMs: 20, warn: () => undefined })();

const afterMails = (...outcomes: MailOutcome[]) =>
  healthWith({ latestMailOutcomes: () => Promise.resolve(outcomes) });

const away = () => Promise.reject(new Error('connection refused by db.internal:5432'));
const hanging = () => new Promise<never>(() => undefined);

describe('health', () => {
  it('is up when everything answers', async () => {
    expect(await healthWith({})).toEqual({
      status: 'up',
      database: { status: 'up' },
      jobs: { status: 'up', waiting: 2, running: 1, dead: 0 },
      mail: { status: 'up' },
    });
  });

  it('is down without the database, and tells nothing of where that is', async () => {
    const health = await healthWith({
      pingDatabase: away,
      countJobs: away,
      latestMailOutcomes: away,
    });
    expect(health).toEqual({
      status: 'down',
      database: { status: 'down' },
      jobs: { status: 'down', waiting: null, running: null, dead: null },
      mail: { status: 'unknown' },
    });
  });

  it('does not wait for a database that hangs', async () => {
    const health = await healthWith({ pingDatabase: hanging });
    expect(health.database.status).toBe('down');
  });

  it('is degraded by jobs that gave up', async () => {
    const health = await healthWith({
      countJobs: () => Promise.resolve({ waiting: 0, running: 0, dead: 1 }),
    });
    expect(health).toMatchObject({ status: 'degraded', jobs: { status: 'degraded', dead: 1 } });
  });

  it('is degraded, not down, while no mail server can be reached', async () => {
    expect(await afterMails('unreachable', 'unreachable')).toMatchObject({
      status: 'degraded',
      mail: { status: 'down' },
    });
  });

  it.each([
    [['accepted', 'unreachable'], 'up'],
    [['unreachable', 'accepted'], 'degraded'],
    [['refused'], 'up'],
    [['refused', 'accepted', 'refused', 'refused'], 'up'],
    [['refused', 'deferred', 'refused'], 'degraded'],
    [[], 'unknown'],
  ] as [MailOutcome[], string][])(
    'reads the latest attempts %j as %s',
    async (outcomes, status) => {
      expect((await afterMails(...outcomes)).mail.status).toBe(status);
    }
  );
});
