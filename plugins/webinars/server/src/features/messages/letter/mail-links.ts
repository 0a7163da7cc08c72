import type { Locale } from '../../../../../shared/locales';
import { manageUrl, personalUrl, sessionUrl, type SiteLinks } from './links';
import type { MailLinks, MailRecipient, MailSession } from './mail-subject';

export type LinkDeps = {
  siteUrl: string;
  publicUrl: string;
  signToken: (purpose: LinkPurpose, recipient: MailRecipient) => string;
};

type LinkPurpose = 'manage' | 'join' | 'feedback' | 'unsubscribe';

/** Where a registrant's mail leads. */
export const linksFor = (
  { siteUrl, publicUrl, signToken }: LinkDeps,
  {
    recipient,
    session,
    patterns,
    locale,
  }: {
    recipient: MailRecipient;
    session: MailSession;
    patterns: SiteLinks['patterns'];
    locale: Locale;
  }
): MailLinks => {
  const site = { siteUrl, publicUrl, patterns };
  return {
    manage: manageUrl(site, signToken('manage', recipient), locale),
    join: personalUrl(site, 'join', signToken('join', recipient)),
    feedback: personalUrl(site, 'feedback', signToken('feedback', recipient)),
    unsubscribe: personalUrl(site, 'unsubscribe', signToken('unsubscribe', recipient)),
    feed: null,
    session: sessionUrl(site, session.slug, locale),
    program: siteUrl === '' ? null : siteUrl,
  };
};
