import http from 'node:http';

export type StormAnswer = {
  status: number;
  body: { data?: { status: string; token: string; waitlistPosition?: number } } & Record<
    string,
    unknown
  >;
};

/** Sends every body at once, each over a connection of its own, and waits for all the answers. */
export const storm = async (url: string, bodies: readonly unknown[]): Promise<StormAnswer[]> => {
  const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });
  try {
    return await Promise.all(bodies.map((body) => post(url, body, agent)));
  } finally {
    agent.destroy();
  }
};

const post = (url: string, body: unknown, agent: http.Agent): Promise<StormAnswer> =>
  new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
        });
      }
    );
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });

/** How often each value occurs. */
export const tally = (values: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};
