import type { SessionState } from '../../../domain/session';

export type StageRole = 'speaker' | 'panelist' | 'moderator';

/** Somebody on stage, or who manages the programme, as a mail needs to know them. */
export type StaffMember = {
  documentId: string;
  name: string;
  firstName: string;
  email: string;
  isActive: boolean;
  /** One of the house may have a way into the admin; others are not led there. */
  isInternal: boolean;
};

/** What a mail to staff depends on, as it stands when it is to be sent. */
export type StaffCase = {
  member: StaffMember | null;
  /** What they do in the session; null: nothing any more. */
  role: StageRole | null;
  isManager: boolean;
  /** Whether the manager wants to hear of sessions that draw near. */
  wantsSummaries: boolean;
  session: { phase: SessionState; startsAt: Date; language: 'en' | 'de'; version: string };
};

/** The most frequent of what registrants said, and how many different answers there are besides. */
export type Tally = { top: readonly { name: string; count: number }[]; more: number };

/** Who has registered, without anybody's name. */
export type Audience = {
  confirmed: number;
  waitlisted: number;
  undecided: number;
  /** null: as many as like. */
  seats: number | null;
  companies: Tally;
  positions: Tally;
  industries: Tally;
  languages: Tally;
  sources: Tally;
  questions: readonly string[];
  moreQuestions: number;
};

export type Attendee = { name: string; email: string; company: string; position: string | null };

/** What only who manages the programme hears. */
export type ManagerFigures = {
  attendees: readonly Attendee[];
  /** When people registered, of the days that the trend shows. */
  registeredAt: readonly Date[];
  revenue: readonly { amountMinor: number; currency: string }[];
};
