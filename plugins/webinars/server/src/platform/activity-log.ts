import { insertRows } from './insert-rows';
import type { Tx } from './transaction';

/** Who did it: a visitor with a token, a person in the admin (by id), a job, or a program. */
export type Actor = { kind: 'attendee' | 'editor' | 'system' | 'api'; id?: string };

/** One change that matters. Ids, states and the names of fields; never what is in them. */
export type Activity = {
  action: string;
  subjectType: string;
  subjectId: string;
  sessionId?: string;
  fromState?: string;
  toState?: string;
  fields?: readonly string[];
};

/** Appends to the log, in the transaction of the change itself. The table refuses updates and deletions. */
export const recordActivities = async (
  tx: Tx,
  { at, actor, activities }: { at: Date; actor: Actor; activities: readonly Activity[] }
): Promise<void> => {
  if (activities.length === 0) return;
  await insertRows(
    tx,
    'webinars_activities',
    activities.map((activity) => ({
      at,
      actor_kind: actor.kind,
      actor_id: actor.id ?? null,
      action: activity.action,
      subject_type: activity.subjectType,
      subject_id: activity.subjectId,
      session_document_id: activity.sessionId ?? null,
      from_state: activity.fromState ?? null,
      to_state: activity.toState ?? null,
      fields: JSON.stringify(activity.fields ?? []),
    }))
  );
};
