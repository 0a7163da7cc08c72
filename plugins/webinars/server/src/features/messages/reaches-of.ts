import type { Core } from '@strapi/strapi';
import type { Reach } from '../../domain/mail-preferences';
import { preferencesOf } from './preferences/service';
import { suppressionsOf } from './suppression/service';

/** How addresses stand to us, asked for many at once. */
export const reachesOf = (strapi: Core.Strapi) => {
  const { suppressedAmong } = suppressionsOf(strapi);
  const { optOutsAmong } = preferencesOf(strapi);
  return async (emailKeys: readonly string[]) => {
    const [suppressed, optOuts] = await Promise.all([
      suppressedAmong(emailKeys),
      optOutsAmong(emailKeys),
    ]);
    return (emailKey: string): Reach => ({
      isSuppressed: suppressed.has(emailKey),
      optOuts: optOuts.get(emailKey) ?? [],
    });
  };
};
