import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyCheckout } from '../support/checkout';

const checkout = copyCheckout();
const at = (file: string) => path.join(checkout.folder, file);

afterAll(() => checkout.remove());

const isBuilt = (env: Record<string, string> = {}): boolean => {
  const ask = `import('./scripts/support/prepare.mjs').then(({ isBuilt }) => console.log(isBuilt(process.env)))`;
  const said = execFileSync(process.execPath, ['-e', ask], { cwd: checkout.folder, env });
  return String(said).trim() === 'true';
};

/** Does something to a file, and puts it back afterwards. */
const changed = (file: string, change: (file: string) => void) => {
  const before = readFileSync(at(file));
  change(at(file));
  const answer = isBuilt();
  writeFileSync(at(file), before);
  return answer;
};

it('builds nothing anew while sources and what was made of them are the same', () => {
  expect(isBuilt()).toBe(true);
  expect(isBuilt({ PUBLIC_URL: 'https://webinars.example.org' })).toBe(true);
});

it.each([
  'plugins/webinars/server/src/bootstrap.ts',
  'plugins/webinars/admin/src/index.ts',
  'config/server.ts',
  'package-lock.json',
])('builds anew when %s has changed', (file) => {
  expect(changed(file, (source) => appendFileSync(source, '\n'))).toBe(false);
});

it.each([
  'plugins/webinars/dist/server/index.js',
  'plugins/webinars/dist/api-page/viewer.js',
  'dist/src/index.js',
  'dist/build/index.html',
])('builds anew when %s is gone, or was made of other sources', (file) => {
  expect(changed(file, (built) => rmSync(built))).toBe(false);
  expect(changed(file, (built) => appendFileSync(built, '\n'))).toBe(false);
});

it('builds anew for another path of the public address, wherever that is set', () => {
  const address = 'https://example.org/webinars';
  expect(isBuilt({ PUBLIC_URL: address })).toBe(false);
  writeFileSync(at('.env'), `PUBLIC_URL=${address}\n`);
  expect(isBuilt()).toBe(false);
  expect(isBuilt({ PUBLIC_URL: '' })).toBe(true);
});

it('builds anew after a build that came to no end', () => {
  expect(changed('dist/.built-from', (stamp) => rmSync(stamp))).toBe(false);
});
