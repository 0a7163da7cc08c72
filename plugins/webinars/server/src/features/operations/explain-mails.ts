import type { MailHistory, MailHistoryEntry } from '../../../../shared/messages';
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
    const others = planned
      .filter(({ key }) => !written.has(key))
      .map(({ kind, state, reason, dueAt: at }) => ({
        kind,
        state,
        reason,
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

const whenOf = ({ dueAt, createdAt }: MailHistoryEntry<Date>) =>
  (dueAt ?? createdAt)?.getTime() ?? 0;
