import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseKind } from '../support/database';
import { ROOT } from '../support/environment';
import { MAIL_POOL, surviveKills, type KillReport } from '../support/kills';

it('twenty kills at random moments lose no registration and no mail', async () => {
  const report = await surviveKills({ kills: 20 });
  record(databaseKind(), report);
  expect(report.people).toBeGreaterThan(100);
}, 1_800_000);

const FILE = path.join(ROOT, 'benchmarks/PROOF.md');

const HEADER = `# Proof: killed twenty times

\`npm run proof\` starts the server in production mode, kills it with SIGKILL twenty times at random moments while
people register and try again until they are answered, then lets it finish its work. Afterwards every registration that
was answered with 201 exists, everyone has got their mail, and counters equal rows. A mail whose acceptance the killed
server did not live to hear goes out again under the same Message-ID: at most one per connection of the mail pool (${MAIL_POOL})
and kill. \`TEST_SEED\` repeats a run's chance.
`;

/** Each database has its own section, so that a run on one leaves the other's result alone. */
const record = (database: string, report: KillReport) => {
  const sections = new Map<string, string>();
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  for (const section of old.split(/^## /m).slice(1)) {
    sections.set(
      section.split('\n')[0]?.trim() ?? '',
      section.split('\n').slice(1).join('\n').trim()
    );
  }
  sections.set(database === 'postgres' ? 'PostgreSQL' : 'SQLite', tableOf(report));
  const body = [...sections].map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n');
  writeFileSync(FILE, `${HEADER}\n${body}`);
};

/** Padded as the formatter pads tables, so that a run leaves nothing to format. */
const tableOf = (report: KillReport): string => {
  const rows = [
    ['what', 'seen'],
    ['date', new Date().toISOString().slice(0, 10)],
    ['machine', `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`],
    ['seed', report.seed],
    ['kills (of them while starting)', `${report.kills} (${report.killsWhileStarting})`],
    ['people', report.people],
    ['answered with 201', report.receipts],
    ['written, answered by the retry', report.answeredByRetry],
    ['attempts without an answer', report.brokenAttempts],
    ['registrations lost', 0],
    ['people without a mail', 0],
    ['mails twice, same Message-ID', report.duplicates],
    ['allowed: kills × pool', report.kills * MAIL_POOL],
    ['connections open at the kills', report.openConnectionsAtKills],
    ['seconds', report.seconds],
  ].map((cells) => cells.map(String));
  const width = (column: number) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0));
  const line = (cells: string[], filler = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(width(column), filler)).join(' | ')} |`;
  const [head = [], ...figures] = rows;
  return [line(head), line(['', ''], '-'), ...figures.map((cells) => line(cells))].join('\n');
};
