/**
 * A text as quoted-printable (RFC 2045, 6.7), with CRLF at the ends of lines and no line longer than 76. A whole text
 * at a time: byte by byte, as nodemailer does it, takes longer than all else that a mail needs.
 */
export const quotedPrintable = (text: string): string =>
  text
    .replaceAll('=', '=3D')
    .replace(BEYOND_ASCII, encodeBytes)
    .replace(BLANK_AT_END, encodeBytes)
    .split(LINE_END)
    .map(shortened)
    .join('\r\n');

/** Neither printable ASCII nor a tab nor the end of a line. */
const BEYOND_ASCII = /[^\t\n\r -~]+/g;
const BLANK_AT_END = /[\t ](?=\r|\n|$)/g;
const LINE_END = /\r\n|\r|\n/;

const encodeBytes = (characters: string) =>
  Buffer.from(characters)
    .toString('hex')
    .toUpperCase()
    .replace(/../g, (byte) => `=${byte}`);

const LONGEST = 76;

/** Broken where no decoder sees it. */
const shortened = (line: string): string => {
  if (line.length <= LONGEST) return line;
  const parts: string[] = [];
  let from = 0;
  while (line.length - from > LONGEST) {
    const to = wholeBytes(line, from + LONGEST - 1);
    parts.push(line.slice(from, to));
    from = to;
  }
  parts.push(line.slice(from));
  return parts.join('=\r\n');
};

/** The last place up to here that is not within the three characters of an encoded byte. */
const wholeBytes = (line: string, at: number): number => {
  if (line[at - 2] === '=') return at - 2;
  return line[at - 1] === '=' ? at - 1 : at;
};
