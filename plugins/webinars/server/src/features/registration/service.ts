import type { Core } from '@strapi/strapi';
import { normalizeEmail } from '../../../../shared/email-address';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { sessionPhase } from '../../domain/session';
import { nextStep, type RegistrationState } from '../../domain/registration';
import type { Clock } from '../../platform/clock';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { createRateLimit, createSharedRateLimit } from '../../platform/http/rate-limit';
import { findOutcome, type Outcome, type Repeatable } from '../../platform/idempotency';
import { shortMemory } from '../../platform/short-memory';
import {
  clockOf,
  configOf,
  jobsOf,
  publicAddressOf,
  tokensOf,
  transactionOf,
} from '../../container';
import { metersOf } from '../../meters/meters';
import { cancelAll } from './cancel-all';
import { acceptOffer } from './accept-offer';
import { cancelRegistration, declineOffer, type OwnerInput } from './cancel-registration';
import { changeRegistration, type ChangeInput } from './change-registration';
import { copyFigures } from './copy-figures';
import {
  approveRegistration,
  rejectRegistration,
  type EditorInput,
} from './decide-on-registration';
import { endWaiting } from './end-waiting';
import { eraseRegistrations } from './erase-registrations';
import { explainSeats } from './explain-seats';
import { findByToken } from './find-by-token';
import { isDocumentId } from './identifiers';
import { exportRegistrations } from './export-registrations';
import * as inventories from './inventory-store';
import { notifyMoved } from './notify-moved';
import { passSeatsOnJob } from './pass-seats-on';
import { loadPageProgram } from './page-program';
import { loadView } from './load-view';
import { loadProgramRules } from './program-rules';
import { recordAttendance } from './record-attendance';
import { rehearse } from './rehearse-seats';
import { registrationWrites } from './registration-writes';
import { resendMail } from './resend-mail';
import { seatWrites } from './seat-writes';
import { toFirstAnswer, type FirstAnswer } from './first-answer';
import { createSessionQueue, type MoveOutcome } from './session-queue';
import { registerAttendees, type RegisterInput, type Registrant } from './register-attendees';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import type { Deps } from './ports';
import { findSession } from './session-facts-store';

const MINUTE = 60;
const HOUR = 3600;

/** When a webinar begins, a whole company follows its links at once, behind one address. */
const OFTEN = 100;

export type RegisterRequest = {
  /** The session's documentId or slug. */
  session: string;
  registrant: Registrant;
  repeatable: Repeatable | null;
};

/** What a newcomer is answered: the token opens everything about the registration. */
export type Receipt = {
  reference: string;
  token: string;
  status: RegistrationState;
  waitlistPosition?: number;
  holdExpiresAt?: Date;
  nextStep: ReturnType<typeof nextStep>;
};

