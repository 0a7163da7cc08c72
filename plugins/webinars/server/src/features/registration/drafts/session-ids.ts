import type { DraftDeps } from './ports';

/** The documentIds behind addresses of sessions, each once. @throws `session_not_found` */
export const documentIdsOf = async (
  { registration }: DraftDeps,
  sessions: readonly string[]
): Promise<string[]> => [...new Set(await Promise.all(sessions.map(registration.sessionIdOf)))];
