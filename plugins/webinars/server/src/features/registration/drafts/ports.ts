import type { Clock } from '../../../platform/clock';
import type { RunInTransaction, Tx } from '../../../platform/transaction';
import type { Tokens } from '../../../platform/tokens';
import type { registrationOf } from '../service';

/** What the use-cases of drafts ask for. */
export type DraftDeps = {
  transaction: RunInTransaction;
  /** For what is read outside of a transaction. */
  rows: Pick<Tx, 'table'>;
  clock: Clock;
  tokens: Tokens;
  registration: Pick<
    ReturnType<typeof registrationOf>,
    'enter' | 'findByToken' | 'limitEmail' | 'limits' | 'recallReceipt' | 'sessionIdOf'
  >;
};
