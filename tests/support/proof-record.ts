import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseKind } from './database';
import { ROOT } from './environment';

const FILE = path.join(ROOT, 'benchmarks/PROOF.md');

const HEADER = `# Proofs

Written by \`npm run proof\`, which takes hours: long storms, kills, random calls and a soak, on both databases. \`npm test\`
runs each in a short form. \`TEST_SEED\` repeats a run's chance.
`;

const DATABASES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Writes what a proof has seen into its own section, and leaves those of other proofs and databases alone. */
export const recordProof = ({
  title,
  about,
  seen,
  database = databaseKind(),
}: {
  title: string;
  /** What was done, and what holds. */
  about: string;
  seen: readonly (readonly [string, string | number])[];
  /** Unless said, the one that the run is on. */
  database?: keyof typeof DATABASES;
}): void => {
  const sections = readSections();
  const rows = [
    ['date', new Date().toISOString().slice(0, 10)],
    ['machine', `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`],
    ...seen.map(([what, value]) => [what, String(value)]),
  ];
  sections.set(`${title}, ${DATABASES[database]}`, `${about}\n\n${tableOf(rows)}`);
  const body = [...sections]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, text]) => `## ${name}\n\n${text}\n`)
    .join('\n');
  writeFileSync(FILE, `${HEADER}\n${body}`);
};

const readSections = (): Map<string, string> => {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  return new Map(
    old
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [name = '', ...lines] = section.split('\n');
        return [name.trim(), lines.join('\n').trim()];
      })
  );
};

/** Padded as the formatter pads tables, so that a run leaves nothing to format. */
const tableOf = (rows: readonly string[][]): string => {
  const all = [['what', 'seen'], ...rows];
  const width = (column: number) => Math.max(...all.map((cells) => cells[column]?.length ?? 0));
  const line = (cells: string[], filler = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(width(column), filler)).join(' | ')} |`;
  const [head = [], ...figures] = all;
  return [line(head), line(['', ''], '-'), ...figures.map((cells) => line(cells))].join('\n');
};
