import type { Locale } from '../../../../shared/locales';
import {
  REHEARSAL_SENTENCES,
  type RehearsedEvent,
  type RehearsedExample,
  type RehearsedMessage,
  type Rehearsal,
} from '../../../../shared/rehearsal';
import { isBulk } from '../../domain/bulk-mail';
import { assertNever } from '../../domain/errors';
import type { BulkMailKind, StaffMailKind } from '../../domain/job-catalog';
import type { LifeEvent } from '../../domain/rehearsed-life';
import type { RehearsedMove } from '../../domain/rehearsed-seats';
import { warningsOf, type WarningFacts } from '../../domain/rehearsal-warnings';
import { sessionPhase, type SessionLife } from '../../domain/session';
import type { messagesOf } from '../messages';
import type { registrationOf } from '../registration';
import type { remindersOf } from '../reminders';

export type RehearsalPorts = {
  seats: ReturnType<typeof registrationOf>['rehearse'];
  reminders: Pick<ReturnType<typeof remindersOf>, 'rehearse' | 'recipientsOf'>;
  mails: ReturnType<typeof messagesOf>['rehearse'];
  loadCast(sessionId: string): Promise<Cast>;
};

/** Who and what has to be there. */
export type Cast = Pick<
  WarningFacts,
  'hasGermanTitle' | 'hasMeetingUrl' | 'speakers' | 'hasManager'
> & {
  language: Locale;
  /** Who hears when the session becomes public. */
  speakerId: string | null;
};

type Span = { from: Date; until: Date };
type Event = RehearsedEvent<Date>;
type Told = { event: Event; examples: Example[] };
type Example = { name: string; render: () => Promise<RehearsedExample | null> };

/**
 * What happens to a session when the clock goes on and nobody does anything. Asks the rules and the stores that make it
 * happen, and neither writes nor sends.
 */
export const rehearseSession =
  (ports: RehearsalPorts) =>
  async (
    sessionId: string,
    { locale, ...span }: Span & { locale: Locale }
  ): Promise<Rehearsal<Date>> => {
    const { session, life, moves, languages } = await ports.seats(sessionId, span);
    const { runs, schedule, quietHours } = await ports.reminders.rehearse(sessionId, {
      ...span,
      announcedAt: announcedAt(session, span),
    });
    const { language, speakerId, ...cast } = await ports.loadCast(sessionId);
    const { startsAt } = session;
    const told = await rehearseConfirmations(ports, life, {
      sessionId,
      startsAt,
      speakerId,
      language,
    });
    for (const run of runs) told.push(await rehearseRun(ports, { sessionId, run, span, language }));
    const seats = await rehearseMoves(ports, moves);
    const warnings = warningsOf({
      session,
      schedule,
      quietHours,
      hasGermanRegistrants: languages.includes('de'),
      ...cast,
      ...span,
    });
    return {
      session: sessionId,
      timezone: session.timezone,
      ...span,
      events: inOrder([
        ...life.map((event): Event =>
          event.kind === 'session_moves_on' ? { ...event, by: 'sessions.move-due' } : event
        ),
        ...seats.map(({ event }) => event),
        ...told.map(({ event }) => event),
      ]),
      examples: await renderExamples([...seats, ...told]),
      warnings: warnings.map((warning) => ({
        ...warning,
        message: REHEARSAL_SENTENCES[warning.code][locale],
      })),
    };
  };

/** A draft tells nobody anything before it is published, and a session that was called off never again. */
const announcedAt = (session: SessionLife, { from }: Span): Date | null => {
  const phase = sessionPhase(session, from);
  if (phase === 'cancelled') return null;
  return phase === 'draft' ? session.publishAt : from;
};

type Run = Awaited<ReturnType<RehearsalPorts['reminders']['rehearse']>>['runs'][number];

const rehearseRun = async (
  ports: RehearsalPorts,
  { run, ...rest }: { sessionId: string; run: Run; span: Span; language: Locale }
): Promise<Told> => {
  const { kind, at, audience, offsetMinutes, dueAt, skipped: skippedBecause } = run;
  const { total, examples } = isBulk(kind)
    ? await rehearseRegistrants(ports, { run: { ...run, kind }, ...rest })
    : await rehearseStaff(ports, { ...run, ...rest, kind });
  const message = { message: kind, audience, offsetMinutes, dueAt, skippedBecause };
  return {
    event: { kind: 'message', at, by: 'reminders.plan-runs', ...message, ...total },
    examples,
  };
};

const rehearseRegistrants = async (
  { reminders, mails }: RehearsalPorts,
  { sessionId, run, span }: { sessionId: string; run: Run & { kind: BulkMailKind }; span: Span }
) => {
  const { kind } = run;
  const tally = createTally();
  const examples: Example[] = [];
  if (run.skipped !== null) return { total: tally.total(), examples };
  for await (const registrationIds of reminders.recipientsOf(sessionId, run)) {
    const page = await mails.bulk({ ...run, until: span.until, registrationIds });
    for (const { registrationId, locale, outcome } of page) {
      tally.add(outcome);
      const name = `${kind} ${locale}`;
      if (outcome.kind === 'skipped' || examples.some((each) => each.name === name)) continue;
      const at = outcome.kind === 'sent' ? outcome.at : outcome.until;
      examples.push({ name, render: () => mails.example({ kind, registrationId, at }) });
    }
  }
  return { total: tally.total(), examples };
};

