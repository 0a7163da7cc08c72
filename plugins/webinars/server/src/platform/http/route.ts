/** A route of Strapi's content API. `handler` is a string: only those get a permission scope. */
export type ContentApiRoute = {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  handler: `${string}.${string}`;
  config: { auth?: false; middlewares?: string[] };
};
