import { webAddress } from '../../../domain/web-address';
import type { Locale } from '../../../../../shared/locales';
import type { MailLinks, MailProgram, MailRecipient, MailSession } from './mail-subject';
import { MAIL_TEXTS } from '../words/mail-texts';

/** One line without control characters: what becomes a header must not be able to begin another one. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

export const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `language` is that of the mail. */
export const sessionOf = (
  { title, durationMinutes, language: spoken, speakers }: MailSession,
  { url, language }: { url: string | null; language: Locale }
) => ({
  title: oneLine(title),
  url,
  /** Minutes. */
  duration: durationMinutes,
  language: MAIL_TEXTS[language].shared.languages[spoken],
  speakers: speakers.map(oneLine).join(', '),
});

export const attendeeOf = ({ firstName, lastName }: MailRecipient) => ({
  name: oneLine(`${firstName} ${lastName}`),
  firstName: oneLine(firstName),
});

export const preparationOf = ({ prerequisites, materials, materialsUrl }: MailSession) => {
  const safe = materials.map(({ title, url }) => ({ title, url: webAddress(url) }));
  const folder = webAddress(materialsUrl);
  return {
    text: linesOf(prerequisites),
    materials:
      folder === null
        ? safe
        : [...safe, { title: new URL(folder).hostname.replace(/^www\./, ''), url: folder }],
  };
};

export const expertOf = ({ expert }: Pick<MailSession, 'expert'>) =>
  expert === null
    ? null
    : {
        name: oneLine(expert.name),
        expertise: expert.expertise,
        linkedIn: webAddress(expert.linkedinUrl),
        consultation: webAddress(expert.consultationUrl),
      };

/** Both open a window with the post in it; nothing is published without the registrant's own click. */
export const shareLinks = ({ post, url }: { post: string; url: string | null }) => {
  const whole = url === null ? post : `${post} ${url}`;
  const linkedIn = new URLSearchParams({ shareActive: 'true', text: whole });
  const x = new URLSearchParams(url === null ? { text: post } : { text: post, url });
  return {
    post: whole,
    linkedIn: `https://www.linkedin.com/feed/?${linkedIn}`,
    x: `https://x.com/intent/post?${x}`,
  };
};

export const programOf = (program: MailProgram, footer: string) => ({
  name: oneLine(program.name),
  url: webAddress(program.companyUrl),
  logo: webAddress(program.logoUrl),
  company: program.companyName,
  address: linesOf(program.companyAddress),
  footer: linesOf(footer),
});

export const supportOf = ({ supportEmail, supportPhone }: MailProgram) => ({
  email: supportEmail,
  phone: supportPhone,
  phoneLink: (supportPhone ?? '').replace(/[^+\d]/g, ''),
});

export type WayIn = { url: string; password: string | null };

/** Always the registrant's own: a meeting that is entered by its bare address does not learn who was there. */
export const wayInOf = (
  { meetingUrl, meetingPassword }: Pick<MailSession, 'meetingUrl' | 'meetingPassword'>,
  { join }: Pick<MailLinks, 'join'>
): WayIn | null =>
  webAddress(meetingUrl) === null ? null : { url: join, password: meetingPassword };
