import type { MailHistory, MailHistoryEntry } from '../../../../shared/messages';
import { areAlike } from '../../domain/bulk-mail';
import type { messagesOf } from '../messages';
import type { remindersOf } from '../reminders';

export type ExplainPorts = Pick<ReturnType<typeof messagesOf>, 'recordsOf'> &
  Pick<ReturnType<typeof remindersOf>, 'explainRegistration'>;

/** Everything that was written to a registrant, is to be, or was left out, each with its reason. */
export const explainMails =
  ({ recordsOf, explainRegistration }: ExplainPorts) =>
  async (registrationId: string): Promise<MailHistory<Date>> => {
    const { sessionId, mails: planned } = await explainRegistration(registrationId);
    const records = await recordsOf(registrationId);
    const dueAt = new Map(planned.map((mail) => [mail.key, mail.dueAt]));
    const written = new Set(records.map(({ key }) => key));
    const onRecord = records.map(
      ({ key, kind, state, reason, createdAt, sentAt, attempts, responseCode }) => ({
        kind,
        state,
        reason,
        dueAt: dueAt.get(key) ?? null,
        createdAt,
        sentAt,
        attempts,
        responseCode,
      })
    );
    // For another start than the present one, where the session was over already.
    const isTold = (kind: string) =>
      records.some((record) => record.state === 'sent' && areAlike(record.kind, kind));
    const others = planned
      .filter(({ key }) => !written.has(key))
      .map(({ kind, state, reason, dueAt: at }) => ({
        kind,
        ...(isTold(kind) ? FOLLOWED_UP : { state, reason }),
        dueAt: at,
        createdAt: null,
        sentAt: null,
        attempts: 0,
        responseCode: null,
      }));
    return {
      registration: registrationId,
      session: sessionId,
      mails: [...onRecord, ...others].sort((a, b) => whenOf(a) - whenOf(b)),
    };
  };

const FOLLOWED_UP = { state: 'skipped', reason: 'followed_up' } as const;

const whenOf = ({ dueAt, createdAt }: MailHistoryEntry<Date>) =>
  (dueAt ?? createdAt)?.getTime() ?? 0;
