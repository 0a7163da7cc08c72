/** Only what a browser opens as a page may become a link: no `javascript:`, no `file:`. */
export const isWebAddress = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url);

/** The address if it may become a link, else null. */
export const webAddress = (url: string | null): string | null =>
  url !== null && isWebAddress(url) ? url : null;

/** The whole address of what may be a path on this server, as uploads are. */
export const wholeAddress = (url: string | null | undefined, publicUrl: string): string | null => {
  if (!url) return null;
  return webAddress(url.startsWith('/') ? `${publicUrl}${url}` : url);
};
