import http from 'node:http';

export type PlainAnswer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer };

/** A request with no headers but those given, and its answer as it came over the wire: nothing is decompressed. */
export const plainRequest = (
  url: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}
): Promise<PlainAnswer> =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        })
      );
    });
    request.on('error', reject);
    request.end();
  });
