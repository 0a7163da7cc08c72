import type { Core } from '@strapi/strapi';
import type { ActivitiesQuery, ErasedRows, ErasureReason } from '../../../../shared/privacy';
import type { Actor } from '../../platform/activity-log';
import { requiredInstant } from '../../platform/instant';
import { readJson } from '../../platform/read-json';
import type { Tx } from '../../platform/transaction';
import type { EditorName } from './list-activities';
import type { MailOutcome } from './read-health';

const LATEST = 10;

export type ActivityRow = {
  at: Date;
  actor: Actor;
  action: string;
  subjectType: string;
  /** The subject's documentId. */
  subject: string;
  session: string | null;
  from: string | null;
  to: string | null;
  fields: string[];
};

/** A line of the log about a registration, without whoever else had to do with it. */
export type ActivityAboutPerson = Pick<ActivityRow, 'at' | 'action' | 'from' | 'to' | 'fields'> & {
  actor: Actor['kind'];
};

/** Types of Strapi's and ours that hold addresses of people who are no registrants. */
const OTHERS: readonly { uid: string; why: ErasureReason }[] = [
  { uid: 'plugin::webinars.speaker', why: 'speaker' },
  { uid: 'plugin::users-permissions.user', why: 'account' },
  { uid: 'admin::user', why: 'account' },
];

export const createOperationsStore = (strapi: Core.Strapi) => ({
  async pingDatabase(): Promise<void> {
    await strapi.db.connection.raw('SELECT 1');
  },

  /** What the mail server said to the latest attempts after `since`, latest first. */
  async latestMailOutcomes(since: Date): Promise<MailOutcome[]> {
    const rows: { outcome: MailOutcome }[] = await strapi.db
      .getConnection('webinars_mail_attempts')
      .where('at', '>=', since)
      .orderBy('id', 'desc')
      .limit(LATEST)
      .select('outcome');
    return rows.map(({ outcome }) => outcome);
  },

  /** A page of the log, latest first. */
  async findActivities({
    session,
    subject,
    action,
    page,
    pageSize,
  }: ActivitiesQuery): Promise<{ rows: ActivityRow[]; total: number }> {
    const wanted = () =>
      strapi.db.getConnection('webinars_activities').where({
        ...(session !== undefined && { session_document_id: session }),
        ...(subject !== undefined && { subject_id: subject }),
        ...(action !== undefined && { action }),
      });
    const rows: Row[] = await wanted()
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const counted: Row | undefined = await wanted().count({ total: '*' }).first();
    return { rows: rows.map(toActivity), total: Number(counted?.total ?? 0) };
  },

  /** What is in the log about one registration, in the order in which it happened. */
  async activitiesOf(registrationId: string): Promise<ActivityAboutPerson[]> {
    const rows: Row[] = await strapi.db
      .getConnection('webinars_activities')
      .where({ subject_type: 'registration', subject_id: registrationId })
      .orderBy('id');
    return rows.map(toActivity).map(({ at, actor, action, from, to, fields }) => ({
      at,
      actor: actor.kind,
      action,
      from,
      to,
      fields,
    }));
  },

  async countActivities(tx: Tx, registrationIds: readonly string[]): Promise<number> {
    const row = await tx
      .table<Row>('webinars_activities')
      .where({ subject_type: 'registration' })
      .whereIn('subject_id', [...registrationIds])
      .count({ total: '*' })
      .first();
    return Number(row?.total ?? 0);
  },

  /** First and last names of those who are still there. Nothing else of an account concerns a reader of the log. */
  async findEditors(ids: readonly string[]): Promise<Map<string, EditorName>> {
    const users: { id: number; firstname: string | null; lastname: string | null }[] =
      await strapi.db.query('admin::user').findMany({
        where: { id: { $in: [...new Set(ids)].map(Number).filter(Number.isInteger) } },
        select: ['id', 'firstname', 'lastname'],
      });
    return new Map(
      users.map(({ id, firstname, lastname }) => [
        String(id),
        { firstName: firstname, lastName: lastname },
      ])
    );
  },

  /** Speakers and accounts with a person's address: other than registrations, they belong to somebody's work. */
  async countOthers(emailKey: string): Promise<ErasedRows[]> {
    const present = OTHERS.filter(({ uid }) => strapi.db.metadata.has(uid));
    const tables: ErasedRows[] = [];
    for (const { uid, why } of present) {
      const kept = await strapi.db.query(uid).count({ where: { email: { $eqi: emailKey } } });
      const table = strapi.db.metadata.get(uid).tableName;
      tables.push({ table, deleted: 0, reduced: 0, kept, why });
    }
    return tables;
  },
});

type Row = Record<string, unknown>;

const textOrNull = (value: unknown) =>
  value === null || value === undefined ? null : String(value);

const toActivity = (row: Row): ActivityRow => ({
  at: requiredInstant(row.at),
  actor: {
    kind: row.actor_kind as Actor['kind'],
    ...(row.actor_id !== null && { id: String(row.actor_id) }),
  },
  action: String(row.action),
  subjectType: String(row.subject_type),
  subject: String(row.subject_id),
  session: textOrNull(row.session_document_id),
  from: textOrNull(row.from_state),
  to: textOrNull(row.to_state),
  fields: readJson(row.fields) as string[],
});
