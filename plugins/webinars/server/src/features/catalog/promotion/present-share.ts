import type { Locale } from '../../../../../shared/locales';
import type { Share } from '../../../../../shared/promotion';
import { hashtagsOf, shareLinks, trackedAddress } from '../../../domain/share-links';
import { personName } from '../../../domain/person-name';
import { plainText } from '../text/plain-text';
import type { PlainSession } from './promote-session';
import { xHandle } from './social-handle';

/** Links for sharing a session's page; null while it has none. */
export const presentShare = ({
  session,
  locale,
  url,
  ref,
}: {
  session: PlainSession;
  locale: Locale;
  url: string | null;
  ref: string | null;
}): Share | null => {
  if (url === null) return null;
  const { speaker, topic, slug: campaign } = session;
  const name = speaker === null ? null : personName(speaker);
  const handle = speaker === null ? null : xHandle(speaker.socialHandles.x);
  const text = messageOf({ session, locale, speaker: name });
  const hashtags = hashtagsOf(topic?.tags.map((tag) => tag.name) ?? []);
  return {
    url: trackedAddress({ url, campaign, ref }, null),
    text,
    hashtags,
    links: shareLinks({
      url,
      campaign,
      title: session.title,
      text,
      shortText: messageOf({ session, locale, speaker: handle ?? name }),
      hashtags,
      ref,
    }),
  };
};

/** What an editor wrote for networks comes first. */
const messageOf = ({
  session,
  locale,
  speaker,
}: {
  session: PlainSession;
  locale: Locale;
  speaker: string | null;
}) => {
  const { dateText, time, zone } = session.local;
  const withSpeaker = speaker === null ? '' : ` ${WITH[locale]} ${speaker}`;
  return (
    plainText(session.socialMediaCopy) ??
    `${session.title}${withSpeaker}: ${dateText}, ${time} ${zone}`
  );
};

const WITH: Record<Locale, string> = { en: 'with', de: 'mit' };
