/**
 * As in `npm start`. V8 collects the more lazily the more room it has: by default, on a large machine, a server that
 * sends mails by the thousand keeps 250 MB of garbage.
 */
export const HEAP_LIMIT = ['--max-old-space-size=1536'];
