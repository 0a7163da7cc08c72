import type { Context } from 'koa';
import type { z } from 'zod';
import { withoutValues } from './fault';

/** A refusal as the edge sees it: `details.code` for programs, `message` for people, in the caller's language. */
export type HttpRefusal = {
  status: number;
  code: string;
  message: string;
  details?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
};

export type Action = (ctx: Context) => Promise<void>;

/** Turns what was thrown into a refusal, or answers null for what is a fault of ours. */
export type ToRefusal = (error: unknown, ctx: Context) => HttpRefusal | null;

/** Wraps every action of a controller, so that refusals reach the caller as Strapi's envelope. */
export const createDefineController =
  (toRefusal: ToRefusal) =>
  <Actions extends Record<string, Action>>(actions: Actions): Actions => {
    const wrap =
      (action: Action): Action =>
      async (ctx) => {
        try {
          refuseUnnameable(ctx);
          await action(ctx);
        } catch (error) {
          const refusal = toRefusal(error, ctx);
          if (refusal === null) throw withoutValues(error);
          refuse(ctx, refusal);
        }
      };
    const wrapped = Object.entries(actions).map(([name, action]) => [name, wrap(action)]);
    return Object.fromEntries(wrapped) as Actions;
  };

/** PostgreSQL has no text with a NUL in it, so nothing is called so; asking for it would be a fault there. */
const refuseUnnameable = (ctx: Context) => {
  for (const [name, value] of Object.entries<string>(ctx.params ?? {})) {
    if (!value.includes('\0')) continue;
    throw new InvalidRequest([
      { code: 'custom', path: [name], message: 'characters_invalid', input: value },
    ]);
  }
};

/**
 * Answers in the envelope of Strapi's errors. Written to the answer instead of thrown: Strapi logs whatever is thrown
 * with its stack as an error of the server, and it has no error class for a conflict.
 */
const refuse = (ctx: Context, { status, code, message, details, headers }: HttpRefusal) => {
  ctx.set({ 'Cache-Control': 'no-store', ...headers });
  ctx.status = status;
  ctx.body = {
    data: null,
    error: { status, name: errorNameOf(status), message, details: { code, ...details } },
  };
};

/** As Strapi names its own. */
export const errorNameOf = (status: number): string => ERROR_NAMES[status] ?? 'Error';

const ERROR_NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  410: 'GoneError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
  503: 'ServiceUnavailableError',
};

/** Thrown when a request does not fit its schema. */
export class InvalidRequest extends Error {
  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super('validation_failed');
  }
}

/** Thrown when a body is not what its type says. */
export class UnreadableBody extends Error {}

/** Parses with a shared schema; all issues at once, with the input of each so that "missing" can be told from "wrong". */
export const parseRequest = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(
    parsed.error.issues.map((issue) =>
      Object.assign({}, issue, { input: valueAt(value, issue.path) })
    )
  );
};

/** Of what was parsed only what the body names: a schema fills in the defaults of what is absent, too. */
export const given = <Parsed extends object>(parsed: Parsed, body: unknown): Parsed =>
  Object.fromEntries(
    Object.entries(parsed).filter(([field]) => field in (body as object))
  ) as Parsed;

/** zod's own `reportInput` writes the input out as JSON, and overflows the stack where that is nested deeply enough. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value
  );
