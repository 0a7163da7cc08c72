import type { LocalSpan } from '../../../domain/local-time';
import type { attendeeOf, sessionOf } from '../letter/mail-parts';

type Offering = {
  program: { name: string };
  support: { email: string | null; phone: string | null };
  session: ReturnType<typeof sessionOf>;
  when: LocalSpan;
  startsIn: string;
};

type ToRegistrant = Offering & {
  attendee: ReturnType<typeof attendeeOf>;
  reference: string;
  rank: string | null;
  deadline: string | null;
  expert: { name: string; expertise: string | null } | null;
  manageUrl: string;
  joinUrl: string;
  feedbackUrl: string;
};

type ToStaff = Offering & {
  member: { name: string; firstName: string };
  role: string | null;
  figures: { confirmed: number; waitlisted: number; undecided: number };
};

/** What editors may name in mails to registrants. Each is a word, a number or nothing, and is in the editors' docs. */
export const offeredToRegistrants = (context: ToRegistrant) => ({
  ...shared(context),
  attendee: { name: context.attendee.name, firstName: context.attendee.firstName },
  expert: {
    name: context.expert?.name ?? null,
    expertise: context.expert?.expertise ?? null,
  },
  reference: context.reference,
  rank: context.rank,
  deadline: context.deadline,
  manageUrl: context.manageUrl,
  joinUrl: context.joinUrl,
  feedbackUrl: context.feedbackUrl,
});

/** And in mails to staff. */
export const offeredToStaff = (context: ToStaff) => ({
  ...shared(context),
  member: { name: context.member.name, firstName: context.member.firstName },
  role: context.role,
  figures: {
    confirmed: context.figures.confirmed,
    waitlisted: context.figures.waitlisted,
    undecided: context.figures.undecided,
  },
});

const shared = ({ program, support, session, when, startsIn }: Offering) => ({
  program: { name: program.name },
  support: { email: support.email, phone: support.phone },
  session: {
    title: session.title,
    url: session.url,
    duration: session.duration,
    language: session.language,
    speakers: session.speakers,
  },
  when: { date: when.date, time: when.time, zone: when.zone, text: when.text },
  startsIn,
});

/** Names with their places, such as `session.title`. */
export const namesIn = (values: object, before = ''): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? namesIn(value, `${before}${name}.`)
      : [`${before}${name}`]
  );
