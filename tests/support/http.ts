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
  put<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  delete<Body = AnyBody>(path: string, options?: CallOptions): Promise<Answer<Body>>;
};

/** Calls a server over real HTTP; redirects are answers, not followed. */
export const createHttpClient = (
  baseUrl: string,
  defaultHeaders: Record<string, string> = {}
): HttpClient => {
  const call =
    (method: string) =>
    async <Body>(path: string, options: CallOptions = {}): Promise<Answer<Body>> => {
      const payload =
        options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(payload !== undefined && { 'Content-Type': 'application/json' }),
          ...defaultHeaders,
          ...options.headers,
        },
        ...(payload !== undefined && { body: payload }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? JSON.parse(text) : ({} as Body),
        text,
      };
    };
  return { get: call('GET'), post: call('POST'), put: call('PUT'), delete: call('DELETE') };
};