type StaffRun = {
  kind: StaffMailKind;
  sessionId: string;
  startsAt: Date;
  at: Date;
  speakerIds: readonly string[];
  language: Locale;
};

const rehearseStaff = async (
  { mails }: RehearsalPorts,
  { kind, sessionId, startsAt, at, speakerIds, language }: StaffRun
) => {
  const tally = createTally();
  const examples: Example[] = [];
  for (const speakerId of speakerIds) {
    const mail = { kind, sessionId, speakerId, startsAt, at };
    const reason = await mails.staff(mail);
    tally.add(reason === null ? { kind: 'sent', at } : { kind: 'skipped', reason });
    const render = () => mails.staffExample(mail);
    if (reason === null) examples.push({ name: `${kind} ${language}`, render });
  }
  return { total: tally.total(), examples };
};

/** Whoever speaks hears when the session becomes public. */
const rehearseConfirmations = async (
  ports: RehearsalPorts,
  life: readonly LifeEvent[],
  rest: { sessionId: string; startsAt: Date; speakerId: string | null; language: Locale }
): Promise<Told[]> => {
  const told: Told[] = [];
  for (const event of life) {
    if (event.kind !== 'session_moves_on' || event.to !== 'published') continue;
    const { at } = event;
    const kind = 'speaker-confirmation';
    const speakerIds = rest.speakerId === null ? [] : [rest.speakerId];
    const { total, examples } = await rehearseStaff(ports, { ...rest, kind, at, speakerIds });
    const message = {
      message: kind,
      audience: 'speakers',
      offsetMinutes: null,
      dueAt: at,
      skippedBecause: speakerIds.length === 0 ? 'no_speaker' : null,
    } as const;
    told.push({
      event: { kind: 'message', at, by: 'sessions.move-due', ...message, ...total },
      examples,
    });
  }
  return told;
};

type Outcome = Awaited<ReturnType<RehearsalPorts['mails']['bulk']>>[number]['outcome'];

const createTally = () => {
  let recipients = 0;
  const sent = new Map<number, number>();
  const skipped = new Map<string, number>();
  const waiting = new Map<number, number>();
  const raise = <Key>(counts: Map<Key, number>, key: Key) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    add(outcome: Outcome) {
      recipients += 1;
      switch (outcome.kind) {
        case 'sent':
          return raise(sent, outcome.at.getTime());
        case 'skipped':
          return raise(skipped, outcome.reason);
        case 'waiting':
          return raise(waiting, outcome.until.getTime());
        default:
          return assertNever(outcome);
      }
    },
    total: (): Pick<RehearsedMessage<Date>, 'recipients' | 'sent' | 'skipped' | 'waiting'> => ({
      recipients,
      sent: [...sent].sort(([a], [b]) => a - b).map(([at, count]) => ({ at: new Date(at), count })),
      skipped: [...skipped].sort().map(([reason, count]) => ({ reason, count })),
      waiting: [...waiting]
        .sort(([a], [b]) => a - b)
        .map(([until, count]) => ({ until: new Date(until), count })),
    }),
  };
};

const rehearseMoves = async (
  { mails }: RehearsalPorts,
  moves: readonly RehearsedMove[]
): Promise<Told[]> => {
  const answers = {
    'waitlist-offer': await mails.answers('waitlist-offer', idsTold(moves, 'waitlist-offer')),
    'offer-expired': await mails.answers('offer-expired', idsTold(moves, 'offer-expired')),
  };
  return moves.map(({ id, mail, to, holdExpiresAt, at, from, because }) => {
    const answer = mail === null ? undefined : answers[mail].get(id);
    const wanted = { registrationId: id, at, as: { state: to, holdExpiresAt } };
    return {
      event: {
        kind: 'registration_moves',
        at,
        by: because === 'session_began' ? 'registration.end-waiting' : 'registration.pass-seats-on',
        registration: id,
        from,
        to,
        because,
        holdExpiresAt,
        mail: mail === null ? null : { kind: mail, skipped: answer?.skipped ?? null },
      },
      examples:
        mail !== null && answer?.skipped === null
          ? [
              {
                name: `${mail} ${answer.locale}`,
                render: () => mails.example({ kind: mail, ...wanted }),
              },
            ]
          : [],
    };
  });
};

const idsTold = (moves: readonly RehearsedMove[], kind: RehearsedMove['mail']) =>
  moves.filter(({ mail }) => mail === kind).map(({ id }) => id);

/** The first of each kind and language. */
const renderExamples = async (told: readonly Told[]): Promise<RehearsedExample[]> => {
  const rendered = new Map<string, RehearsedExample>();
  for (const { name, render } of told.flatMap(({ examples }) => examples)) {
    const example = rendered.has(name) ? null : await render();
    if (example !== null) rendered.set(name, example);
  }
  return [...rendered.values()];
};

/** At one instant the session itself comes first, then its seats, then what people are told. */
const inOrder = (events: Event[]): Event[] =>
  events.sort((a, b) => a.at.getTime() - b.at.getTime() || RANK[a.kind] - RANK[b.kind]);

const RANK: Record<Event['kind'], number> = {
  session_moves_on: 0,
  registration_opens: 1,
  registration_closes: 1,
  registration_moves: 2,
  message: 3,
};
