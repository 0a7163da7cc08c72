import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { ROOT } from '../../scripts/support/paths.mjs';
import { versionOf } from './databases.mjs';
import { median } from './statistics.mjs';

export const isReached = ({ ratio, growthMegabytes, floor }) => {
  if (floor.growthMegabytes !== undefined) return growthMegabytes <= floor.growthMegabytes;
  return floor.atLeast === undefined ? ratio <= floor.atMost : ratio >= floor.atLeast;
};

const figure = (value) => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));
const amounts = (pairs, side) => pairs.map((pair) => pair[side]);

const ratioOf = ({ ratio, growthMegabytes }) =>
  growthMegabytes === undefined ? ratio.toFixed(2) : `+${Math.round(growthMegabytes)} MB`;

const floorOf = ({ floor }) => {
  if (floor.growthMegabytes !== undefined) return `≤ +${floor.growthMegabytes} MB`;
  return floor.atLeast === undefined ? `≤ ${floor.atMost}` : `≥ ${floor.atLeast}`;
};

/** One line for the terminal. */
export const summaryOf = (result) =>
  `${isReached(result) ? 'reached' : 'MISSED '}  ${ratioOf(result)} (${floorOf(result)})  ${result.measure}: ` +
  `${figure(median(amounts(result.pairs, 'candidate')))} ${result.unit}; ${result.referenceName}: ` +
  `${figure(median(amounts(result.pairs, 'reference')))} ${result.unit}`;

/** The page that is committed: figures with what they were taken on. */
export const renderReport = ({ date, rounds, databases }) => {
  const [cpu] = os.cpus();
  return `# Benchmarks

Written by \`npm run bench\`. Every ratio is the median of ${rounds} rounds; in each round reference and candidate run one right after the other, in changing order, in the same run. Absolute figures depend on the machine, and load generator, server, database and mail server share it; the ratios are what is promised.

- ${date}, commit ${commit()}
- ${os.cpus().length} × ${cpu.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}
- Node ${process.versions.node}, Strapi ${versionOf('@strapi/strapi')}
- Full durability; rate limit and access log off; 10 connections where a measure names no other number, every e-mail address new

${databases.map(renderDatabase).join('\n\n')}
`;
};

const renderDatabase = ({ title, description, results }) => `## ${title}

${description}

| measure | compared with | measured | the other | ratio | floor | reached |
|---|---|---|---|---|---|---|
${results.map(renderRow).join('\n')}

Rounds (measured / the other):

${results.map(renderRounds).join('\n')}`;

const renderRow = (result) =>
  [
    '',
    result.measure,
    result.referenceName,
    `${figure(median(amounts(result.pairs, 'candidate')))} ${result.unit}`,
    `${figure(median(amounts(result.pairs, 'reference')))} ${result.unit}`,
    ratioOf(result),
    floorOf(result),
    isReached(result) ? 'yes' : '**no**',
    '',
  ]
    .join(' | ')
    .trim();

const renderRounds = ({ measure, referenceName, pairs, remarks }) => {
  const list = pairs.map(
    ({ candidate, reference }) => `${figure(candidate)} / ${figure(reference)}`
  );
  return [`- ${measure}, ${referenceName}: ${list.join(', ')}.`, ...remarks].join(' ');
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
