import type {
  Audience,
  ManagerFigures,
  StaffMember,
} from '../../plugins/webinars/server/src/features/messages/staff/staff-subject';

export const aStaffMember = (overrides: Partial<StaffMember> = {}): StaffMember => ({
  documentId: 'speaker0000000000000000a',
  name: 'Dr. Mara Lindqvist',
  firstName: 'Mara',
  email: 'mara.lindqvist@example.org',
  isActive: true,
  isInternal: false,
  ...overrides,
});

export const anAudience = (overrides: Partial<Audience> = {}): Audience => ({
  confirmed: 37,
  waitlisted: 4,
  undecided: 2,
  seats: 40,
  companies: {
    top: [
      { name: 'Nordwind Logistik GmbH', count: 6 },
      { name: 'Baker & Daughters', count: 4 },
      { name: 'Stadtwerke Lindau', count: 3 },
    ],
    more: 14,
  },
  positions: {
    top: [
      { name: 'Head of Operations', count: 9 },
      { name: 'Office manager', count: 5 },
    ],
    more: 7,
  },
  industries: { top: [{ name: 'Logistics', count: 11 }], more: 0 },
  languages: {
    top: [
      { name: 'en', count: 25 },
      { name: 'de', count: 12 },
    ],
    more: 0,
  },
  sources: { top: [{ name: 'newsletter', count: 20 }], more: 2 },
  questions: [
    'How do we decide which process to begin with?',
    'We work with paper invoices: does any of this help us?',
  ],
  moreQuestions: 3,
  ...overrides,
});

export const managerFigures = (overrides: Partial<ManagerFigures> = {}): ManagerFigures => ({
  attendees: [
    {
      name: 'Johanna Reinhardt',
      email: 'johanna.reinhardt@example.org',
      company: 'Nordwind Logistik GmbH',
      position: 'Head of Operations',
    },
    {
      name: 'Tom Baker',
      email: 'tom@example.com',
      company: 'Baker & Daughters',
      position: null,
    },
  ],
  registeredAt: [
    new Date('2026-11-20T10:00:00Z'),
    new Date('2026-11-24T09:00:00Z'),
    new Date('2026-11-24T22:59:00Z'),
    new Date('2026-11-24T23:01:00Z'),
  ],
  revenue: [{ amountMinor: 148_000, currency: 'EUR' }],
  ...overrides,
});
