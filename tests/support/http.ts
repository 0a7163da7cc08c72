import supertest from 'supertest';
import { checkExchange } from './contract';

/** An answer of the server, read to its end. `body` is JSON where the server says so. */
export type Answer<Body = AnyBody> = {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
};

/** Strapi's envelope as far as the tests look into it. */
export type AnyBody = {
  data?: unknown;
  meta?: Record<string, unknown>;
  error?: {
    status: number;
    name: string;
    message: string;
    details: { code?: string; errors?: FieldErrorAnswer[] };
  };
};

export type FieldErrorAnswer = { path: (string | number)[]; message: string; code: string };

export type CallOptions = {
  body?: unknown;
  /** A body that is sent as it is; wins over `body`. */
  rawBody?: string;
  headers?: Record<string, string>;
};

export type HttpClient = {
  get<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  post<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  patch<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  put<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  delete<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
};

/**
 * Calls a server over real HTTP; redirects are answers, not followed. Whatever a public route answers has to be as the
 * OpenAPI document says.
 */
export const createHttpClient = (
  baseUrl: string,
  defaultHeaders: Record<string, string> = {}
): HttpClient => {
  const server = supertest(baseUrl);
  const call =
    (method: Method) =>
    async <Body>(path: string, options: CallOptions = {}): Promise<Answer<Body>> => {
      const payload =
        options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
      const response = await server[method](path)
        .redirects(0)
        .buffer(true)
        .parse(readText)
        .set({
          ...(payload !== undefined && { 'Content-Type': 'application/json' }),
          ...defaultHeaders,
          ...options.headers,
        })
        .send(payload);
      const text = String(response.body);
      const headers = new Headers(
        Object.entries(response.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ])
      );
      const isJson = headers.get('content-type')?.includes('json') ?? false;
      const { status } = response;
      const body = isJson ? JSON.parse(text) : {};
      const sent = options.rawBody === undefined ? options.body : undefined;
      checkExchange({ method, path, sent, status, headers, body, text });
      return { status, headers, body, text };
    };
  return {
    get: call('get'),
    post: call('post'),
    patch: call('patch'),
    put: call('put'),
    delete: call('delete'),
  };
};

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** As text, whatever it is: what was sent is what a test looks at. superagent's types hide that it is a stream. */
const readText = (response: unknown, done: (error: Error | null, text: string) => void) => {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
};
