/** A route of Strapi's content API. `handler` is a string: only those get a permission scope. */
export type ContentApiRoute = {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  handler: `${string}.${string}`;
  config: { auth?: false; middlewares?: string[] };
};

/** A route of the admin: for somebody who is logged in there and has the permission. */
export type AdminRoute = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  handler: `${string}.${string}`;
  config: { policies: Policy[] };
};

type Policy = string | { name: string; config: object };

/** Lets in who may do `action` (a plugin's permission by its whole name). */
export const allowing = (action: string): AdminRoute['config'] => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [action] } },
  ],
});
