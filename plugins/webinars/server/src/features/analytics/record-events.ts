import { isbot } from 'isbot';
import type { TrackedEvent, TrackReceipt } from '../../../../shared/tracking';
import type { Clock } from '../../platform/clock';
import type { WriteBehind } from '../../platform/write-behind';
import type { Signal } from './signal-store';
import { dayOf, visitorKey, type Visit } from './visitor';

export type RecordDeps = {
  clock: Clock;
  /** The documentId behind an address of a session; throws when there is none. */
  sessionIdOf(idOrSlug: string): Promise<string>;
  saltOf(day: string): Promise<string>;
  signals: Pick<WriteBehind<Signal>, 'add'>;
};

/** Takes down what a visitor did. Robots are not counted, nor is whoever does not want to be. */
export const recordEvents =
  ({ clock, sessionIdOf, saltOf, signals }: RecordDeps) =>
  async (events: readonly TrackedEvent[], visit: Visit): Promise<TrackReceipt> => {
    const sessionIds = new Map<string | null, string>([[null, '']]);
    for (const name of events.map(sessionIn)) {
      if (name !== null) sessionIds.set(name, await sessionIdOf(name));
    }
    if (visit.isUnwilling || visit.userAgent === '' || isbot(visit.userAgent)) {
      return { recorded: 0 };
    }
    const at = clock.now();
    const day = dayOf(at);
    const visitor = visitorKey(visit, await saltOf(day));
    let recorded = 0;
    for (const event of events) {
      const sessionId = sessionIds.get(sessionIn(event)) ?? '';
      const told = signalsIn(event).map((signal) => ({ ...signal, at, day, sessionId, visitor }));
      if (signals.add(told) > 0) recorded += 1;
    }
    return { recorded };
  };

const sessionIn = (event: TrackedEvent): string | null =>
  ('session' in event ? event.session : undefined) ?? null;

/** A view that says where it comes from counts as one, and for its source. */
const signalsIn = (event: TrackedEvent): Pick<Signal, 'type' | 'detail'>[] => {
  const { type } = event;
  switch (type) {
    case 'page_view':
      return [
        { type, detail: '' },
        ...(event.source === undefined ? [] : [{ type: 'referral', detail: event.source }]),
      ];
    case 'form_step':
      return [{ type, detail: event.step }];
    case 'share_click':
      return [{ type, detail: event.channel }];
    case 'footer_click':
      return [{ type, detail: String(event.position) }];
    case 'footer_view':
    case 'footer_view_all':
      return [{ type, detail: '' }];
  }
};
