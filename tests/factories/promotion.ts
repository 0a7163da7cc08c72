import type { PlainSession } from '../../plugins/webinars/server/src/features/catalog/promotion/promote-session';
import type { Brand } from '../../plugins/webinars/server/src/features/catalog/promotion/promotion-store';

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });

/** A session as its page shows it: free, open and without a speaker. */
export const aPlainSession = (overrides: Partial<PlainSession> = {}): PlainSession => ({
  documentId: 'session0000000000000000a',
  slug: 'first-steps',
  locale: 'en',
  title: 'First steps',
  description: 'What it **tells**.',
  status: 'published',
  datetime: '2026-10-01T14:00:00.000Z',
  endsAt: '2026-10-01T15:00:00.000Z',
  duration: 60,
  timezone: 'Europe/Berlin',
  local: {
    timezone: 'Europe/Berlin',
    date: '2026-10-01',
    time: '16:00',
    endDate: '2026-10-01',
    endTime: '17:00',
    zone: 'CEST',
    offset: '+02:00',
    dateText: 'Oct 01, 2026',
  },
  language: 'en',
  sessionType: 'single-speaker',
  series: null,
  price: euros(0),
  earlyBirdPrice: null,
  earlyBirdEndDate: null,
  currentPrice: euros(0),
  registrationCount: 0,
  promotionalImageUrl: null,
  availability: { capacity: null, seatsLeft: null, waitlistCount: 0, registrationState: 'open' },
  registrationOpensAt: null,
  registrationClosesAt: '2026-10-01T14:00:00.000Z',
  requiresApproval: false,
  allowWaitlist: true,
  socialMediaCopy: null,
  consultantFocus: { primaryExpertise: null, secondaryTopics: [], targetAudience: [] },
  consultantConfiguration: { consultantRole: null, interactionLevel: null },
  averageRating: null,
  agenda: [],
  materials: [],
  topic: null,
  speaker: null,
  panelists: [],
  moderator: null,
  ...overrides,
});

export const aBrand = (overrides: Partial<Brand> = {}): Brand => ({
  name: null,
  organizerName: null,
  companyName: null,
  companyUrl: null,
  logoUrl: null,
  ...overrides,
});
