import type { Locale } from '../../../../../shared/locales';
import { frame, textFrame } from '../look/mail-frame';
import { link, markup } from '../look/mail-look';
import { supportBlock, textSupportBlock } from '../look/mail-sections';
import type { MailTemplate } from '../look/mail-template';
import { MAIL_TEXTS } from '../words/mail-texts';

/** What organisers write by hand, before anybody's values are in it (`AnnouncementContext`). */
export const announcementTemplate = (_kind: 'announcement', locale: Locale): MailTemplate => {
  const { shared } = MAIL_TEXTS[locale];
  const words = {
    subject: '{{ subject }}',
    preheader: '{{ preheader }}',
    badge: '{{ badge }}',
    heading: '{{ subject }}',
    intro: [],
  };
  return {
    subject: words.subject,
    mjml: frame({
      locale,
      words,
      tone: 'news',
      greeting: shared.greeting,
      content: supportBlock(shared),
      footerLinks: `<p style="margin:0 0 10px;">{% if session.url %}${link('{{ session.url }}', markup(shared.aboutSession))} &nbsp;·&nbsp; {% endif %}${link('{{ manageUrl }}', markup(shared.manage))} &nbsp;·&nbsp; ${link('{{ unsubscribeUrl }}', markup(shared.unsubscribe))}</p>`,
    }),
    text: textFrame({
      words,
      greeting: shared.greeting,
      content: [textSupportBlock(shared)],
      footerLinks: `{% if session.url %}${shared.aboutSession}: {{ session.url }}\n{% endif %}${shared.manage}: {{ manageUrl }}\n${shared.unsubscribe}: {{ unsubscribeUrl }}`,
    }),
  };
};
