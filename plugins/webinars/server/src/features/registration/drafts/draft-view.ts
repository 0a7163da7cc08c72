import type { Draft } from './draft-store';

const WARNING_MINUTES = 30;

/** A draft as its visitor sees it. */
export const toView = (draft: Draft) => ({
  ...draft.fields,
  sessions: draft.sessions,
  status: draft.state,
  createdAt: draft.createdAt,
  expiresAt: draft.expiresAt,
  warnAt: warnAt(draft),
});

/** When to tell the visitor that the draft will be gone soon (spec: Session Features). */
const warnAt = ({ expiresAt }: Draft) => new Date(expiresAt.getTime() - WARNING_MINUTES * 60_000);
