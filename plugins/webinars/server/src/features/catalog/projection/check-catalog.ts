import { isDeepStrictEqual } from 'node:util';
import { sessionPhase } from '../../../domain/session';
import type { DetailFacts } from './catalog-facts';
import { loadSessionFacts } from './facts-store';
import { lifeOf } from './present-session';
import * as store from './projection-store';
import { inEveryLanguage, isShown } from './projection-store';
import type { ProjectedSession } from './project-session';
import type { RefreshDeps } from './refresh-catalog';

const PAGE = 50;

export type Drift = { session: string; what: 'missing' | 'gone' | 'different' };

/**
 * Compares the catalogue with what it would be if it were built now. What is being written meanwhile may look like a
 * difference; what is one stays one.
 */
export const checkCatalog =
  (deps: RefreshDeps) => async (): Promise<{ checked: number; drift: Drift[] }> => {
    const { strapi, statements, clock } = deps;
    const drift: Drift[] = (await store.orphans(statements)).map((session) => ({
      session,
      what: 'gone',
    }));
    let checked = 0;
    let after = '';
    for (;;) {
      const ids = await store.sessionsAfter(statements, { after, limit: PAGE });
      const last = ids.at(-1);
      if (last === undefined) return { checked, drift };
      const facts = await loadSessionFacts(strapi, statements, ids);
      const wanted = facts.filter(isShown).flatMap(inEveryLanguage);
      const present = await store.loadProjected(statements, ids);
      drift.push(...differences(wanted, present, clock.now()));
      checked += ids.length;
      after = last;
    }
  };

const differences = (
  wanted: readonly ProjectedSession[],
  present: readonly store.StoredProjection[],
  now: Date
): Drift[] => {
  const stored = new Map(present.map((row) => [`${row.session} ${row.locale}`, row]));
  const found = new Map<string, Drift>();
  for (const { columns, detail } of wanted) {
    const { session_document_id: session, locale } = columns;
    const key = `${session} ${locale}`;
    const known = stored.get(key);
    stored.delete(key);
    if (known === undefined) found.set(session, { session, what: 'missing' });
    else if (!isDeepStrictEqual(shownBy(known.detail, now), shownBy(detail, now))) {
      found.set(session, { session, what: 'different' });
    }
  }
  for (const { session } of stored.values()) found.set(session, { session, what: 'gone' });
  return [...found.values()];
};

/** The clock moves states on, and so do jobs; both say the same. */
const shownBy = (detail: string, now: Date) => {
  const { session, ...facts }: DetailFacts = JSON.parse(detail);
  const { updatedAt: _updatedAt, state: _state, ...row } = session;
  return { ...facts, row, phase: sessionPhase(lifeOf(session), now) };
};
