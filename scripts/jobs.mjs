/**
 * The job queue, for operators:
 *
 *   npm run -s jobs                             how many jobs of each type are where
 *   npm run -s jobs -- dead [type]              the latest that gave up, and why
 *   npm run -s jobs -- retry <id|type>          tries one of them again, or all of a type
 *   npm run -s jobs -- discard <id|type>        takes one of them off the list for good, or all of a type
 *   npm run -s jobs -- pause <type>             no instance does jobs of this type any more
 *   npm run -s jobs -- resume <type>
 *
 * Works beside a running server: it waits its turn like any other writer and works no jobs off.
 */
import { loadBesideServer } from './support/beside-server.mjs';
import { Fault } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { printTable } from './support/table.mjs';

refuseOldNode();

const USAGE =
  'Usage: npm run -s jobs -- [list | dead [type] | retry <id|type> | discard <id|type> | pause <type> | resume <type>]';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTOR = { kind: 'system' };
const LONGEST_LIST = 100;

/** How many words may follow each. */
const WORDS = {
  list: [0],
  dead: [0, 1],
  retry: [1],
  discard: [1],
  pause: [1],
  resume: [1],
};

const readArguments = () => {
  const [task = 'list', ...words] = process.argv.slice(2);
  const isKnown = Object.hasOwn(WORDS, task) && WORDS[task].includes(words.length);
  if (!isKnown) throw new Fault(USAGE);
  return { task, word: words[0] };
};

const openDesk = async (operations) => {
  const types = (await operations.listQueues()).map(({ type }) => type);

  const typeOf = (word) => {
    if (types.includes(word)) return word;
    throw new Fault(`"${word}" is none of the types of jobs: ${types.join(', ')}.`);
  };
  const deadOf = (word) => {
    if (types.includes(word)) return { type: word };
    if (ID.test(word)) return { ids: [word] };
    throw new Fault(
      `"${word}" is neither the id of a job nor one of the types: ${types.join(', ')}.`
    );
  };
  /** Says how many there were; one that was named and is not there is a mistake. */
  const decide = async (word, { decision, past }) => {
    const dead = deadOf(word);
    const { ids } = await decision({ dead, actor: ACTOR });
    if (dead.ids && ids.length === 0) throw new Fault(`No dead job has the id ${word}.`);
    console.log(`${past}: ${ids.length} ${ids.length === 1 ? 'job' : 'jobs'}.`);
  };

  return {
    async list() {
      const queues = await operations.listQueues();
      printTable(
        ['type', 'waiting', 'planned', 'running', 'dead', 'oldest due', 'state'],
        queues.map((queue) => [
          queue.type,
          queue.waiting,
          queue.planned,
          queue.running,
          queue.dead,
          queue.oldestDueSeconds === null ? '' : `${queue.oldestDueSeconds} s`,
          queue.paused ? 'paused' : '',
        ])
      );
    },

    async dead(word) {
      const { items, pagination } = await operations.listDeadJobs({
        ...(word !== undefined && { type: typeOf(word) }),
        page: 1,
        pageSize: LONGEST_LIST,
      });
      if (items.length === 0) return console.log('No job is dead.');
      printTable(
        ['id', 'type', 'key', 'died at', 'attempts', 'reason'],
        items.map(({ id, type, key, diedAt, attempts, reason }) => [
          ...[id, type, key, diedAt.toISOString(), attempts, reason],
        ])
      );
      const others = pagination.total - items.length;
      if (others > 0) console.log(`\n… and ${others} that died before.`);
    },

    retry: (word) => decide(word, { decision: operations.retryDeadJobs, past: 'Tried again' }),

    discard: (word) => decide(word, { decision: operations.discardDeadJobs, past: 'Discarded' }),

    async pause(word) {
      const type = typeOf(word);
      const hasChanged = await operations.pauseQueue({ type, actor: ACTOR });
      console.log(hasChanged ? `${type} is paused now.` : `${type} was paused already.`);
    },

    async resume(word) {
      const type = typeOf(word);
      const hasChanged = await operations.resumeQueue({ type, actor: ACTOR });
      console.log(hasChanged ? `${type} goes on now.` : `${type} was not paused.`);
    },
  };
};

const run = async () => {
  const { task, word } = readArguments();
  const app = await loadBesideServer();
  const desk = await openDesk(app.plugin('webinars').service('operations'));
  await desk[task](word);
  await app.destroy();
};

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Fault ? `\n${error.message}` : error);
  process.exit(1);
}
