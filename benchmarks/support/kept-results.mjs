import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ROOT, inRoot } from '../../scripts/support/paths.mjs';
import { renderReport } from './report.mjs';

const KEPT = inRoot('benchmarks', 'results.json');
const PAGE = inRoot('benchmarks', 'RESULTS.md');

/**
 * Puts the results of a run in the place of earlier ones of the same database and group, and writes the page anew:
 * what was not measured this time stays as it was, with its own day.
 *
 * @param {{ rounds: number, order: string[], databases: { kind: string, title: string, description: string,
 *   groups: Record<string, object[]> }[] }} run
 */
export const keepResults = async ({ rounds, order, databases }) => {
  const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {};
  const taken = { date: new Date().toISOString().slice(0, 10), commit: commit(), rounds };
  for (const { kind, title, description, groups } of databases) {
    const measured = Object.entries(groups).map(([group, results]) => [
      group,
      { ...taken, results },
    ]);
    const known = kept[kind]?.groups;
    kept[kind] = { title, description, groups: { ...known, ...Object.fromEntries(measured) } };
  }
  await write(KEPT, JSON.stringify(kept));
  await write(PAGE, renderReport({ databases: Object.values(kept), order }));
};

const write = async (file, text) => {
  const options = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...options, filepath: file }));
};

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
};
