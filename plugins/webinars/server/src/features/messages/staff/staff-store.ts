import { randomUUID } from 'node:crypto';
import type { StaffMailKind } from '../../../domain/job-catalog';
import { mayAttend, REGISTRATION_STATES } from '../../../domain/registration';
import { readInstant } from '../../../platform/instant';
import type { Statements, Tx } from '../../../platform/transaction';
import { messageIdOf, type ClaimedMail } from '../mail-store';
import type { Attendee, Audience, ManagerFigures, Tally } from './staff-subject';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

export type WantedStaffMail = {
  key: string;
  kind: StaffMailKind;
  sessionId: string;
  speakerId: string;
};

/** Puts a mail on record as being sent, before anything is looked at. Null when it was sent before. */
export const claimStaffMail = async (
  tx: Statements,
  { key, kind, sessionId, speakerId }: WantedStaffMail,
  { host, now }: { host: string; now: Date }
): Promise<ClaimedMail | null> => {
  const [row] = await tx.raw<{ id: string; message_id: string; attempts: number }>(
    `INSERT INTO ${tx.name('webinars_mails')} AS mail
       (id, mail_key, kind, message_id, locale, session_document_id, speaker_document_id,
        state, attempts, created_at)
     VALUES (?, ?, ?, ?, COALESCE(
         (SELECT MIN(language) FROM ${tx.name('webinars_sessions')} WHERE document_id = ?), 'en'),
       ?, ?, 'sending', 1, ?)
     ON CONFLICT (mail_key) DO UPDATE
       SET state = 'sending', attempts = mail.attempts + 1, last_code = NULL, reason = NULL
       WHERE mail.state <> 'sent'
     RETURNING id, message_id, attempts`,
    [randomUUID(), key, kind, messageIdOf(key, host), sessionId, sessionId, speakerId, now]
  );
  if (row === undefined) return null;
  return { id: row.id, key, messageId: row.message_id, attempt: Number(row.attempts) };
};

/** Who is coming, or was to come. */
const ATTENDING = REGISTRATION_STATES.filter(mayAttend);
const UNDECIDED = ['awaiting_approval', 'awaiting_payment', 'offered'];

const MOST_NAMES = 8;
const MOST_QUESTIONS = 20;

export const loadAudience = async ({ table }: Reader, sessionId: string): Promise<Audience> => {
  const all = () => table<Row>('webinars_registrations').where({ session_document_id: sessionId });
  const attending = () => all().whereIn('state', ATTENDING);
  const tally = async (column: string): Promise<Tally> => {
    const said = () => attending().whereNotNull(column).whereNot(column, '');
    const [rows, [total]] = await Promise.all([
      said()
        .groupBy(column)
        .select({ name: column })
        .count({ count: '*' })
        .orderBy([{ column: 'count', order: 'desc' }, column])
        .limit(MOST_NAMES),
      said().countDistinct({ count: column }),
    ]);
    const top = rows.map(({ name, count }) => ({ name: String(name), count: Number(count) }));
    return { top, more: Math.max(0, Number(total?.count ?? 0) - top.length) };
  };
  const asked = () =>
    attending().where((question) =>
      question.whereNot('specific_questions', '').orWhereNot('special_requirements', '')
    );
  const [states, inventory, questions, [askedCount]] = await Promise.all([
    all().groupBy('state').select('state').count({ count: '*' }),
    table<Row>('webinars_inventory').where({ session_document_id: sessionId }).first('capacity'),
    asked()
      .orderBy([{ column: 'registered_at', order: 'desc' }, 'id'])
      .limit(MOST_QUESTIONS)
      .select('specific_questions', 'special_requirements'),
    asked().count({ count: '*' }),
  ]);
  const countOf = (wanted: readonly string[]) =>
    states
      .filter(({ state }) => wanted.includes(String(state)))
      .reduce((sum, { count }) => sum + Number(count), 0);
  return {
    confirmed: countOf(ATTENDING),
    waitlisted: countOf(['waitlisted']),
    undecided: countOf(UNDECIDED),
    seats: inventory?.capacity == null ? null : Number(inventory.capacity),
    companies: await tally('company'),
    positions: await tally('position'),
    industries: await tally('industry_vertical'),
    languages: await tally('language'),
    sources: await tally('registration_source'),
    questions: questions.map((row) =>
      [row.specific_questions, row.special_requirements].filter(Boolean).join(' – ')
    ),
    moreQuestions: Number(askedCount?.count ?? 0) - questions.length,
  };
};

/** At most so many attendees as `most`, in the order of their names. */
export const loadManagerFigures = async (
  { table }: Reader,
  sessionId: string,
  { since, most }: { since: Date; most: number }
): Promise<ManagerFigures> => {
  const attending = () =>
    table<Row>('webinars_registrations')
      .where({ session_document_id: sessionId })
      .whereIn('state', ATTENDING);
  const [attendees, registered, revenue] = await Promise.all([
    attending()
      .orderBy(['last_name', 'first_name', 'id'])
      .limit(most)
      .select('first_name', 'last_name', 'email', 'company', 'position'),
    attending().where('registered_at', '>=', since).select('registered_at'),
    attending()
      .where({ payment_status: 'completed' })
      .groupBy('payment_currency')
      .select('payment_currency')
      .sum({ amount: 'payment_amount' }),
  ]);
  return {
    attendees: attendees.map(toAttendee),
    registeredAt: registered
      .map((row) => readInstant(row.registered_at))
      .filter((at) => at !== null),
    revenue: revenue.map((row) => ({
      amountMinor: Number(row.amount ?? 0),
      currency: String(row.payment_currency ?? 'EUR'),
    })),
  };
};

const toAttendee = (row: Row): Attendee => ({
  name: `${String(row.first_name)} ${String(row.last_name)}`,
  email: String(row.email),
  company: String(row.company ?? ''),
  position: row.position ? String(row.position) : null,
});
