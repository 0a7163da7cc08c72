const asyncHooks = require('node:async_hooks');
const { createRequire } = require('node:module');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/**
 * Loads packages, and what is built, as Node does: once per process, Strapi and the plugin above all. Only what is
 * transformed, the tests and the sources that they import, is loaded anew for each test file, as ever.
 *
 * Packages cannot be mocked therefore; no test wants to.
 */
class OneRealmRuntime extends Runtime {
  constructor(...options) {
    super(...options);
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
    this.disableStoragesLater();
  }

  /**
   * Jest follows each test file by an asynchronous storage of its own, and leaves it on when the file is done. Node looks
   * at all of them at each promise of the process.
   */
  disableStoragesLater() {
    const storages = [];
    class AsyncLocalStorage extends asyncHooks.AsyncLocalStorage {
      constructor(...options) {
        super(...options);
        storages.push(this);
      }
    }
    const { coreModule } = this;
    const load = coreModule.require.bind(coreModule);
    coreModule.require = (name) =>
      /^(node:)?async_hooks$/.test(name) ? { ...asyncHooks, AsyncLocalStorage } : load(name);
    this.disableStorages = () => storages.forEach((storage) => storage.disable());
  }

  teardown() {
    this.disableStorages();
    return super.teardown();
  }

  /** Jest hides a part of the process that its sandbox must not reach; there is no sandbox. */
  installGetBuiltinModule() {}

  requireModuleOrMock(from, name) {
    const isOurs = name.startsWith('.') || path.isAbsolute(name) || name === '@jest/globals';
    return isOurs ? super.requireModuleOrMock(from, name) : createRequire(from)(name);
  }
}

module.exports = OneRealmRuntime;
