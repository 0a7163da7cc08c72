const path = require('node:path');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const APPLICATION = path.resolve(__dirname, '../../dist') + path.sep;

/**
 * Jest's usual environment is a realm of its own, into which every package has to be loaded once more for each test
 * file. Here test files run where Jest itself runs, so that packages stay loaded. What a file may do to the process is
 * undone after it; `process.env` is a copy, so that nothing that is written there reaches the process at all.
 */
class OneRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // The old kind of fake timers is not offered.
  fakeTimers = null;
  before = { env: process.env, zone: process.env.TZ, exit: process.exit, console };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    // A group may have settings of its own, its database and its time zone among them.
    const { settings = {} } = projectConfig.testEnvironmentOptions;
    this.setZone(settings.TZ ?? this.before.zone);
    process.env = { ...process.env, ...settings };
    // The application itself is read anew: its settings do something when they are loaded.
    for (const file of Object.keys(require.cache)) {
      if (file.startsWith(APPLICATION)) delete require.cache[file];
    }
  }

  /** The time zone of the process: only the real environment knows of it. */
  setZone(zone) {
    if (zone === undefined) delete this.before.env.TZ;
    else this.before.env.TZ = zone;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    // Jest puts others in their places for each file.
    globalThis.console = this.before.console;
    process.exit = this.before.exit;
    process.env = this.before.env;
    this.setZone(this.before.zone);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** There is none: `one-realm-runtime.js` compiles without. */
  getVmContext() {
    return null;
  }
}

module.exports = OneRealmEnvironment;
