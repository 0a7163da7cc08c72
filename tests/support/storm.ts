import http from 'node:http';

export type StormAnswer = {
  status: number;
  body: { data?: { status: string; token: string; waitlistPosition?: number } } & Record<
    string,
    unknown
  >;
};

/** One POST; without a body where there is nothing to say. */
export type StormRequest = { url: string; body?: unknown; headers?: Record<string, string> };

/** Sends every body to one address at once, and waits for all the answers. */
export const storm = (url: string, bodies: readonly unknown[]): Promise<StormAnswer[]> =>
  sendAtOnce(bodies.map((body) => ({ url, body })));

/** Sends everything at once, each over a connection of its own, and answers in the order of the requests. */
export const sendAtOnce = async (requests: readonly StormRequest[]): Promise<StormAnswer[]> => {
  const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });
  try {
    return await Promise.all(requests.map((request) => post(request, agent)));
  } finally {
    agent.destroy();
  }
};

const post = ({ url, body, headers: own }: StormRequest, agent: http.Agent): Promise<StormAnswer> =>
  new Promise((resolve, reject) => {
    const headers = { ...own, ...(body !== undefined && { 'Content-Type': 'application/json' }) };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
      });
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** How often each value occurs. */
export const tally = (values: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};
