import type { Core } from '@strapi/strapi';
import type { FeedbackBody } from '../../../../../shared/feedback';
import type { Locale } from '../../../../../shared/locales';
import { clockOf, tokensOf, transactionOf } from '../../../container';
import { DomainError } from '../../../domain/errors';
import { judgeFeedback } from '../../../domain/feedback-window';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements } from '../../../platform/transaction';
import { loadSessionText } from '../../sessions';
import { loadFeedback } from '../details-store';
import { findByToken } from '../find-by-token';
import { loadPageProgram } from '../page-program';
import { findMeeting } from '../session-facts-store';
import { giveFeedback } from './give-feedback';

const createService = (strapi: Core.Strapi) => {
  const rows = createStatements(strapi);
  const clock = clockOf(strapi);
  const find = findByToken({ rows, tokens: tokensOf(strapi) }, 'feedback');
  const give = giveFeedback({ transaction: transactionOf(strapi), clock });

  return {
    /** What was said so far, and whether anything may be said now. `locale` defaults to the registrant's own. */
    async look(token: string, wanted?: Locale) {
      const registration = await find(token);
      const locale = wanted ?? registration.language;
      const text = await loadSessionText(strapi, registration.sessionId, locale);
      if (text === null) throw new DomainError('session_not_found');
      const { session } = await findMeeting(rows, registration.sessionId);
      return {
        verdict: judgeFeedback({ ...registration, session }, clock.now()),
        given: await loadFeedback(rows, registration),
        session: text,
        timezone: registration.timezone,
        program: await loadPageProgram(strapi, locale),
        locale,
      };
    },

    /** Throws a refusal when the time for it is over, or has not come. */
    async give(token: string, feedback: FeedbackBody): Promise<void> {
      const { publicId } = await find(token);
      await give({ publicId, ...feedback });
    },
  };
};

export const feedbackOf = oncePerStrapi(createService);

export type FeedbackLook = Awaited<ReturnType<ReturnType<typeof createService>['look']>>;
