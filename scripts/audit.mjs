/**
 * `npm run audit`: known weaknesses in the packages that run in production. Ends with 1 for a critical one; says so, and
 * ends with 0, when the registry in use has no advisories to ask for.
 */
import { spawnSync } from 'node:child_process';
import { npm } from './support/children.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { ROOT } from './support/paths.mjs';

const SEVERITIES = ['critical', 'high', 'moderate', 'low'];

await runMain(() => {
  const { command, args } = npm('audit', '--omit=dev', '--json');
  const { stdout } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { vulnerabilities, metadata, message, error } = JSON.parse(stdout);
  if (metadata === undefined) {
    console.log(`The packages could not be audited: ${message ?? error?.summary}.`);
    return;
  }
  const found = Object.values(vulnerabilities);
  for (const severity of SEVERITIES) {
    const names = found.filter((each) => each.severity === severity).map(({ name }) => name);
    if (names.length > 0) console.log(`${severity}: ${names.join(', ')}`);
  }
  if (metadata.vulnerabilities.critical > 0) {
    throw new Fault('Packages with critical weaknesses run in production: see npm audit.');
  }
  console.log(`${metadata.dependencies.prod} packages audited.`);
});
