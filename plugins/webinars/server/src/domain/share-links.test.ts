import { hashtagsOf, shareLinks, trackedAddress } from './share-links';

const facts = {
  url: 'https://www.example.org/de/webinare/mut',
  campaign: 'mut',
  title: 'Übung & Mut #1',
  text: 'Übung & Mut 🚀 mit Ada Lovelace',
  shortText: 'Übung & Mut 🚀 mit @ada',
  hashtags: ['KI', 'KünstlicheIntelligenz'],
  ref: 'a_b-1',
};
const links = shareLinks(facts);
const read = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('a link for sharing', () => {
  it('carries the page, and says where its visitors come from and on whose word', () => {
    const pages = [
      ['linkedin', read(links.linkedin).shareUrl],
      ['x', read(links.x).url],
      ['facebook', read(links.facebook).u],
    ] as const;
    for (const [network, page] of pages) {
      const { searchParams, pathname } = new URL(page ?? '');
      expect(pathname).toBe('/de/webinare/mut');
      expect(Object.fromEntries(searchParams)).toEqual({
        utm_source: network,
        utm_medium: 'social',
        utm_campaign: 'mut',
        ref: 'a_b-1',
      });
    }
  });

  it('holds a message that a front end may replace', () => {
    const address = new URL(links.x);
    expect(address.searchParams.get('text')).toBe(facts.shortText);
    address.searchParams.set('text', 'Kommt alle!');
    expect(read(address.toString())).toMatchObject({
      text: 'Kommt alle!',
      hashtags: 'KI,KünstlicheIntelligenz',
    });
  });

  it('says the same on every network in its own way', () => {
    expect(read(links.linkedin).text).toContain(
      `${facts.text}\n\n#KI #KünstlicheIntelligenz\n\nhttps://`
    );
    expect(read(links.facebook)).toMatchObject({ quote: facts.text, hashtag: '#KI' });
    expect(read(links.whatsapp).text).toContain(`${facts.text}\nhttps://www.example.org/`);
    const mail = new URL(links.mail);
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('subject')).toBe(facts.title);
    expect(mail.searchParams.get('body')).toMatch(/Lovelace\r\n\r\nhttps:\/\/\S+\r\n$/);
    expect(links.mail).not.toContain('+');
  });

  it('leaves room on X for the address and the hashtags', () => {
    const { text = '' } = read(shareLinks({ ...facts, shortText: 'Mut '.repeat(200) }).x);
    expect(text.length + 1 + 23 + ' #KI #KünstlicheIntelligenz'.length).toBeLessThanOrEqual(280);
  });

  it('does without hashtags and without a referrer', () => {
    const plain = shareLinks({ ...facts, hashtags: [], ref: null });
    expect(read(plain.x)).not.toHaveProperty('hashtags');
    expect(plain.facebook).not.toContain('ref%3D');
  });

  it('keeps what the address of the page has already', () => {
    const url = 'https://www.example.org/w?s=mut';
    expect(trackedAddress({ url, campaign: 'mut', ref: 'x' }, null)).toBe(`${url}&ref=x`);
  });
});

describe('hashtags', () => {
  it('are made of the names of tags', () => {
    expect(
      hashtagsOf(['AI pilot', 'künstliche-Intelligenz', 'C#', '2026', '🚀', 'AI Pilot'])
    ).toEqual(['AIPilot', 'KünstlicheIntelligenz', 'C']);
    expect(hashtagsOf(['a', 'b', 'c', 'd', 'e', 'f'])).toHaveLength(5);
  });
});
