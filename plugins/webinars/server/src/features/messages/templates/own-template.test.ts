import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATE_KINDS } from '../../../../../shared/vocabulary';
import { MAIL_KINDS } from '../mail-kinds';
import { STAFF_TEXTS } from '../staff/staff-texts';
import { namesIn } from './offered-values';
import { fillTemplate, isPlainTemplate, problemWith, type TemplateFields } from './own-template';
import { sampleValues } from './sample-mails';

const fields = (overrides: Partial<TemplateFields> = {}): TemplateFields => ({
  subject: null,
  preheader: null,
  heading: null,
  intro: null,
  button: null,
  blocks: [],
  ...overrides,
});

const values = sampleValues('confirmation', 'en');

it('there can be words for every kind of mail', () => {
  const kinds = [...Object.keys(MAIL_KINDS), ...Object.keys(STAFF_TEXTS.en)];
  expect([...TEMPLATE_KINDS].sort()).toEqual(kinds.sort());
});

it.each(TEMPLATE_KINDS)('what a mail of the kind %s knows is in the editors’ handbook', (kind) => {
  const handbook = readFileSync(
    path.resolve(__dirname, '../../../../../../../docs/editors.md'),
    'utf8'
  );
  for (const name of namesIn(sampleValues(kind, 'de'))) expect(handbook).toContain(`\`${name}\``);
});

it('says nothing where nothing was written', () => {
  expect(problemWith(fields(), values)).toBeNull();
  expect(fillTemplate(fields({ subject: '  ' }), values)).toEqual({
    subject: null,
    preheader: null,
    heading: null,
    intro: [],
    button: null,
    blocks: [],
  });
});

it('makes one line of a subject, and paragraphs of lines', () => {
  const words = fillTemplate(
    fields({ subject: 'Dear\r\nBcc: {{ attendee.firstName }}', intro: 'One\n\n Two \n' }),
    values
  );
  expect(words).toMatchObject({ subject: 'Dear Bcc: Alex', intro: ['One', 'Two'] });
});

it('leaves a link out that is none', () => {
  const block = { heading: null, text: 'Text', linkText: 'Click' };
  const words = fillTemplate(
    fields({
      blocks: [
        { ...block, linkUrl: 'javascript:alert(1)' },
        { ...block, linkUrl: 'https://example.org' },
      ],
    }),
    values
  );
  expect(words.blocks.map(({ link }) => link)).toEqual([
    null,
    { text: 'Click', url: 'https://example.org' },
  ]);
});

it('names the field that is wrong, that of a block, too', () => {
  const block = { heading: null, text: '{{ x }}', linkText: null, linkUrl: null };
  expect(problemWith(fields({ blocks: [block] }), values)).toEqual({
    field: 'blocks.text',
    reason: 'unknown_variable',
    part: 'x',
  });
});

it('leaves room in what a mail program shows', () => {
  const block = { heading: null, linkText: null, linkUrl: null };
  const most = (text: string, count: number) =>
    problemWith(fields({ blocks: Array(count).fill({ ...block, text }) }), values);
  expect(most('a'.repeat(4900), 8)).toBeNull();
  const tooLong = { field: 'blocks.text', reason: 'too_long', part: '' };
  expect(most('a'.repeat(4900), 9)).toEqual(tooLong);
  expect(most('ö'.repeat(4900), 2)).toEqual(tooLong);
  expect(most('a\n'.repeat(400), 2)).toEqual(tooLong);
});

it('is plain until one of its texts does more than name a value', () => {
  expect(isPlainTemplate(fields({ intro: '{{ attendee.name }}' }))).toBe(true);
  const block = { heading: null, text: '{% if rank %}x{% endif %}', linkText: null, linkUrl: null };
  expect(isPlainTemplate(fields({ blocks: [block] }))).toBe(false);
});
