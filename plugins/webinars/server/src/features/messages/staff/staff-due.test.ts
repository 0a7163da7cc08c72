import type { StaffMailKind } from '../../../domain/job-catalog';
import { decideStaffMail } from './staff-due';
import type { StaffCase } from './staff-subject';

const STARTS_AT = new Date('2026-12-03T15:00:00Z');

const member = {
  documentId: 'speaker',
  name: 'Dr. Mara Lindqvist',
  firstName: 'Mara',
  email: 'mara@example.org',
  isActive: true,
  isInternal: false,
};

const aCase = (overrides: Partial<StaffCase> = {}): StaffCase => ({
  member,
  role: 'speaker',
  isManager: false,
  wantsSummaries: true,
  session: { phase: 'published', startsAt: STARTS_AT, language: 'en', version: '1' },
  ...overrides,
});

const sessionIn = (session: Partial<StaffCase['session']>) =>
  aCase({ session: { ...aCase().session, ...session } });

it('goes to whoever is on stage', () => {
  for (const role of ['speaker', 'panelist', 'moderator'] as const) {
    expect(decideStaffMail('speaker-alert', STARTS_AT, aCase({ role }))).toEqual({ member });
  }
});

it('goes to the manager, who need not be on stage', () => {
  const present = aCase({ role: null, isManager: true });
  expect(decideStaffMail('manager-summary', STARTS_AT, present)).toEqual({ member });
});

it.each<[string, StaffMailKind, StaffCase]>([
  ['session_cancelled', 'speaker-alert', sessionIn({ phase: 'cancelled' })],
  ['session_live', 'speaker-alert', sessionIn({ phase: 'live' })],
  ['session_draft', 'speaker-confirmation', sessionIn({ phase: 'draft' })],
  ['session_moved', 'speaker-alert', sessionIn({ startsAt: new Date('2026-12-04T15:00:00Z') })],
  ['speaker_gone', 'speaker-alert', aCase({ member: null })],
  ['speaker_gone', 'speaker-alert', aCase({ member: { ...member, isActive: false } })],
  ['not_assigned', 'speaker-alert', aCase({ role: null })],
  ['not_assigned', 'speaker-confirmation', aCase({ role: null, isManager: true })],
  ['not_the_manager', 'manager-summary', aCase()],
  ['not_wanted', 'manager-summary', aCase({ isManager: true, wantsSummaries: false })],
  ['no_address', 'speaker-alert', aCase({ member: { ...member, email: '' } })],
])('is left out with the reason %s (%s)', (reason, kind, present) => {
  expect(decideStaffMail(kind, STARTS_AT, present)).toEqual({ skip: reason });
});
