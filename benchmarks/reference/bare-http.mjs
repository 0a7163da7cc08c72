/** A server that knows one answer, told over IPC which: what Node itself can do at most. */
import { once } from 'node:events';
import http from 'node:http';
import { serve } from '../support/rpc.mjs';

let server;

serve({
  listen: async ({ text, headers }) => {
    const body = Buffer.from(text);
    server = http.createServer((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
  },
  stop: async () => {
    server?.closeAllConnections();
    server?.close();
  },
});
