import { isPlain, isProblem, readText } from './template-language';

const SAMPLE = {
  attendee: { firstName: 'Ada', name: 'Ada Lovelace' },
  session: { title: 'Engines', duration: 90 },
  rank: null as string | null,
};

const read = (text: string) => readText(text, SAMPLE);

const fill = (text: string, values: object = SAMPLE) => {
  const parsed = readText(text, SAMPLE);
  if (isProblem(parsed)) throw new Error(`${parsed.reason}: ${parsed.part}`);
  return parsed.fill(values);
};

it('puts values in their places', () => {
  expect(fill('Dear {{ attendee.firstName }}, {{ session.duration }} minutes')).toBe(
    'Dear Ada, 90 minutes'
  );
});

it('chooses, and says nothing where there is nothing', () => {
  expect(fill('{% if rank %}Number {{ rank }}{% else %}No queue{% endif %}{{ rank }}')).toBe(
    'No queue'
  );
  expect(fill('{{ rank | default: "soon" | upcase }}')).toBe('SOON');
});

it.each([
  ['{{ atendee.firstName }}', 'atendee.firstName'],
  ['{{ attendee.surname }}', 'attendee.surname'],
  ['{% if rank %}{{ hidden }}{% endif %}', 'hidden'],
  ['{{ attendee }}', 'attendee'],
  ['{{ attendee.constructor }}', 'attendee.constructor'],
  ['{{ session.title.length }}', 'session.title.length'],
  ['{{ session[attendee.name] }}', 'session.[attendee.name]'],
])('names the variable in %s that nobody knows', (text, part) => {
  expect(read(text)).toEqual({ reason: 'unknown_variable', part });
});

it.each([
  ['{% for a in session %}x{% endfor %}', 'for'],
  ['{% include "/etc/passwd" %}', 'include'],
  ['{% render "a" %}', 'render'],
  ['{% assign rank = 1 %}', 'assign'],
  ['{{ session.title | where: "a" }}', 'where'],
])('allows no %s', (text, part) => {
  expect(read(text)).toEqual({ reason: 'not_allowed', part });
});

it.each(['{{ session.title', '{% if rank %}never closed', '{{ | }}'])(
  'says of %s that it is broken',
  (text) => {
    expect(read(text)).toMatchObject({ reason: 'broken' });
  }
);

it('takes no text without end, and lets none eat up the memory', () => {
  expect(read('a'.repeat(5001))).toEqual({ reason: 'broken', part: '' });
  const doubled = `{{ session.title${' | append: session.title'.repeat(30)} }}`;
  const values = { ...SAMPLE, session: { title: 'a'.repeat(50_000), duration: 1 } };
  expect(() => fill(doubled, values)).toThrow(/limit/);
});

it.each([
  ['Dear {{ attendee.name }}', true],
  ['{{ attendee.name | upcase }}', false],
  ['{% if rank %}x{% endif %}', false],
  ['a | b', true],
  ['{{- attendee.name -}} and {{rank}}', true],
  ['{{ "}" | append: attendee.name | upcase }}', false],
  ['{{ attendee.firstName == "Ada" }}', false],
])('tells that %s needs no more than values: %s', (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});
