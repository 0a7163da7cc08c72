import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest hands each test file a copy of the environment. In this one the time zone of the process is the real one, so that
 * the application can set it, as it does for itself wherever it runs.
 */
export default class ZoneEnvironment extends TestEnvironment {
  private readonly before = process.env.TZ;

  override async setup() {
    await super.setup();
    Object.defineProperty(this.global.process.env, 'TZ', {
      enumerable: true,
      configurable: true,
      get: () => process.env.TZ,
      set: (zone: string) => {
        process.env.TZ = zone;
      },
    });
  }

  override async teardown() {
    if (this.before === undefined) delete process.env.TZ;
    else process.env.TZ = this.before;
    await super.teardown();
  }
}
