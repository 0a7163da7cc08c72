const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Before all workers of a run: where they leave word of the templates that they have made (`template.ts`). */
module.exports = () => {
  process.env.TEST_TEMPLATES = mkdtempSync(path.join(os.tmpdir(), 'webinars-templates-'));
};
