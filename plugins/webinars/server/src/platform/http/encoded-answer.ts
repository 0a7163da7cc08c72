import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';

export type Encoding = 'br' | 'gzip' | 'identity';

/** The bytes of an answer in one encoding, with the strong ETag of exactly these bytes (RFC 9110, 8.8.3.3). */
export type EncodedAnswer = { encoding: Encoding; bytes: Buffer; etag: string };

/** Below this, headers weigh more than what is saved. */
const LEAST_BYTES = 1024;

/** The best of them costs twenty times as much for a few per cent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const compress = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

export type EncodeAnswer = (encoding: Encoding) => Promise<EncodedAnswer>;

/** Each encoding is made when it is asked for first, and kept. */
export const createEncodings = ({ text, etag }: { text: string; etag: string }): EncodeAnswer => {
  const bytes = Buffer.from(text);
  const identity = Promise.resolve<EncodedAnswer>({ encoding: 'identity', bytes, etag });
  const made = new Map<Encoding, Promise<EncodedAnswer>>();

  return (encoding) => {
    if (encoding === 'identity' || bytes.length < LEAST_BYTES) return identity;
    const known = made.get(encoding);
    if (known !== undefined) return known;
    const making = compress[encoding](bytes).then((smaller) => ({
      encoding,
      bytes: smaller,
      etag: etag.replace(/"$/, `-${encoding}"`),
    }));
    made.set(encoding, making);
    return making;
  };
};

const MOST_HEADERS = 200;
const negotiated = new Map<string, Encoding>();

/** The smallest that the caller takes. Clients send few different headers, and reading one takes its time. */
export const wantedEncoding = (ctx: Context): Encoding => {
  const header = ctx.get('Accept-Encoding');
  if (header === '') return 'identity';
  const known = negotiated.get(header);
  if (known !== undefined) return known;
  const wanted =
    (['br', 'gzip'] as const).find((encoding) => ctx.acceptsEncodings(encoding) === encoding) ??
    'identity';
  if (negotiated.size >= MOST_HEADERS) negotiated.clear();
  negotiated.set(header, wanted);
  return wanted;
};
