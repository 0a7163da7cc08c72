import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';

/**
 * What a text can be found by: each of its words as it is written, and its stems by the rules of English and German,
 * because texts and visitors mix both. An umlaut counts as its vowel and as its vowel with an e. The same words come
 * out of a text and of what is searched for, so that the database has nothing to know about languages.
 */
export const wordsOf = (text: string): string[][] => splitWords(text).map(formsOf);

/** A search: every word must be there in one of its forms; the last may be only the beginning of one. */
export type SearchTerm = { forms: readonly string[]; beginnings: readonly string[] };

export const searchTerms = (text: string): SearchTerm[] => {
  const words = splitWords(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  // Whole words first, each once: what is asked of the database stays small, whatever is typed in.
  const whole = [...new Set(words.slice(0, -1))].slice(0, MOST_TERMS - 1);
  return [
    ...whole.map((word) => ({ forms: formsOf(word), beginnings: [] })),
    { forms: formsOf(last), beginnings: beginningsOf(last) },
  ];
};

/** Nobody finds more by writing more words than that. */
const MOST_TERMS = 12;

/** A stem is one too, unless so short that much begins like it: a plural finds the compounds that its singular finds. */
const beginningsOf = (word: string): string[] => {
  const stems = formsOf(word).filter(({ length }) => length >= LEAST_OF_STEM);
  return [...new Set([...spellingsOf(word), ...stems])];
};

const LEAST_OF_STEM = 5;

/** A word that long is none, and indexes have room for so much. */
const LONGEST_WORD = 60;

const splitWords = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      // A mark that stands alone, as behind an emoji, is no word.
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).map((word) => word.slice(0, LONGEST_WORD));

const FORMS_KEPT = 20_000;
const known = new Map<string, string[]>();

/** Kept: a programme says the same words again and again. */
const formsOf = (word: string): string[] => {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const spellings = spellingsOf(word);
  const forms = new Set(
    spellings.flatMap((spelling) => [spelling, stemEnglish(spelling), stemGerman(spelling)])
  );
  if (known.size >= FORMS_KEPT) known.clear();
  known.set(word, [...forms]);
  return [...forms];
};

const spellingsOf = (word: string): string[] => [
  ...new Set([plain(word), plain(word.replace(/[äöü]/g, (umlaut) => WITH_E[umlaut] ?? umlaut))]),
];

const WITH_E: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' };

/** Without accents. */
const plain = (word: string) =>
  word
    .replace(/[ßæœø]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
