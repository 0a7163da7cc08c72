import type { Context } from 'koa';
import { repeatable, type Repeatable } from '../idempotency';
import { InvalidRequest } from './define-controller';

const HEADER = 'Idempotency-Key';

/** 1 to 255 visible ASCII characters (draft-ietf-httpapi-idempotency-key-header, as a plain token). */
const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * What makes this request the same as one that came before: its `Idempotency-Key`, method and path, and `body`, which
 * is what was understood of it. Null where the sender gives no key.
 *
 * @throws InvalidRequest for a key that is none
 */
export const repeatableOf = (ctx: Context, body: unknown): Repeatable | null => {
  if (ctx.headers['idempotency-key'] === undefined) return null;
  const key = ctx.get(HEADER);
  if (!KEY.test(key)) {
    throw new InvalidRequest([
      { code: 'custom', path: [HEADER], message: 'idempotency_key_invalid', input: key },
    ]);
  }
  return repeatable({ scope: [ctx.method, ctx.path], key, body });
};
