import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Context } from 'koa';
import type { z } from 'zod';

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
          await action(ctx);
        } catch (error) {
          const refusal = toRefusal(error, ctx);
          if (refusal === null) throw error;
          ctx.set({ ...refusal.headers });
          throw toHttpError(refusal);
        }
      };
    const wrapped = Object.entries(actions).map(([name, action]) => [name, wrap(action)]);
    return Object.fromEntries(wrapped) as Actions;
  };

/** Strapi has no error class for 409: its error middleware renders every exposed http-error in the same envelope. */
const toHttpError = ({ status, code, message, details }: HttpRefusal) =>
  createHttpError(status, message, { expose: true, details: { code, ...details } });

export type Controller = (context: { strapi: Core.Strapi }) => Record<string, Action>;

/** Thrown when a request does not fit its schema. */
export class InvalidRequest extends Error {
  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super('validation_failed');
  }
}

/** Parses with a shared schema; all issues at once, with the input of each so that "missing" can be told from "wrong". */
export const parseRequest = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown
): z.output<Schema> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues);
};
