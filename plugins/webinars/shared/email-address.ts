/**
 * Brings an e-mail address into the one form in which two spellings of it are equal: blanks around it, case, Unicode
 * forms and internationalised domains (UTS 46, as browsers resolve them). Answers null for what is no address.
 */
export const normalizeEmail = (raw: string): string | null => {
  const address = raw.trim().normalize('NFKC');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase();
  const domain = toAsciiDomain(address.slice(at + 1));
  if (at < 1 || domain === null || !LOCAL_PART.test(local)) return null;
  const normalized = `${local}@${domain}`;
  return normalized.length <= MAX_LENGTH ? normalized : null;
};

/** RFC 5321, 4.5.3.1: a path of 256 octets less its angle brackets. */
const MAX_LENGTH = 254;

/** Dot-atom of RFC 5322 with the letters and digits of RFC 6531; no quoted strings, no comments. */
const LOCAL_PART =
  /^(?=.{1,64}$)(?!\p{M})[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.(?!\p{M})[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const DOMAIN =
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

const toAsciiDomain = (domain: string): string | null => {
  if (/[\s/?#@:[\]\\%]/.test(domain)) return null;
  const { hostname } = URL.canParse(`http://${domain}/`)
    ? new URL(`http://${domain}/`)
    : { hostname: '' };
  return DOMAIN.test(hostname) ? hostname : null;
};