const createService = (strapi: Core.Strapi) => {
  const config = configOf(strapi);
  const tokens = tokensOf(strapi);
  const settings = loadProgramRules(strapi);
  const { url: publicUrl } = publicAddressOf(strapi);
  const depsAt = (clock: Clock): Deps => ({
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock,
    settings,
    meter: metersOf(strapi).registration,
  });
  const deps = depsAt(clockOf(strapi));
  const rows = { table: (name: string) => strapi.db.getConnection(name) };
  const limit = (name: string, points: number, perSeconds: number) =>
    createSharedRateLimit(strapi, { name, points, perSeconds, secret: config.secret[0] ?? '' });
  const limits = {
    byAddress: limit('address', config.rateLimit, MINUTE),
    byEmail: limit('email', config.rateLimit === 0 ? 0 : 5, HOUR),
    links: createRateLimit({ name: 'links', points: config.rateLimit * OFTEN, perSeconds: MINUTE }),
  };
  const queue = createSessionQueue(deps);
  const sessionIds = shortMemory<string>({ seconds: 5, most: 1000 });

  /** The documentId behind an address of a session that is no draft. What is not there now may be there in a moment. */
  const sessionIdOf = (idOrSlug: string) =>
    sessionIds(idOrSlug, async () => {
      const session = await findSession(rows, idOrSlug);
      if (session === null || sessionPhase(session, deps.clock.now()) === 'draft') {
        throw new DomainError('session_not_found');
      }
      return session.documentId;
    });

  const findByManageToken = findByToken({ rows, tokens }, 'manage');

  /** What became of a request that was answered before. @throws IdempotencyKeyReused */
  const recall = async (repeatable: Repeatable | null): Promise<Outcome | null> =>
    repeatable && findOutcome(rows, repeatable, deps.clock.now());

  const toReceipt = (answer: FirstAnswer): Receipt => ({
    reference: answer.reference,
    token: tokens.sign('manage', { publicId: answer.publicId, tokenVersion: 1 }),
    status: answer.state,
    ...(answer.waitlistPosition !== null && { waitlistPosition: answer.waitlistPosition }),
    ...(answer.holdExpiresAt && { holdExpiresAt: answer.holdExpiresAt }),
    nextStep: nextStep(answer.state),
  });

  const recallReceipt = async (repeatable: Repeatable | null): Promise<Receipt | null> => {
    const known = await recall(repeatable);
    return known && toReceipt(toFirstAnswer(known));
  };

  const limitEmail = (email: string) => limits.byEmail.consume(normalizeEmail(email) ?? email);

  const enter = async ({ session, registrant, repeatable }: RegisterRequest): Promise<Receipt> => {
    // Who names a slug stands in the same queue as who names the document. The use-case looks for itself.
    const queued = isDocumentId(session) ? session : await sessionIdOf(session);
    return toReceipt(await queue.register({ session: queued, registrant, repeatable }));
  };

  /** Something that registrants do with their own registration, in their turn. */
  const move = async (
    token: string,
    repeatable: Repeatable | null,
    useCase: (deps: Deps) => (input: OwnerInput) => Promise<MoveOutcome>
  ): Promise<void> => {
    const { sessionId: session } = await findByManageToken(token);
    if ((await recall(repeatable)) !== null) return;
    await queue.move({
      session,
      repeatable,
      move: (depsOfTurn) => useCase(depsOfTurn)(byToken(token)),
    });
  };

  const byToken = (token: string): OwnerInput => ({
    publicId: tokens.claimedId(token) ?? '',
    actor: { kind: 'attendee' },
    isAllowed: (registration) => tokens.isValid('manage', token, registration),
  });

  const viewOf = loadView({
    strapi,
    rows,
    tokens,
    clock: deps.clock,
    publicUrl,
    siteUrl: config.siteUrl,
  });

  return {
    /** Proxies in front of this server, for whoever counts visitors. */
    hops: config.trustProxy,
    limits,

    /** The registration that a manage token opens. Throws `token_invalid`. */
    findByToken: findByManageToken,

    /** The registration whose owner may say which mails come. Throws `token_invalid`. */
    findByUnsubscribeToken: findByToken({ rows, tokens }, 'unsubscribe'),

    pageProgram: (locale: Locale) => loadPageProgram(strapi, locale),

    /** Registers one person. A request that comes again is answered as it was the first time. */
    async register(request: RegisterRequest) {
      const known = await recallReceipt(request.repeatable);
      if (known !== null) return known;
      await limitEmail(request.registrant.body.email);
      return enter(request);
    },

    /** For drafts, which register one person for several sessions. */
    enter,
    limitEmail,
    recallReceipt,
    sessionIdOf,

    /** For seeds and imports: many people at once, at a time of the caller's choice, without telling anybody. */
    registerMany: (input: RegisterInput, { clock }: { clock: Clock }) =>
      registerAttendees(depsAt(clock))(input),

    show: async (token: string, locale?: Locale) => viewOf(await findByManageToken(token), locale),

    /** Everything that the registrant's page says; `locale` defaults to the registrant's own. */
    async showPage(token: string, locale?: Locale) {
      const registration = await findByManageToken(token);
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

    cancel: (token: string, repeatable: Repeatable | null = null) =>
      move(token, repeatable, moving(cancelRegistration)),
    accept: (token: string, repeatable: Repeatable | null = null) =>
      move(token, repeatable, acceptOffer),
    decline: (token: string, repeatable: Repeatable | null = null) =>
      move(token, repeatable, moving(declineOffer)),
    change: (
      token: string,
      { changes, repeatable }: Pick<ChangeInput, 'changes'> & { repeatable: Repeatable | null }
    ) =>
      move(
        token,
        repeatable,
        moving((depsOfTurn) => (input) => changeRegistration(depsOfTurn)({ ...input, changes }))
      ),

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
    /** What becomes of the session and its seats by itself. Throws `session_not_found`. */
    rehearse: rehearse({ rows, settings }),

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

    /** Tick: shows everybody the present figures. */
    copyCounts: copyFigures(deps),

    handlers: {
      'registration.notify-moved': notifyMoved(deps),
      'registration.cancel-all': cancelAll(deps),
      'registration.pass-seats-on': passSeatsOnJob(deps),
      'registration.end-waiting': endWaiting(deps),
    },
  };
};

/** A use-case that either moves the registration or throws. */
const moving =
  (useCase: (deps: Deps) => (input: OwnerInput) => Promise<StoredRegistration>) =>
  (deps: Deps) =>
  async (input: OwnerInput): Promise<MoveOutcome> => ({
    kind: 'moved',
    registration: await useCase(deps)(input),
  });

export const registrationOf = oncePerStrapi(createService);

/** The slice as a Strapi service, for scripts: `strapi.plugin('webinars').service('registration')`. */
export const service = ({ strapi }: { strapi: Core.Strapi }) => registrationOf(strapi);
