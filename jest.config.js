/** Which tests run, and against which database, is decided by `scripts/test.mjs`. */
module.exports = {
  roots: ['<rootDir>/plugins', '<rootDir>/tests'],
  testEnvironment: '<rootDir>/tests/support/one-realm-environment.js',
  runtime: '<rootDir>/tests/support/one-realm-runtime.js',
  globalSetup: '<rootDir>/tests/support/make-template-folder.js',
  globalTeardown: '<rootDir>/tests/support/drop-templates.js',
  testSequencer: '<rootDir>/tests/support/longest-first.js',
  transform: {
    '^.+\\.[tj]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 120_000,
  workerIdleMemoryLimit: '1.5GB',
};
