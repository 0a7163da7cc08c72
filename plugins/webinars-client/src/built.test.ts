import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '..');

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: FOLDER, encoding: 'utf8' }).trim();

const MADE = "createWebinarsClient({ baseUrl: 'https://cms.example.org' }).sessions.list";

describe('what is built', () => {
  it('is taken by import and by require', () => {
    const imported = `import { createWebinarsClient } from 'strapi-plugin-webinars-client'; console.log(typeof ${MADE});`;
    expect(run('--input-type=module', '-e', imported)).toBe('function');
    const required = `const { createWebinarsClient } = require('strapi-plugin-webinars-client'); console.log(typeof ${MADE});`;
    expect(run('-e', required)).toBe('function');
  });

  it('needs nothing that a browser does not have', () => {
    const built = readFileSync(path.join(FOLDER, 'dist/esm/index.js'), 'utf8');
    const imported = [...built.matchAll(/^import .* from "(.+)";$/gm)].map(([, name]) => name);
    expect(imported).toEqual(['openapi-fetch']);
    expect(built).not.toMatch(/\b(process|Buffer|require)\b/);
  });
});
