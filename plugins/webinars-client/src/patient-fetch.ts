import { retryAfterOf } from './errors.js';

export type Patience = {
  fetch: (request: Request) => Promise<Response>;
  /** How many more times a request is sent that could not be answered. */
  retries: number;
  /** Whoever would have to wait longer than this for the next try is told at once. */
  longestWaitSeconds: number;
};

const KEY = 'Idempotency-Key';

/**
 * Sends a request once more when the server is busy, asks for patience, or cannot be reached. Whatever changes something
 * carries a key that makes the server do it once, however often it comes.
 */
export const patientFetch =
  ({ fetch, retries, longestWaitSeconds }: Patience) =>
  async (request: Request): Promise<Response> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !request.headers.has(KEY)) request.headers.set(KEY, newKey());
    for (let attempt = 0; attempt < retries; attempt += 1) {
      const response = await answerOrNull(fetch, request);
      if (response !== null && !IS_TEMPORARY.has(response.status)) return response;
      const seconds = (response && retryAfterOf(response)) ?? 2 ** attempt;
      if (response !== null && seconds > longestWaitSeconds) return response;
      await wait(seconds, request.signal);
    }
    return fetch(request);
  };

/** A UUID would need a page that came by HTTPS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');

const IS_TEMPORARY: ReadonlySet<number> = new Set([429, 503]);

/** Null when nobody answered; whoever gave the request up is told so. */
const answerOrNull = async (fetch: Patience['fetch'], request: Request) => {
  try {
    return await fetch(request.clone());
  } catch (error) {
    if (request.signal.aborted) throw error;
    return null;
  }
};

const wait = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', giveUp, { once: true });
  });
