import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { writeXml } from './xml';

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false });

describe('an XML document', () => {
  it.each([
    ['marks', `</title><script>alert("1")</script> & 'quotes' ]]> <!-- -->`],
    ['letters', 'Übung 🚀 日本'],
    ['entities', '&amp; &#0; &lt;'],
  ])('says what was written: %s', (_, text) => {
    const xml = writeXml({ root: { '@_about': text, title: text } });

    expect(XMLValidator.validate(xml)).toBe(true);
    expect(parser.parse(xml).root).toEqual({ '@_about': text, title: text });
  });

  it('holds no character that XML has none for', () => {
    const xml = writeXml({ root: { title: 'a\u0000b\u0008c\uFFFFd\uD800e\u001B' } });
    expect(parser.parse(xml).root.title).toBe('abcde');
  });

  it('repeats an element for each of a list', () => {
    const xml = writeXml({ root: { item: [{ a: '1' }, { a: '2' }] } });
    expect(xml).toContain('<item><a>1</a></item><item><a>2</a></item>');
  });
});
