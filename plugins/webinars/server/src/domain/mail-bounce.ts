export type MailRefusal = {
  responseCode: number | null;
  /** RFC 3463, such as 5.1.1. */
  statusCode: string | null;
  /** Whether the server answered the recipient's name, or the mail itself. */
  isAboutRecipient: boolean;
};

/**
 * RFC 3463: no such mailbox, no such system, no address at all, moved without a trace, takes no mail (RFC 7505), and a
 * mailbox that is switched off. Not 5.1.7 and 5.1.8, which are about our address, nor a full mailbox, nor a policy:
 * those are 5.7, and speak of us.
 */
const GONE = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'];

/** Whether a refusal means that there is nobody at this address, today and tomorrow. A bare 550 may mean anything. */
export const isAddressGone = ({ responseCode, statusCode, isAboutRecipient }: MailRefusal) =>
  isAboutRecipient &&
  responseCode !== null &&
  responseCode >= 500 &&
  statusCode !== null &&
  GONE.includes(statusCode);
