/** Closed lists of values, as content types store them and clients read them. States, which rules read, are in `domain`. */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'] as const;

export const TOPIC_STATES = ['draft', 'active', 'archived'] as const;
export const DIFFICULTY_LEVELS = ['beginner', 'intermediate', 'advanced'] as const;

export const SESSION_TYPES = ['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'] as const;
export const CONSULTANT_ROLES = ['presenter', 'facilitator', 'advisor'] as const;
export const INTERACTION_LEVELS = ['lecture', 'interactive', 'hands-on'] as const;
export const PLATFORMS = ['zoom', 'teams', 'webex', 'custom'] as const;

export const CONSULTANT_TYPES = ['internal', 'external', 'partner'] as const;
export const AVAILABILITIES = ['available', 'busy', 'unavailable'] as const;

export const PAYMENT_STATUSES = [
  'not_required',
  'pending',
  'completed',
  'failed',
  'refunded',
] as const;
export const CANCELLATION_REASONS = ['attendee', 'editor', 'session_cancelled'] as const;
export const EXPERIENCE_LEVELS = ['junior', 'senior', 'expert'] as const;
export const PANEL_SIZES = ['single', 'small-panel', 'large-panel'] as const;

export const FOLLOW_UP_PREFERENCES = ['email', 'consultation', 'resources', 'none'] as const;

/** Every kind of mail whose words editors may change, in the order of a registrant's way. */
export const TEMPLATE_KINDS = [
  'confirmation',
  'approval-pending',
  'approved',
  'rejected',
  'waitlist-joined',
  'waitlist-offer',
  'offer-expired',
  'reminder-initial',
  'reminder-final',
  'reminder-last-chance',
  'session-moved',
  'access-changed',
  'session-renamed',
  'session-cancelled',
  'cancelled-by-attendee',
  'cancelled-by-organizer',
  'manage-link',
  'calendar-feed',
  'follow-up-attended',
  'follow-up-missed',
  'feedback-request',
  'speaker-confirmation',
  'speaker-alert',
  'manager-summary',
] as const;

export const CONSENT_KINDS = [
  'terms',
  'privacy',
  'marketing',
  'consultant-follow-up',
  'data-processing',
] as const;
