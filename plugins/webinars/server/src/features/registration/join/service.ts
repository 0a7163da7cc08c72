import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../../shared/locales';
import { clockOf, tokensOf, transactionOf } from '../../../container';
import { DomainError } from '../../../domain/errors';
import { judgeJoin, type JoinVerdict } from '../../../domain/join-window';
import { webAddress } from '../../../domain/web-address';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements } from '../../../platform/transaction';
import { loadSessionText } from '../../sessions';
import { findByToken } from '../find-by-token';
import { loadPageProgram } from '../page-program';
import { loadProgramRules } from '../program-rules';
import type { StoredRegistration } from '../registration-store';
import { findMeeting } from '../session-facts-store';
import { recordJoin } from './record-join';

/** A way in that leads somewhere has its address; the others say why not. */
export type Entrance = {
  registration: StoredRegistration;
  verdict: Exclude<JoinVerdict, { kind: 'open' }> | { kind: 'open'; meetingUrl: string };
};

const createService = (strapi: Core.Strapi) => {
  const rows = createStatements(strapi);
  const clock = clockOf(strapi);
  const settings = loadProgramRules(strapi);
  const find = findByToken({ rows, tokens: tokensOf(strapi) }, 'join');

  return {
    /** What the bearer of a token finds at this moment. Changes nothing. */
    async enter(token: string): Promise<Entrance> {
      const registration = await find(token);
      const [{ session, url }, { joinMinutesBefore }] = await Promise.all([
        findMeeting(rows, registration.sessionId),
        settings(),
      ]);
      const meetingUrl = webAddress(url);
      const { state } = registration;
      const verdict = judgeJoin(
        { session, state, hasMeeting: meetingUrl !== null, minutesBefore: joinMinutesBefore },
        clock.now()
      );
      if (verdict.kind !== 'open') return { registration, verdict };
      if (meetingUrl === null) return { registration, verdict: { kind: 'no_link' } };
      return { registration, verdict: { kind: 'open', meetingUrl } };
    },

    recordJoin: recordJoin({ transaction: transactionOf(strapi), clock }),

    /** What a page says besides; `locale` defaults to the registrant's own. */
    async describe({ sessionId, language, timezone }: StoredRegistration, wanted?: Locale) {
      const locale = wanted ?? language;
      const session = await loadSessionText(strapi, sessionId, locale);
      if (session === null) throw new DomainError('session_not_found');
      const program = await loadPageProgram(strapi, locale);
      return { session, program, timezone, locale, now: clock.now() };
    },
  };
};

export const joiningOf = oncePerStrapi(createService);
