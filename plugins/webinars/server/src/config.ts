import { z } from 'zod';

/** One signing secret, or several with a comma: the first signs, all verify. At least 32 characters each. */
const secretList = z
  .string({ error: 'set WEBINARS_SECRET to a random string of at least 32 characters' })
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine((secrets) => secrets.every((secret) => secret.length >= 32), {
    error: 'WEBINARS_SECRET needs at least 32 characters for each of its secrets',
  });

const wholeNumber = (name: string) =>
  z.coerce
    .number({ error: `${name} must be a whole number, 0 or greater` })
    .int({ error: `${name} must be a whole number, 0 or greater` })
    .min(0, { error: `${name} must be a whole number, 0 or greater` });

const schema = z.object({
  secret: secretList,
  /** Where the public front end lives; empty: links lead to the plugin's own pages. No trailing slash. */
  siteUrl: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'SITE_URL must be an http(s) address' }),
    ])
    .default('')
    .transform((url) => url.replace(/\/+$/, '')),
  /** Whether this instance works jobs off. All instances enqueue them. */
  jobs: z.enum(['on', 'off'], { error: 'WEBINARS_JOBS must be "on" or "off"' }).default('on'),
  /** Registrations per minute and address; 0 switches rate limits off. */
  rateLimit: wholeNumber('WEBINARS_RATE_LIMIT').default(60),
  /** How many mails go out at most, by all instances together; 0 for no limit. */
  mailLimits: z
    .object({
      perSecond: wholeNumber('MAIL_LIMIT_PER_SECOND').default(0),
      perMinute: wholeNumber('MAIL_LIMIT_PER_MINUTE').default(0),
      perDay: wholeNumber('MAIL_LIMIT_PER_DAY').default(0),
    })
    .prefault({}),
  /** How many proxies stand in front of this server. */
  trustProxy: wholeNumber('TRUST_PROXY').default(0),
  /** The key to `GET /metrics`; without it there are none. */
  metricsToken: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, {
      error: 'WEBINARS_METRICS_TOKEN needs at least 16 characters, all of them visible ASCII',
    })
    .optional(),
  /** Whether this instance keeps ready answers to public reads in memory. */
  answerCache: z
    .enum(['on', 'off'], { error: 'WEBINARS_ANSWER_CACHE must be "on" or "off"' })
    .default('on'),
  publicApi: z
    .enum(['open', 'token'], { error: 'publicApi must be "open" or "token"' })
    .default('open'),
});

export type WebinarsConfig = z.output<typeof schema>;

/** Reads the plugin's settings, or throws one sentence that names everything that is wrong with them. */
export const parseConfig = (raw: unknown): WebinarsConfig => {
  const parsed = schema.safeParse(withoutBlanks(raw ?? {}));
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => issue.message);
  throw new Error(`The webinars plugin cannot start: ${[...new Set(complaints)].join('; ')}.`);
};

/** `WEBINARS_JOBS=` in an `.env` means that the default is wanted. */
const withoutBlanks = (raw: object) =>
  Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== '' && value !== undefined)
  );

export const config = {
  default: {},
  validator: (raw: unknown) => {
    parseConfig(raw);
  },
};
