import { link } from './calendar-links';
import { cutAtWord } from './short-text';

type Network = 'linkedin' | 'x' | 'facebook' | 'mail' | 'whatsapp';

export type ShareFacts = {
  /** The page that is shared. */
  url: string;
  /** Names the campaign: the session's slug. */
  campaign: string;
  title: string;
  /** What is said about it; whoever shares may change it. */
  text: string;
  /** The same for X, where people are called by their handles. */
  shortText: string;
  /** Without their `#`. */
  hashtags: readonly string[];
  /** Who shares it; null: nobody whom it counts for. */
  ref: string | null;
};

export type ShareLinks = Record<Network, string>;

/** A post of 280 characters, in which any address counts for 23. */
const POST = { limit: 280, address: 23 };

/** Links that open a network, or a mail, with the page and a message filled in. */
export const shareLinks = (facts: ShareFacts): ShareLinks => {
  const { title, text, hashtags } = facts;
  const tags = hashtags.map((tag) => `#${tag}`).join(' ');
  const message = [text, tags].filter(Boolean).join('\n\n');
  const address = (network: Network) => trackedAddress(facts, network);
  return {
    linkedin: link('https://www.linkedin.com/feed/', {
      shareActive: 'true',
      shareUrl: address('linkedin'),
      text: `${message}\n\n${address('linkedin')}`,
    }),
    x: link('https://x.com/intent/tweet', {
      text: cutAtWord(facts.shortText, POST.limit - POST.address - tags.length - 2),
      url: address('x'),
      ...(hashtags.length > 0 && { hashtags: hashtags.join(',') }),
    }),
    facebook: link('https://www.facebook.com/sharer/sharer.php', {
      u: address('facebook'),
      quote: text,
      ...(hashtags[0] !== undefined && { hashtag: `#${hashtags[0]}` }),
    }),
    // RFC 6068: line breaks are CR and LF.
    mail: link('mailto:', {
      subject: title,
      body: `${text}\n\n${address('mail')}\n`.replace(/\n/g, '\r\n'),
    }),
    whatsapp: link('https://wa.me/', { text: `${text}\n${address('whatsapp')}` }),
  };
};

/** Says where a visitor comes from, and on whose word. */
export const trackedAddress = (
  { url, campaign, ref }: Pick<ShareFacts, 'url' | 'campaign' | 'ref'>,
  network: Network | null
): string => {
  const address = new URL(url);
  if (network !== null) {
    address.searchParams.set('utm_source', network);
    address.searchParams.set('utm_medium', network === 'mail' ? 'email' : 'social');
    address.searchParams.set('utm_campaign', campaign);
  }
  if (ref !== null) address.searchParams.set('ref', ref);
  return address.toString();
};

/** `Künstliche Intelligenz` is `#KünstlicheIntelligenz`: networks end a hashtag at the first other character. */
export const hashtagsOf = (names: readonly string[], most = 5): string[] => {
  const tags = names.map((name) =>
    name
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  );
  return [...new Set(tags.filter((tag) => /\p{L}/u.test(tag)))].slice(0, most);
};
