import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Drain = (options: { patienceMs: number }) => Promise<void>;

/**
 * Ends a server without cutting anybody off: it takes no new connections, lets go of those that rest, and waits until
 * the last request is answered, at most for as long as it is told to. Strapi itself destroys every connection at once.
 */
export const createDrain = (server: Server): Drain => {
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;
  let onAnswered: (() => void) | undefined;

  // Before Strapi's own listener, so that an answer of a single turn is counted as well.
  server.prependListener('request', (_request, response) => {
    unanswered.add(response);
    if (isDraining) sayGoodbye(response);
    response.once('close', () => {
      unanswered.delete(response);
      if (unanswered.size === 0) onAnswered?.();
    });
  });

  return async ({ patienceMs }) => {
    isDraining = true;
    server.close();
    for (const response of unanswered) sayGoodbye(response);
    if (unanswered.size === 0) return;

    const giveUp = new AbortController();
    const allAnswered = new Promise<void>((resolve) => {
      onAnswered = resolve;
    });
    await Promise.race([allAnswered, pause(patienceMs, undefined, giveUp)]);
    giveUp.abort();
  };
};

/** Otherwise the client would keep the connection for its next request. */
const sayGoodbye = (response: ServerResponse) => {
  if (!response.headersSent) response.setHeader('Connection', 'close');
};
