import type { Pagination } from '../../../../shared/catalog';
import type { ActivitiesQuery } from '../../../../shared/privacy';
import type { Actor } from '../../platform/activity-log';
import { paginationOf } from '../../platform/http/pagination';
import type { ActivityRow } from './operations-store';

export type EditorName = { firstName: string | null; lastName: string | null };

export type ActivityPorts = {
  /** Latest first. */
  findActivities(query: ActivitiesQuery): Promise<{ rows: ActivityRow[]; total: number }>;
  findEditors(ids: readonly string[]): Promise<Map<string, EditorName>>;
};

/** A line of the activity log as administrators read it. */
export type ListedActivity = Omit<ActivityRow, 'actor'> & {
  /** With a name for an editor who is still there. */
  actor: { kind: Actor['kind'] } & Partial<EditorName>;
};

/** Who did what, when: a page of the activity log. */
export const listActivities =
  ({ findActivities, findEditors }: ActivityPorts) =>
  async (query: ActivitiesQuery): Promise<{ items: ListedActivity[]; pagination: Pagination }> => {
    const { rows, total } = await findActivities(query);
    const editors = await findEditors(rows.flatMap(({ actor }) => editorId(actor) ?? []));
    return {
      items: rows.map(({ actor, ...row }) => ({
        ...row,
        actor: { kind: actor.kind, ...editors.get(editorId(actor) ?? '') },
      })),
      pagination: paginationOf(query, total),
    };
  };

const editorId = ({ kind, id }: Actor) => (kind === 'editor' ? id : undefined);
