import XmlBuilder from 'fast-xml-builder';

/** An element's children by name, a list where there are several; `@_` begins an attribute, `#text` is its text. */
export type XmlNode = { [name: string]: string | XmlNode | readonly XmlNode[] | readonly string[] };

const builder = new XmlBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** Writes an XML 1.0 document. Texts are escaped, and rid of what no XML may hold, escaped or not. */
export const writeXml = (root: XmlNode): string =>
  builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...lawful(root) });

const lawful = (node: XmlNode): XmlNode =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, lawfulValue(value)]));

const lawfulValue = (value: XmlNode[string]): XmlNode[string] => {
  if (typeof value === 'string') return value.replace(UNLAWFUL, '');
  if (isList(value)) return value.map((each) => lawfulValue(each)) as readonly string[];
  return lawful(value);
};

const isList = (value: XmlNode[string]): value is readonly XmlNode[] | readonly string[] =>
  Array.isArray(value);

/** XML 1.0, 2.2: control characters, halves of surrogate pairs and two that are no characters. */
const UNLAWFUL = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
