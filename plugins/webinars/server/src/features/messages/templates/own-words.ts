/** What an editor says instead of the built-in words, ready to be put in. null, or nothing: the built-in ones stay. */
export type OwnWords = {
  subject: string | null;
  preheader: string | null;
  heading: string | null;
  intro: readonly string[];
  button: string | null;
  blocks: readonly OwnBlock[];
};

export type OwnBlock = {
  heading: string | null;
  lines: readonly string[];
  link: { text: string; url: string } | null;
};

export const NO_WORDS: OwnWords = {
  subject: null,
  preheader: null,
  heading: null,
  intro: [],
  button: null,
  blocks: [],
};
