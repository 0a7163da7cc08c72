import {
  endsAt,
  registrationWindow,
  sessionPhase,
  type RegistrationWindow,
  type SessionLife,
  type SessionState,
} from './session';

export type LifeEvent =
  | { kind: 'session_moves_on'; at: Date; from: SessionState; to: SessionState }
  | { kind: 'registration_opens'; at: Date }
  | { kind: 'registration_closes'; at: Date };

/** What a session becomes between two instants by itself, and when registration opens and closes. */
export const rehearseLife = (
  session: SessionLife & RegistrationWindow,
  { from, until }: { from: Date; until: Date }
): LifeEvent[] => {
  const { opensAt, closesAt } = registrationWindow(session);
  const isWithin = (at: Date | null): at is Date => at !== null && from < at && at <= until;
  const isOffered = (at: Date) => sessionPhase(session, at) === 'published';
  const openings = [opensAt].filter(isWithin).filter(isOffered);
  // The instant before, the session has not begun yet.
  const closings = [closesAt]
    .filter(isWithin)
    .filter((at) => isOffered(new Date(at.getTime() - 1)));
  return [
    ...moves(session, [from, ...instantsOf(session).filter(isWithin)]),
    ...openings.map((at) => ({ kind: 'registration_opens' as const, at })),
    ...closings.map((at) => ({ kind: 'registration_closes' as const, at })),
  ];
};

const instantsOf = (session: SessionLife) =>
  [session.publishAt, session.startsAt, endsAt(session)]
    .flatMap((at) => at ?? [])
    .sort((a, b) => a.getTime() - b.getTime());

const moves = (session: SessionLife, instants: readonly Date[]): LifeEvent[] => {
  const moved: LifeEvent[] = [];
  let from = session.state;
  for (const at of instants) {
    const to = sessionPhase(session, at);
    if (to !== from) moved.push({ kind: 'session_moves_on', at, from, to });
    from = to;
  }
  return moved;
};
