import type { Context, Next } from 'koa';
import { LRUCache } from 'lru-cache';
import { answerKey } from './answer-key';
import { publicAnswerOf, sendUnlessKnown } from './cacheable';
import { createEncodings, wantedEncoding, type EncodeAnswer } from './encoded-answer';

export type AnswerCache = {
  /** Stands before everything that makes an answer. */
  middleware(ctx: Context, next: Next): Promise<void>;
  /** What is known is out of date, and so is what is being made at this moment. */
  purge(): void;
};

export type AnswerCacheOptions = {
  /** Whether requests to this path are answered alike for everybody. */
  isMeant(path: string): boolean;
  /** For so long an answer is given out without a look at anything. */
  freshMs: number;
  /** No older one is ever given out. Between the two, one request makes a new one while others get the old. */
  oldestMs: number;
  maxBytes: number;
  /** A clock that never goes back, in milliseconds. */
  elapsed?: () => number;
};

type KeptAnswer = {
  /** Without those that depend on the encoding. */
  headers: Readonly<Record<string, string | string[]>>;
  vary: string;
  etag: string;
  encode: EncodeAnswer;
  byteLength: number;
  /** When its making began: it knows nothing that is younger. */
  begunAt: number;
  /** Where the request went, for whoever measures. */
  route: { declared: unknown; path: unknown };
};

/**
 * Ready answers to public reads, in this process. Each is made once, however many ask: the others wait, or get the one
 * before it. Refusals and faults are not kept. A request is told apart by its address and its Origin; what the host's
 * own middlewares say about CORS and security is part of the answer, as they said it to the first.
 */
export const createAnswerCache = ({
  isMeant,
  freshMs,
  oldestMs,
  maxBytes,
  elapsed = () => performance.now(),
}: AnswerCacheOptions): AnswerCache => {
  const kept = new LRUCache<string, KeptAnswer>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  const making = new Map<string, Promise<KeptAnswer | null>>();
  let purges = 0;

  const make = async (ctx: Context, next: Next, key: string): Promise<KeptAnswer | null> => {
    const begunAt = elapsed();
    const purgesBefore = purges;
    await next();
    const answer = readyAnswer(ctx, { begunAt, before: kept.peek(key) });
    if (answer !== null && purges === purgesBefore) kept.set(key, answer);
    return answer;
  };

  return {
    async middleware(ctx, next) {
      if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || !isMeant(ctx.path)) return next();
      const key = answerKey(ctx);
      const known = kept.get(key);
      const age = known === undefined ? Infinity : elapsed() - known.begunAt;
      if (known !== undefined && age < freshMs) return send(ctx, known);

      const underway = making.get(key);
      if (underway !== undefined) {
        if (known !== undefined && age < oldestMs) return send(ctx, known);
        const answer = await underway.catch(() => null);
        return answer === null ? next() : send(ctx, answer);
      }

      const own = make(ctx, next, key);
      making.set(key, own);
      try {
        const answer = await own;
        if (answer !== null) await send(ctx, answer);
      } finally {
        if (making.get(key) === own) making.delete(key);
      }
    },

    purge() {
      purges += 1;
      kept.clear();
      making.clear();
    },
  };
};

/** Said anew for each encoding, or for each connection. */
const OF_ENCODING = new Set([
  ...['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'vary'],
  ...['connection', 'keep-alive', 'date'],
]);

/** Null where the answer is not for everybody, or would give somebody a cookie. */
const readyAnswer = (
  ctx: Context,
  { begunAt, before }: { begunAt: number; before: KeptAnswer | undefined }
): KeptAnswer | null => {
  const answer = publicAnswerOf(ctx);
  const said = ctx.response.headers;
  if (answer === null || said['set-cookie'] !== undefined) return null;
  const headers = Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      value === undefined || OF_ENCODING.has(name)
        ? []
        : [[name, Array.isArray(value) ? value : String(value)]]
    )
  );
  return {
    headers: { ...headers, 'content-type': answer.contentType },
    vary: varyOf(ctx),
    etag: answer.etag,
    // The same text again, as is the rule: it is compressed already.
    encode: before?.etag === answer.etag ? before.encode : createEncodings(answer),
    byteLength: Buffer.byteLength(answer.text),
    begunAt,
    route: { declared: ctx.state.route, path: ctx._matchedRoute },
  };
};

const varyOf = (ctx: Context): string => {
  ctx.vary('Accept-Encoding');
  return ctx.response.get('Vary');
};

const send = async (ctx: Context, answer: KeptAnswer): Promise<void> => {
  const { encoding, bytes, etag } = await answer.encode(wantedEncoding(ctx));
  ctx.state.route = answer.route.declared;
  ctx._matchedRoute = answer.route.path;
  ctx.status = 200;
  ctx.set(answer.headers as Record<string, string | string[]>);
  ctx.set('Vary', answer.vary);
  if (encoding === 'identity') ctx.remove('Content-Encoding');
  else ctx.set('Content-Encoding', encoding);
  ctx.body = bytes;
  sendUnlessKnown(ctx, etag);
  if (ctx.status === 304) ctx.remove('Content-Encoding');
};

/** Compressed, both forms together take no more room than the text; the rest is headers, key and entry. */
const sizeOf = ({ byteLength }: KeptAnswer, key: string) => 2 * byteLength + 2 * key.length + 4096;
