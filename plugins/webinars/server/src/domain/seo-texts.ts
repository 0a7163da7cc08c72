import type { RegistrationAvailability } from './placement';
import { cutAtWord } from './short-text';
import type { Language } from './language';

/** What search engines show of a page before they cut it off themselves. */
export const SEO_LIMITS = { title: 60, description: 150, socialTitle: 95, socialDescription: 200 };

/** `[title] - Free Expert Session | [brand]` (spec: Dynamic Title Generation), or as much of it as there is room for. */
export const seoTitle = ({
  title,
  brand,
  isFree,
  language,
}: {
  title: string;
  brand: string | null;
  isFree: boolean;
  language: Language;
}): string => {
  const kind = WORDS[language][isFree ? 'freeSession' : 'session'];
  const end = brand === null ? '' : ` | ${brand}`;
  const candidates = [`${title} - ${kind}${end}`, `${title}${end}`, `${title} - ${kind}`];
  return (
    candidates.find(({ length }) => length <= SEO_LIMITS.title) ??
    cutAtWord(title, SEO_LIMITS.title)
  );
};

export type SeoFacts = {
  language: Language;
  /** As in `Oct 01, 2026, 16:00 CEST`. */
  when: string;
  /** Who presents, as they are called. */
  speaker: string | null;
  /** What it is about, in plain text. */
  summary: string | null;
  isFree: boolean;
  registrationState: RegistrationAvailability;
};

/** Date, time and presenter, what it is about, and what to do: the middle is what gives way. */
export const seoDescription = (facts: SeoFacts): string => {
  const words = WORDS[facts.language];
  const call = callToAction(facts);
  const withSpeaker = facts.speaker === null ? '' : ` ${words.with(facts.speaker)}`;
  const limit = SEO_LIMITS.description - (call === '' ? 0 : call.length + 1);
  const heads = [`${facts.when}${withSpeaker}`, facts.when];
  const head = heads.find(({ length }) => length <= limit) ?? cutAtWord(facts.when, limit);
  const room = limit - head.length - 2;
  const summary =
    facts.summary !== null && room >= LEAST_SUMMARY ? cutAtWord(facts.summary, room) : '';
  const about = summary === '' ? `${head}.` : `${head}: ${ended(summary, room)}`;
  return [about, call].filter(Boolean).join(' ');
};

/** Fewer characters say nothing. */
const LEAST_SUMMARY = 20;

const ended = (text: string, room: number) =>
  /[.!?…]$/u.test(text) || text.length >= room ? text : `${text}.`;

const callToAction = ({ language, registrationState, isFree }: SeoFacts): string => {
  const words = WORDS[language];
  if (registrationState !== 'open') return words.calls[registrationState];
  return isFree ? words.registerFree : words.register;
};

/** `[title] – with [speaker]`: networks have more room than search engines. */
export const socialTitle = ({
  title,
  speaker,
  language,
}: {
  title: string;
  speaker: string | null;
  language: Language;
}): string => {
  const whole = speaker === null ? title : `${title} – ${WORDS[language].with(speaker)}`;
  return whole.length <= SEO_LIMITS.socialTitle ? whole : cutAtWord(title, SEO_LIMITS.socialTitle);
};

/** How many registrations are worth mentioning. */
const LEAST_CROWD = 10;

/** What an editor wrote for networks comes before what the page says, and a crowd before both. */
export const socialDescription = ({
  copy,
  description,
  registrationCount,
  isOver,
  language,
}: {
  copy: string | null;
  description: string;
  registrationCount: number;
  isOver: boolean;
  language: Language;
}): string => {
  const isCrowd = !isOver && copy === null && registrationCount >= LEAST_CROWD;
  const crowd = isCrowd ? `${WORDS[language].crowd(registrationCount)} ` : '';
  return cutAtWord(`${crowd}${copy ?? description}`, SEO_LIMITS.socialDescription);
};

type Words = {
  freeSession: string;
  session: string;
  with: (speaker: string) => string;
  registerFree: string;
  register: string;
  crowd: (count: number) => string;
  calls: Record<Exclude<RegistrationAvailability, 'open'>, string>;
};

const WORDS: Record<Language, Words> = {
  en: {
    freeSession: 'Free Expert Session',
    session: 'Expert Session',
    with: (speaker) => `with ${speaker}`,
    registerFree: 'Register now for free.',
    register: 'Register now.',
    crowd: (count) => `${count} people have registered already.`,
    calls: {
      waitlist: 'Join the waitlist.',
      approval: 'Request your place.',
      not_open: 'Registration opens soon.',
      closed: '',
      full: 'Fully booked.',
      cancelled: 'Cancelled.',
      ended: '',
    },
  },
  de: {
    freeSession: 'Kostenloses Experten-Webinar',
    session: 'Experten-Webinar',
    with: (speaker) => `mit ${speaker}`,
    registerFree: 'Jetzt kostenlos anmelden.',
    register: 'Jetzt anmelden.',
    crowd: (count) => `${count} Personen sind bereits angemeldet.`,
    calls: {
      waitlist: 'Jetzt auf die Warteliste.',
      approval: 'Jetzt Platz anfragen.',
      not_open: 'Die Anmeldung öffnet bald.',
      closed: '',
      full: 'Ausgebucht.',
      cancelled: 'Abgesagt.',
      ended: '',
    },
  },
};
