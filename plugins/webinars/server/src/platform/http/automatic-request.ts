import { isbot } from 'isbot';
import type { Context } from 'koa';

/** Programs that ask on a person's behalf: a front end's server, and whoever tries the API out. */
const PERSONS_PROGRAM = /^(?:node|undici|curl)\b/i;

/** Whether a program follows the link for a reason of its own: to look ahead, to scan a mail, to show a preview. */
export const isAutomatic = (ctx: Pick<Context, 'method' | 'get'>): boolean => {
  if (ctx.method === 'HEAD') return true;
  const purposes = ['Purpose', 'Sec-Purpose', 'X-Purpose', 'X-Moz'].map((name) => ctx.get(name));
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return true;
  const agent = ctx.get('User-Agent');
  return isbot(agent) && !PERSONS_PROGRAM.test(agent);
};

/** Whether a person is to read the answer: a browser says so, a program that takes anything does not. */
export const wantsPage = (
  ctx: Pick<Context, 'get'> & { accepts(...types: string[]): string | false }
): boolean => /\btext\/html\b/i.test(ctx.get('Accept')) && ctx.accepts('json', 'html') === 'html';
