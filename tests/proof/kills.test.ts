import { MAIL_POOL, surviveKills } from '../support/kills';
import { recordProof } from '../support/proof-record';

it('twenty kills at random moments lose no registration and no mail', async () => {
  const report = await surviveKills({ kills: 20 });
  expect(report.people).toBeGreaterThan(100);
  recordProof({
    title: 'Killed twenty times',
    about: `The server, in production mode, is killed with SIGKILL at random moments while people register and try again until
they are answered; then it finishes its work. Every registration that was answered with 201 exists, everyone has got
their mail, and counters equal rows. A mail whose acceptance the killed server did not live to hear goes out again under
the same Message-ID: at most one per connection of the mail pool (${MAIL_POOL}) and kill.`,
    seen: [
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
    ],
  });
}, 1_800_000);
