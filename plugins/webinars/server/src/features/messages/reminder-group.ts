import { mergeReminders } from '../../domain/merged-reminders';
import type { StoredReminder } from './bulk-store';

/** The reminders that become one mail with this one, itself among them: the leading one first. */
export const groupOf = (reminders: readonly StoredReminder[], key: string) =>
  mergeReminders(reminders).find((members) => members.some((member) => member.key === key));

/** One that is being sent may, too: the others wait for their leader as long as that has not gone out. */
export const mayGoOut = ({ mailState, run }: StoredReminder): boolean =>
  OPEN.includes(mailState) && run?.isSkipped !== true;

/** null: there is no mail yet. */
const OPEN: readonly (string | null)[] = [null, 'queued', 'sending'];
