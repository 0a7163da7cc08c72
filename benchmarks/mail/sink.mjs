/** A mail server of its own process that accepts everything, reads to the end of each mail and keeps nothing. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { serve } from '../support/rpc.mjs';

const require = createRequire(inRoot('package.json'));
const { SMTPServer } = require('smtp-server');

let accepted = 0;
let bytes = 0;
let waiting = null;

/** By address, what is told the instant at which a mail to it is accepted, and the promise of that. */
const watched = new Map();
const now = () => performance.timeOrigin + performance.now();

const notice = (recipients) => {
  for (const { address } of recipients) watched.get(address)?.tell(now());
};

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, session, callback) => {
    stream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stream.on('end', () => {
      // The server forgets them with the answer.
      const { rcptTo } = session.envelope;
      callback(null, 'accepted');
      accepted += 1;
      notice(rcptTo);
      if (waiting !== null && accepted >= waiting.count) waiting.resolve();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');

serve({
  port: async () => server.server.address().port,
  reset: async () => {
    accepted = 0;
    bytes = 0;
  },
  figures: async () => ({ accepted, bytes }),
  /** From now on the instant is kept at which a mail to this address is accepted. */
  watch: async ({ address }) => {
    let tell;
    const told = new Promise((resolve) => {
      tell = resolve;
    });
    watched.set(address, { tell, told });
  },
  /** That instant, in ms since 1970, once it is there. */
  acceptance: async ({ address }) => {
    const at = await watched.get(address).told;
    watched.delete(address);
    return at;
  },
  /** Answers once so many mails have been accepted since the last reset. */
  waitFor: async ({ count }) => {
    if (accepted < count) {
      await new Promise((resolve) => {
        waiting = { count, resolve };
      });
    }
    waiting = null;
  },
});
