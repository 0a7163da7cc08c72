import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { quotedPrintable } from './quoted-printable';

/** As a mail program reads it. */
const read = async (encoded: string) => {
  const head =
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable';
  return (await simpleParser(`${head}\r\n\r\n${encoded}`)).text;
};

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=. \tä€😀A-F0-9-]{0,200}$/u)
);

it('is read as what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words), async (lines) => {
      const text = `${lines.join('\n').replace(/\r\n?/g, '\n')}\nend`;
      expect(await read(quotedPrintable(text))).toBe(text);
    })
  );
});

it('has short lines of plain characters, and none ends with a blank', () => {
  fc.assert(
    fc.property(fc.array(words), (lines) => {
      for (const line of quotedPrintable(lines.join('\n')).split('\r\n')) {
        expect(line).toMatch(/^(?:[\t -<>-~]|=[0-9A-F]{2})*=?$/);
        expect(line).not.toMatch(/[\t ]$/);
        expect(line.length).toBeLessThanOrEqual(76);
      }
    })
  );
});

it.each([
  ['a soft break before an encoded byte', `${'x'.repeat(74)}=yy`, `${'x'.repeat(74)}=\r\n=3Dyy`],
  ['a blank before the end of a line', 'a \nb\t', 'a=20\r\nb=09'],
  ['a character of several bytes', '€', '=E2=82=AC'],
  ['half a surrogate pair', 'a\ud83d', 'a=EF=BF=BD'],
])('writes %s', (_, text, encoded) => {
  expect(quotedPrintable(text)).toBe(encoded);
});
