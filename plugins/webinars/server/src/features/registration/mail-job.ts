import type { JobCatalog, MailKind } from '../../domain/job-catalog';
import type { NewJob } from '../../platform/jobs';

/** A mail's key says what occasioned it: the same occasion never writes to a person twice. */
export const mailJob = (
  kind: MailKind,
  registrationId: string,
  occasion: string
): NewJob<JobCatalog> => ({
  type: 'messages.send',
  key: `${kind}:${registrationId}:${occasion}`,
  payload: { kind, registrationId },
});
