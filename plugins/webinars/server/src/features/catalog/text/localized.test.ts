import { inOrderOf } from '../../../../../shared/locales';
import { firstFilled, groupByDocument } from './localized';

const en = { documentId: 'a', locale: 'en' as const, title: 'Title', agenda: ['Welcome'] };
const de = { documentId: 'a', locale: 'de' as const, title: '', agenda: [] as string[] };

describe('texts in several languages', () => {
  it('come in the wanted language before the default one', () => {
    expect(inOrderOf([en, de], 'de').map(({ locale }) => locale)).toEqual(['de', 'en']);
    expect(inOrderOf([de, en], 'en').map(({ locale }) => locale)).toEqual(['en', 'de']);
  });

  it('fall back field by field', () => {
    const versions = inOrderOf([en, { ...de, title: 'Titel' }], 'de');
    expect(firstFilled(versions, 'title')).toBe('Titel');
    expect(firstFilled(versions, 'agenda')).toEqual(['Welcome']);
  });

  it('are shown in whatever language there is, rather than not at all', () => {
    expect(firstFilled(inOrderOf([{ ...de, title: 'Titel' }], 'en'), 'title')).toBe('Titel');
    expect(firstFilled(inOrderOf([], 'en'), 'title')).toBeNull();
  });

  it('belong together by document', () => {
    const other = { ...en, documentId: 'b' };
    expect(groupByDocument([en, other, de])).toEqual(
      new Map([
        ['a', [en, de]],
        ['b', [other]],
      ])
    );
  });
});
