import { searchTerms, wordsOf } from './search-words';

const finds = (search: string, text: string) => {
  const words = wordsOf(text);
  return searchTerms(search).every(({ forms, beginnings }) =>
    words.some((known) =>
      known.some(
        (word) => forms.includes(word) || beginnings.some((beginning) => word.startsWith(beginning))
      )
    )
  );
};

describe('words', () => {
  it.each(['führung', 'Führungen', 'fuehrung', 'FUEHRUNGEN', 'Führ', 'fueh'])(
    'lets %s find every form of the same word',
    (search) => {
      for (const text of [
        'Gute Führung',
        'Führungen leicht gemacht',
        'FÜHRUNG',
        'fuehrung',
        'Führungskraft',
      ]) {
        expect({ search, text, isFound: finds(search, text) }).toEqual({
          search,
          text,
          isFound: true,
        });
      }
    }
  );

  it.each([
    ['straße', 'Strasse'],
    ['strasse', 'Straße'],
    ['cafe', 'Café'],
    ['strategy', 'Strategies for growth'],
    ['negotiating', 'How to negotiate'],
    ['häuser', 'Das Haus'],
    ['ai 2026', 'Trends 2026: AI'],
    ['москва', 'Москва'],
  ])('lets %s find %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  it('wants every word of a search, and only the last as a beginning', () => {
    expect(finds('lead team', 'Teams and leadership')).toBe(false);
    expect(finds('team lead', 'Teams and leadership')).toBe(true);
    expect(finds('team sales', 'Teams and leadership')).toBe(false);
  });

  it('are no beginnings as short stems', () => {
    expect(finds('running', 'The runway')).toBe(false);
  });

  it('are letters and digits, whatever else a search holds', () => {
    const [term] = searchTerms(`"'a* OR (b) -- \\ :* & | ! < > \0 %`);
    expect(term?.forms).toEqual(['a']);
    expect(searchTerms('"*()!&')).toEqual([]);
    expect(searchTerms('\u26a0\ufe0f \u0301')).toEqual([]);
    expect(wordsOf('AI \u26a0\ufe0f')).toEqual([['ai']]);
    expect(wordsOf('constructor __proto__')).toHaveLength(2);
    expect(searchTerms('x'.repeat(10_000))[0]?.forms[0]).toHaveLength(60);
  });

  it('are taken once each and not more than twelve, the one that is being written among them', () => {
    const formsOf = (search: string) => searchTerms(search).map(({ forms }) => forms[0]);
    expect(formsOf('a b a b c')).toEqual(['a', 'b', 'c']);
    const many = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    expect(formsOf(many)).toHaveLength(12);
    expect(formsOf(many).at(-1)).toBe('w39');
  });
});
