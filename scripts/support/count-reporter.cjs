const { writeFileSync } = require('node:fs');

/** Leaves behind how many tests of each group passed, failed and were skipped. */
class CountReporter {
  counts = {};

  constructor(_globalConfig, { file }) {
    this.file = file;
  }

  onTestResult({ context }, result) {
    const { name } = context.config.displayName;
    const { passed, failed, skipped } = this.counts[name] ?? { passed: 0, failed: 0, skipped: 0 };
    this.counts[name] = {
      passed: passed + result.numPassingTests,
      // A file that cannot run at all is a failure, too.
      failed: failed + result.numFailingTests + (result.testExecError ? 1 : 0),
      skipped: skipped + result.numPendingTests + result.numTodoTests,
    };
  }

  onRunComplete() {
    writeFileSync(this.file, JSON.stringify(this.counts));
  }
}

module.exports = CountReporter;
