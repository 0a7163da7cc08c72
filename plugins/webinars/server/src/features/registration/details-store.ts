import type { Locale } from '../../../../shared/locales';
import type { RegistrationBody } from '../../../../shared/registration';
import { readJson } from '../../platform/read-json';
import type { Tx } from '../../platform/transaction';
import type { StoredRegistration } from './registration-store';
import type { Consent } from './new-registration-store';

type Row = Record<string, unknown>;

/** What registrants may change of themselves later, too. */
export type PersonChanges = Partial<Pick<RegistrationBody, keyof typeof PERSON_COLUMNS>>;

const PERSON_COLUMNS = {
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  company: 'company',
  position: 'position',
  website: 'website',
  industryVertical: 'industry_vertical',
  currentChallenges: 'current_challenges',
  expertiseInterest: 'expertise_interest',
  consultationInterest: 'consultation_interest',
  specificQuestions: 'specific_questions',
  learningObjectives: 'learning_objectives',
  followUpPreferences: 'follow_up_preferences',
  interestedServices: 'interested_services',
  specialRequirements: 'special_requirements',
  accessibilityNeeds: 'accessibility_needs',
  marketingConsent: 'marketing_consent',
  consultantFollowUpConsent: 'consultant_follow_up_consent',
  dataProcessingConsent: 'data_processing_consent',
  timezone: 'timezone',
} as const satisfies Partial<Record<keyof RegistrationBody, string>>;

/** The columns of what is given. Lists and objects are stored as JSON. */
export const personColumns = (person: PersonChanges): Row =>
  Object.fromEntries(
    Object.entries(PERSON_COLUMNS)
      .filter(([field]) => field in person)
      .map(([field, column]) => {
        const value = person[field as keyof PersonChanges];
        const isPlain = value === null || typeof value !== 'object';
        return [column, isPlain ? value : JSON.stringify(value)];
      })
  );

/** Writes what registrants changed about themselves. `consents` are added to those on record. */
export const savePerson = async (
  tx: Tx,
  { rowId }: StoredRegistration,
  {
    changes,
    language,
    consents,
    at,
  }: { changes: PersonChanges; language?: Locale; consents: readonly Consent[]; at: Date }
): Promise<void> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ id: rowId })
    .first('consent_record');
  const record = readJson(row?.consent_record);
  const consentRecord = [...(Array.isArray(record) ? record : []), ...consents];
  await tx
    .table('webinars_registrations')
    .where({ id: rowId })
    .update({
      ...personColumns(changes),
      ...(language !== undefined && { language }),
      ...(consents.length > 0 && { consent_record: JSON.stringify(consentRecord) }),
      updated_at: at,
    });
};

/** What registrants may change, as it stands, by the names of the contract. */
export const loadPerson = async (
  tx: Pick<Tx, 'table'>,
  { rowId }: Pick<StoredRegistration, 'rowId'>
): Promise<Required<PersonChanges>> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ id: rowId })
    .first(Object.values(PERSON_COLUMNS));
  const values = Object.entries(PERSON_COLUMNS).map(([field, column]) => [
    field,
    readValue(field as keyof PersonChanges, row?.[column] ?? null),
  ]);
  return Object.fromEntries(values) as Required<PersonChanges>;
};

const FLAGS: readonly (keyof PersonChanges)[] = [
  'consultationInterest',
  'marketingConsent',
  'consultantFollowUpConsent',
  'dataProcessingConsent',
];
const JSONS: readonly (keyof PersonChanges)[] = [
  'currentChallenges',
  'expertiseInterest',
  'interestedServices',
];

/** Databases hand out flags as numbers or booleans, and JSON as text or parsed. */
const readValue = (field: keyof PersonChanges, value: unknown): unknown => {
  if (FLAGS.includes(field)) return Boolean(value);
  if (JSONS.includes(field) && typeof value === 'string') return JSON.parse(value);
  return value;
};

export type Attendance = {
  joinedAt?: Date | null;
  leftAt?: Date | null;
  /** Minutes. */
  attendanceDuration?: number | null;
  questionsAsked?: number;
  chatMessages?: number;
  rating?: number | null;
  feedback?: string | null;
};

const ATTENDANCE_COLUMNS = {
  joinedAt: 'joined_at',
  leftAt: 'left_at',
  attendanceDuration: 'attendance_duration',
  questionsAsked: 'questions_asked',
  chatMessages: 'chat_messages',
  rating: 'rating',
  feedback: 'feedback',
} as const satisfies Record<keyof Attendance, string>;

export const saveAttendance = async (
  tx: Tx,
  registration: StoredRegistration,
  { state, attendance, at }: { state: 'attended' | 'no_show'; attendance: Attendance; at: Date }
): Promise<void> => {
  const columns = Object.entries(ATTENDANCE_COLUMNS)
    .filter(([field]) => field in attendance)
    .map(([field, column]) => [column, attendance[field as keyof Attendance]]);
  await tx
    .table('webinars_registrations')
    .where({ id: registration.rowId })
    .update({ ...Object.fromEntries(columns), state, updated_at: at });
};

/** Answers whether it was the first time. */
export const markJoined = async (
  tx: Tx,
  { rowId }: StoredRegistration,
  at: Date
): Promise<boolean> => {
  const count = await tx
    .table('webinars_registrations')
    .where({ id: rowId, joined_at: null })
    .update({ joined_at: at, updated_at: at });
  return count === 1;
};

export type Feedback = { rating: number | null; comment: string | null };

export const loadFeedback = async (
  tx: Pick<Tx, 'table'>,
  { rowId }: Pick<StoredRegistration, 'rowId'>
): Promise<Feedback> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ id: rowId })
    .first(['rating', 'feedback']);
  return {
    rating: row?.rating === null || row?.rating === undefined ? null : Number(row.rating),
    comment: row?.feedback ? String(row.feedback) : null,
  };
};

export const saveFeedback = async (
  tx: Tx,
  { rowId }: StoredRegistration,
  { rating, comment, at }: Feedback & { at: Date }
): Promise<void> => {
  await tx
    .table('webinars_registrations')
    .where({ id: rowId })
    .update({ rating, feedback: comment, updated_at: at });
};
