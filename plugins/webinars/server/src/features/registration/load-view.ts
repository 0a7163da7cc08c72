import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import type { Clock } from '../../platform/clock';
import type { Tokens } from '../../platform/tokens';
import type { Tx } from '../../platform/transaction';
import { loadSessionText } from '../sessions';
import { loadPerson } from './details-store';
import { loadSessionPatterns, referralOf } from './referral';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { toView, type RegistrationView } from './registration-view';

/** Everything that registrants may see of their own registration; `locale` defaults to the one they chose. */
export const loadView =
  ({
    strapi,
    rows,
    tokens,
    clock,
    publicUrl,
    siteUrl,
  }: {
    strapi: Core.Strapi;
    rows: Pick<Tx, 'table'>;
    tokens: Tokens;
    clock: Clock;
    publicUrl: string;
    siteUrl: string;
  }) =>
  async (registration: StoredRegistration, locale?: Locale): Promise<RegistrationView> => {
    const { sessionId, state, waitlistSequence, publicId, language } = registration;
    const session = await loadSessionText(strapi, sessionId, locale ?? language);
    if (session === null) throw new DomainError('session_not_found');
    const rank =
      state === 'waitlisted' && waitlistSequence !== null
        ? await store.waitlistRank(rows, sessionId, waitlistSequence)
        : null;
    const person = await loadPerson(rows, registration);
    const referral = referralOf(
      { publicId, slug: session.slug, language },
      { tokens, siteUrl, patterns: await loadSessionPatterns(strapi) }
    );
    const joinUrl = `${publicUrl}/api/webinars/join/${tokens.sign('join', registration)}`;
    return toView(registration, { session, person, rank, referral, joinUrl, now: clock.now() });
  };
