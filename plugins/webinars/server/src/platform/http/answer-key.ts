import type { Context } from 'koa';

/**
 * What makes two requests one: the address, and where they come from, since answers name the origin that may read them.
 */
export const answerKey = (ctx: Context): string =>
  `${ctx.path}?${inOneOrder(ctx.querystring)} ${ctx.get('Origin')}`;

/** Plain parameters in the order of their names. What is anything more (lists, repeats) stays as it was written. */
const inOneOrder = (query: string): string => {
  if (query === '') return query;
  const parameters = query.split('&');
  const names = parameters.map((parameter) => parameter.split('=', 1)[0] ?? '');
  const isPlain =
    names.every((name) => /^[A-Za-z]+$/.test(name)) && new Set(names).size === names.length;
  return isPlain ? parameters.sort().join('&') : query;
};
