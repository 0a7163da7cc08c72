import type { StaffMailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { box, fact, textBox, type BoxParts } from '../look/mail-box';
import { frame, textFrame } from '../look/mail-frame';
import { link, markup, orOwn, type Tone } from '../look/mail-look';
import { supportBlock, textSupportBlock } from '../look/mail-sections';
import type { MailTemplate } from '../look/mail-template';
import { ownBlocks, textOwnBlocks } from '../look/own-blocks';
import { MAIL_TEXTS } from '../words/mail-texts';
import { STAFF_SECTIONS, STAFF_TEXT_SECTIONS, type StaffSection } from './staff-sections';
import { STAFF_TEXTS, STAFF_WORDS } from './staff-texts';

/** What follows the session, in this order. */
const SECTIONS: Record<StaffMailKind, readonly StaffSection[]> = {
  'speaker-confirmation': ['setUp', 'admin'],
  'speaker-alert': ['figures', 'insights', 'questions', 'setUp', 'admin'],
  'manager-summary': ['figures', 'trend', 'insights', 'questions', 'attendees', 'admin', 'setUp'],
};

const TONES: Record<StaffMailKind, Tone> = {
  'speaker-confirmation': 'good',
  'speaker-alert': 'news',
  'manager-summary': 'news',
};

/** A mail to staff before its values are in it (`StaffContext`). */
export const staffTemplate = (kind: StaffMailKind, locale: Locale): MailTemplate => {
  const { shared } = MAIL_TEXTS[locale];
  const staff = STAFF_WORDS[locale];
  const words = STAFF_TEXTS[locale][kind];
  const parts: BoxParts = {
    shared,
    button: words.button,
    wayIn: staff.wayIn,
    isOver: false,
    isCancelled: false,
    facts: {
      html: `{% if role %}${fact(staff.role, '{{ role }}')}{% endif %}`,
      text: `{% if role %}\n${staff.role}: {{ role }}{% endif %}`,
    },
  };
  return {
    subject: orOwn('subject', words.subject),
    mjml: frame({
      locale,
      words,
      tone: TONES[kind],
      greeting: staff.greeting,
      content: [
        box(parts),
        ownBlocks,
        ...SECTIONS[kind].map((section) => STAFF_SECTIONS[section](staff)),
        supportBlock(shared),
      ].join(''),
      footerLinks: `{% if session.url %}<p style="margin:0 0 10px;">${link('{{ session.url }}', markup(shared.aboutSession))}</p>{% endif %}`,
    }),
    text: textFrame({
      words,
      greeting: staff.greeting,
      content: [
        textBox(parts),
        textOwnBlocks,
        ...SECTIONS[kind].map((section) => STAFF_TEXT_SECTIONS[section](staff)),
        textSupportBlock(shared),
      ],
      footerLinks: `{% if session.url %}${shared.aboutSession}: {{ session.url }}{% endif %}`,
    }),
  };
};
