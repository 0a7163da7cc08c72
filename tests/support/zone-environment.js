const OneRealmEnvironment = require('./one-realm-environment');

/**
 * Each test file gets a copy of the environment. In this one the time zone of the process is the real one, so that the
 * application can set it, as it does for itself wherever it runs.
 */
class ZoneEnvironment extends OneRealmEnvironment {
  constructor(...options) {
    super(...options);
    const { env } = this.before;
    Object.defineProperty(process.env, 'TZ', {
      enumerable: true,
      configurable: true,
      get: () => env.TZ,
      set: (zone) => {
        env.TZ = zone;
      },
    });
  }
}

module.exports = ZoneEnvironment;
