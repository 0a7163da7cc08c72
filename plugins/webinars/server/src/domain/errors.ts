/**
 * Every way in which a use-case can say no. The codes are part of the public contract (`error.details.code`);
 * sentences and HTTP statuses live at the edge, in `shared/errors.ts`.
 */
export const ERROR_CODES = [
  'already_registered',
  'announcement_not_found',
  'draft_submitted',
  'feedback_closed',
  'feedback_not_open',
  'invalid_move',
  'join_not_open',
  'meeting_url_missing',
  'offer_expired',
  'payment_required',
  'price_changed',
  'registration_closed',
  'registration_not_confirmed',
  'registration_not_found',
  'registration_not_open',
  'session_cancelled',
  'session_ended',
  'session_full',
  'session_has_registrations',
  'session_moved_on',
  'session_not_found',
  'session_not_started',
  'session_started',
  'site_url_missing',
  'speaker_not_found',
  'token_invalid',
  'topic_not_found',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal that reached the edge of the system. Carries a code for programs, never a sentence or a status. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {}
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Makes a `switch` over a closed union fail to compile when a member is missing. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
};
