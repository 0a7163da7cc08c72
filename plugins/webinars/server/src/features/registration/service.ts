import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { nextStep } from '../../domain/registration';
import { createBatchByKey } from '../../platform/batch';
import type { Clock } from '../../platform/clock';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { createRateLimit } from '../../platform/http/rate-limit';
import { configOf, jobsOf, clockOf, tokensOf, transactionOf } from '../../container';
import { loadSessionText } from '../sessions';
import { cancelAll } from './cancel-all';
import { acceptOffer } from './accept-offer';
import { cancelRegistration, declineOffer, type OwnerInput } from './cancel-registration';
import { changeRegistration, type ChangeInput } from './change-registration';
import {
  approveRegistration,
  rejectRegistration,
  type EditorInput,
} from './decide-on-registration';
import { loadPerson } from './details-store';
import { endWaiting } from './end-waiting';
import { eraseRegistrations } from './erase-registrations';
import { explainSeats } from './explain-seats';
import { exportRegistrations } from './export-registrations';
import * as inventories from './inventory-store';
import { notifyMoved } from './notify-moved';
import { passSeatsOnJob } from './pass-seats-on';
import { loadPageProgram } from './page-program';
import { loadProgramRules } from './program-rules';
import { recordAttendance } from './record-attendance';
import { registrationWrites } from './registration-writes';
import { resendMail } from './resend-mail';
import { seatWrites } from './seat-writes';
import {
  registerAttendee,
  registerAttendees,
  registerTogether,
  type RegisterInput,
  type RegistrationOutcome,
  type SingleRegistration,
} from './register-attendees';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { toView } from './registration-view';
import type { Deps } from './ports';

const HOUR = 3600;

/** So many share a transaction at most: the last of them waits for all. */
const CROWD = 100;

const createService = (strapi: Core.Strapi) => {
  const config = configOf(strapi);
  const tokens = tokensOf(strapi);
  const settings = loadProgramRules(strapi);
  const depsAt = (clock: Clock): Deps => ({
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock,
    settings,
  });
  const deps = depsAt(clockOf(strapi));
  const rows = { table: (name: string) => strapi.db.getConnection(name) };

  // While one transaction for a session is in flight, those who arrive gather for the next one: they would only queue
  // for the same lock. Not for code that is in a transaction already: it would wait for itself.
  const register = registerAttendee(
    createBatchByKey<SingleRegistration, RegistrationOutcome>({
      keyOf: ({ session, actor }) => `${actor.kind} ${actor.id ?? ''} ${session}`,
      maxSize: CROWD,
      run: registerTogether(deps),
    })
  );

  const findByToken = async (token: string) => {
    const publicId = tokens.claimedId(token);
    const registration = publicId === null ? null : await store.findByPublicId(rows, publicId);
    if (registration === null || !tokens.isValid('manage', token, registration)) {
      throw new DomainError('token_invalid');
    }
    return registration;
  };

  const byToken = (token: string): OwnerInput => ({
    publicId: tokens.claimedId(token) ?? '',
    actor: { kind: 'attendee' },
    isAllowed: (registration) => tokens.isValid('manage', token, registration),
  });

  const viewOf = async (registration: StoredRegistration, locale?: Locale) => {
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
    const person = await loadPerson(rows, registration);
    return toView(registration, { session, person, rank, now: deps.clock.now() });
  };

  return {
    /** Proxies in front of this server, for whoever counts visitors. */
    hops: config.trustProxy,
    limits: {
      byAddress: createRateLimit({ points: config.rateLimit, perSeconds: 60 }),
      byEmail: createRateLimit({ points: config.rateLimit === 0 ? 0 : 5, perSeconds: HOUR }),
    },

    /** The registration that a manage token opens. Throws `token_invalid`. */
    findByToken,

    async register(input: SingleRegistration) {
      const { registration, waitlistPosition } = await register(input);
      return {
        reference: registration.reference,
        token: tokens.sign('manage', { publicId: registration.publicId, tokenVersion: 1 }),
        status: registration.state,
        ...(waitlistPosition !== null && { waitlistPosition }),
        ...(registration.holdExpiresAt && { holdExpiresAt: registration.holdExpiresAt }),
        nextStep: nextStep(registration.state),
      };
    },

    /** For seeds and imports: many people at once, at a time of the caller's choice, without telling anybody. */
    registerMany: (input: RegisterInput, { clock }: { clock: Clock }) =>
      registerAttendees(depsAt(clock))(input),

    show: async (token: string, locale?: Locale) => viewOf(await findByToken(token), locale),

    /** Everything that the registrant's page says; `locale` defaults to the registrant's own. */
    async showPage(token: string, locale?: Locale) {
      const registration = await findByToken(token);
      const pageLocale = locale ?? registration.language;
      return {
        view: await viewOf(registration, pageLocale),
        cancellationReason: registration.cancellationReason,
        program: await loadPageProgram(strapi, pageLocale),
        locale: pageLocale,
        now: deps.clock.now(),
      };
    },

    /** How many wait before this one, plus one. */
    waitlistRank: (sessionId: string, waitlistSequence: number) =>
      store.waitlistRank(rows, sessionId, waitlistSequence),

    pageProgram: (locale: Locale) => loadPageProgram(strapi, locale),

    cancel: (token: string) => cancelRegistration(deps)(byToken(token)),
    accept: (token: string) => acceptOffer(deps)(byToken(token)),
    decline: (token: string) => declineOffer(deps)(byToken(token)),
    change: (token: string, changes: ChangeInput['changes']) =>
      changeRegistration(deps)({ ...byToken(token), changes }),

    /** What editors do to a registration, named by its documentId. */
    approve: approveRegistration(deps),
    reject: rejectRegistration(deps),
    resend: resendMail(deps),
    recordAttendance: recordAttendance(deps),
    async cancelByEditor({ documentId, actor }: EditorInput) {
      const registration = await store.findByDocumentId(rows, documentId);
      if (registration === null) throw new DomainError('registration_not_found');
      const { publicId } = registration;
      return cancelRegistration(deps)({ publicId, actor, isAllowed: () => true });
    },

    /** Why a session's figures are what they are. */
    explainSeats: explainSeats(deps),

    /** For one person's data, known by the normalised address. */
    erase: eraseRegistrations(deps),
    exportPerson: exportRegistrations(strapi),

    documentMiddlewares: {
      seatWrites: seatWrites(deps),
      registrationWrites: registrationWrites(strapi, deps),
    },

    /** At boot: every session has an inventory, however it came into the database. */
    createMissingInventories: () => deps.transaction(inventories.createMissingInventories),

    /** Reconciliation: the sessions whose counters differ from their rows, which is always none. */
    findDrift: async () =>
      (await deps.transaction(inventories.findDrift)).map((row) => row.session_document_id),

    /** Tick: shows editors the present counts. */
    copyCounts: async () => {
      await deps.transaction(inventories.copyCounts);
    },

    handlers: {
      'registration.notify-moved': notifyMoved(deps),
      'registration.cancel-all': cancelAll(deps),
      'registration.pass-seats-on': passSeatsOnJob(deps),
      'registration.end-waiting': endWaiting(deps),
    },
  };
};

export const registrationOf = oncePerStrapi(createService);

/** The slice as a Strapi service, for scripts: `strapi.plugin('webinars').service('registration')`. */
export const service = ({ strapi }: { strapi: Core.Strapi }) => registrationOf(strapi);
