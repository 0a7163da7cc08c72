/** `@ada` of what a speaker published, which may be the address of the profile; null: it is no handle. */
export const xHandle = (published: string | null | undefined): string | null => {
  const name = /^(?:https?:\/\/(?:www\.)?(?:x|twitter)\.com\/)?@?(\w{1,15})\/?$/i.exec(
    published?.trim() ?? ''
  )?.[1];
  return name === undefined ? null : `@${name}`;
};
