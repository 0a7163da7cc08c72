/** The only place where the present is read. Everything else is handed a `Clock` or a `now`. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
