import type { Core } from '@strapi/strapi';

/** A value that is made on first use and lives as long as its Strapi instance; tests start several in one process. */
export const oncePerStrapi = <Value>(create: (strapi: Core.Strapi) => Value) => {
  const made = new WeakMap<Core.Strapi, { value: Value }>();
  return (strapi: Core.Strapi): Value => {
    const known = made.get(strapi);
    if (known !== undefined) return known.value;
    const value = create(strapi);
    made.set(strapi, { value });
    return value;
  };
};
