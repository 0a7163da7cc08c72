import os from 'node:os';
import { versionOf } from './databases.mjs';
import { median } from './statistics.mjs';

export const isReached = ({ ratio, growthMegabytes, floor, pairs }) => {
  if (floor.growthMegabytes !== undefined) return growthMegabytes <= floor.growthMegabytes;
  // A multiple of next to nothing is nothing that anybody would notice.
  if (median(amounts(pairs, 'candidate')) <= floor.orAtMost?.amount) return true;
  return floor.atLeast === undefined ? ratio <= floor.atMost : ratio >= floor.atLeast;
};

const figure = (value) => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));
const amounts = (pairs, side) => pairs.map((pair) => pair[side]);

const ratioOf = ({ ratio, growthMegabytes }) =>
  growthMegabytes === undefined ? ratio.toFixed(2) : `+${Math.round(growthMegabytes)} MB`;

const floorOf = ({ floor }) => {
  if (floor.growthMegabytes !== undefined) return `≤ +${floor.growthMegabytes} MB`;
  if (floor.atLeast !== undefined) return `≥ ${floor.atLeast}`;
  const { atMost, orAtMost } = floor;
  return orAtMost ? `≤ ${atMost}, or ≤ ${orAtMost.amount} ${orAtMost.unit}` : `≤ ${atMost}`;
};

/** One line for the terminal. */
export const summaryOf = (result) =>
  `${isReached(result) ? 'reached' : 'MISSED '}  ${ratioOf(result)} (${floorOf(result)})  ${result.measure}: ` +
  `${figure(median(amounts(result.pairs, 'candidate')))} ${result.unit}; ${result.referenceName}: ` +
  `${figure(median(amounts(result.pairs, 'reference')))} ${result.unit}`;

/** The page that is committed: figures with what they were taken on. */
export const renderReport = ({ databases, order }) => {
  const [cpu] = os.cpus();
  return `# Benchmarks

Written by \`npm run bench\`. Every ratio is the median of some rounds, each of them listed; in each round reference and candidate run one right after the other, in changing order, in the same run. Absolute figures depend on the machine, and load generator, server, database and mail server share it; the ratios are what is promised.

- ${os.cpus().length} × ${cpu.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}
- Node ${process.versions.node}, Strapi ${versionOf('@strapi/strapi')}
- Full durability; rate limit and access log off; 10 connections where a measure names no other number, every e-mail address new

${databases.map((database) => renderDatabase(database, order)).join('\n\n')}
`;
};

const renderDatabase = ({ title, description, groups }, order) => {
  const taken = order.flatMap((name) => groups[name] ?? []);
  const results = taken.flatMap((group) => group.results);
  return `## ${title}

${description}

| measure | compared with | measured | the other | ratio | floor | reached |
|---|---|---|---|---|---|---|
${results.map(renderRow).join('\n')}

Rounds (measured / the other):

${taken.map(renderGroup).join('\n')}`;
};

const renderGroup = ({ date, commit, results }) =>
  results.map((result) => `${renderRounds(result)} Taken on ${date}, commit ${commit}.`).join('\n');

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
