const { default: Sequencer } = require('@jest/test-sequencer');

/** Where one of them comes last, the other processors have nothing to do meanwhile. Only the order depends on it. */
const LONGEST = [
  'system/admin',
  'system/editing',
  'api/content-manager',
  'concurrency/kills',
  'instances/commands-on-sqlite',
  'concurrency/reminder-kills',
  'contract/jobs.test',
  'system/demo',
  'system/packed-plugin',
  'system/mail-pictures',
  'instances/two-on-postgres',
  'instances/losing-the-database',
  'instances/one-on-sqlite',
  'concurrency/offer-storm',
  'concurrency/soak',
  'concurrency/fuzz',
  'instances/shutdown',
  'concurrency/seat-model',
  'concurrency/mail-server',
  'api/privacy',
  'api/editing',
  'api/two-editors',
  'api/announcements',
  'concurrency/reminder-model',
  'api/rehearsal',
  'api/session-changes',
  'api/slow-clients',
  'api/busy',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.includes(`tests/${name}`));
  return place < 0 ? LONGEST.length : place;
};

class LongestFirst extends Sequencer {
  /** Jest's own order, by what it remembers of earlier runs, is the second criterion. */
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}

module.exports = LongestFirst;
