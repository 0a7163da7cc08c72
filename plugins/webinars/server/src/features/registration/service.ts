import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { canCancel, nextStep } from '../../domain/registration';
import { endsAt } from '../../domain/session';
import type { Clock } from '../../platform/clock';
import { createRateLimit } from '../../platform/http/rate-limit';
import { configOf, jobsOf, systemClockOf, tokensOf, transactionOf } from '../../container';
import { loadSessionText } from '../sessions';
import { cancelAll } from './cancel-all';
import { cancelRegistration } from './cancel-registration';
import { notifyMoved } from './notify-moved';
import { loadProgramRules } from './program-rules';
import { registerAttendee, registerAttendees, type RegisterInput, type Registrant } from './register-attendees';
import * as store from './registration-store';
import type { Deps } from './ports';
import type { Actor } from '../../platform/activity-log';

const HOUR = 3600;

export const service = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = configOf(strapi);
  const tokens = tokensOf(strapi);
  const settings = loadProgramRules(strapi);
  const depsAt = (clock: Clock): Deps => ({
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock,
    settings,
  });
  const deps = depsAt(systemClockOf(strapi));
  const rows = { table: <Row extends object>(name: string) => strapi.db.getConnection<Row>(name) };

  const findByToken = async (token: string) => {
    const publicId = tokens.claimedId(token);
    const registration = publicId === null ? null : await store.findByPublicId(rows, publicId);
    if (registration === null || !tokens.isValid('manage', token, registration)) {
      throw new DomainError('token_invalid');
    }
    return registration;
  };

  return {
    /** Proxies in front of this server, for whoever counts visitors. */
    hops: config.trustProxy,
    limits: {
      byAddress: createRateLimit({ points: config.rateLimit, perSeconds: 60 }),
      byEmail: createRateLimit({ points: config.rateLimit === 0 ? 0 : 5, perSeconds: HOUR }),
    },

    async register(input: { session: string; registrant: Registrant; actor: Actor }) {
      const { registration, waitlistPosition } = await registerAttendee(deps)(input);
      return {
        reference: registration.reference,
        token: tokens.sign('manage', { publicId: registration.publicId, tokenVersion: 1 }),
        status: registration.state,
        ...(waitlistPosition !== null && { waitlistPosition }),
        nextStep: nextStep(registration.state),
      };
    },

    /** For seeds and imports: many people at once, at a time of the caller's choice, without telling anybody. */
    registerMany: (input: RegisterInput, { clock }: { clock: Clock }) =>
      registerAttendees(depsAt(clock))(input),

    async show(token: string, locale?: Locale) {
      const registration = await findByToken(token);
      const session = await loadSessionText(
        strapi,
        registration.sessionId,
        locale ?? registration.language
      );
      if (session === null) throw new DomainError('session_not_found');
      const rank =
        registration.state === 'waitlisted' && registration.waitlistSequence !== null
          ? await store.waitlistRank(rows, registration.sessionId, registration.waitlistSequence)
          : null;
      return {
        reference: registration.reference,
        status: registration.state,
        ...(rank !== null && { waitlistPosition: rank }),
        ...(registration.holdExpiresAt && { holdExpiresAt: registration.holdExpiresAt }),
        nextStep: nextStep(registration.state),
        canCancel: canCancel(registration.state) && deps.clock.now() < session.startsAt,
        firstName: registration.firstName,
        lastName: registration.lastName,
        email: registration.email,
        company: registration.company,
        language: registration.language,
        registeredAt: registration.registeredAt,
        session: {
          documentId: session.documentId,
          slug: session.slug,
          title: session.title,
          datetime: session.startsAt,
          endsAt: endsAt(session),
          duration: session.durationMinutes,
          timezone: session.timezone,
          locale: session.locale,
        },
      };
    },

    cancel: (token: string) =>
      cancelRegistration(deps)({
        publicId: tokens.claimedId(token) ?? '',
        actor: { kind: 'attendee' },
        isAllowed: (registration) => tokens.isValid('manage', token, registration),
      }),

    handlers: {
      'registration.notify-moved': notifyMoved(deps),
      'registration.cancel-all': cancelAll(deps),
    },
  };
};

export type RegistrationService = ReturnType<typeof service>;

export const registrationOf = (strapi: Core.Strapi): RegistrationService =>
  strapi.plugin('webinars').service('registration');
