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

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, callback) => {
    stream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stream.on('end', () => {
      callback(null, 'accepted');
      accepted += 1;
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
