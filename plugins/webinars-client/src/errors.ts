import type { FieldError, RefusalCode } from './shapes.js';

/** What the server said instead of an answer. */
export class WebinarsError extends Error {
  override readonly name = 'WebinarsError';
  /** For programs; `unexpected` is what no server of this plugin says, as a proxy might. */
  readonly code: RefusalCode | 'unexpected';
  /** Of HTTP. */
  readonly status: number;
  /** Every field that is wrong, of a `validation_failed`. */
  readonly fields: readonly FieldError[];
  /** How long to wait before the same is worth another try; null where nothing was said about it. */
  readonly retryAfterSeconds: number | null;

  constructor({ message, ...said }: Said) {
    super(message);
    this.code = said.code;
    this.status = said.status;
    this.fields = said.fields;
    this.retryAfterSeconds = said.retryAfterSeconds;
  }

  /** The sentence about one field, by its path as in `interestedServices.workshopSeries`; null where it is right. */
  messageFor(field: string): string | null {
    return this.fields.find(({ path }) => path.join('.') === field)?.message ?? null;
  }
}

type Said = Pick<WebinarsError, 'message' | 'code' | 'status' | 'fields' | 'retryAfterSeconds'>;

/** `body`: what was read of the answer, whatever it is. */
export const errorFrom = (response: Response, body: unknown): WebinarsError => {
  const refusal = isRefusal(body) ? body.error : null;
  return new WebinarsError({
    message: refusal?.message ?? `The server answered ${response.status}.`,
    code: refusal?.details?.code ?? 'unexpected',
    status: response.status,
    fields: refusal?.details?.errors ?? [],
    retryAfterSeconds: retryAfterOf(response),
  });
};

/** In seconds; a date is understood, too. */
export const retryAfterOf = ({ headers }: Response): number | null => {
  const value = headers.get('Retry-After');
  if (value === null) return null;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
};

type Refusal = {
  error: { message: string; details?: { code?: RefusalCode; errors?: FieldError[] } };
};

const isRefusal = (body: unknown): body is Refusal =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'message' in body.error &&
  typeof body.error.message === 'string';
