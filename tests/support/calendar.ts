import type { ParsedMail } from 'mailparser';

export type Invitation = {
  method: string | undefined;
  uid: string | undefined;
  sequence: number;
  start: string | undefined;
  end: string | undefined;
  status: string | undefined;
  location: string | undefined;
};

/** The calendar part of a mail, as far as replacing an event in a calendar depends on it. */
export const invitationOf = (mail: ParsedMail | undefined): Invitation => {
  const part = mail?.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  const ics = part?.content.toString('utf8').replace(/\r\n[ \t]/g, '') ?? '';
  const valueOf = (name: string) =>
    new RegExp(`^${name}[;:](?:.*:)?(.*)$`, 'm').exec(ics)?.[1]?.trim();
  return {
    method: valueOf('METHOD'),
    uid: valueOf('UID'),
    sequence: Number(valueOf('SEQUENCE')),
    start: valueOf('DTSTART'),
    end: valueOf('DTEND'),
    status: valueOf('STATUS'),
    location: /^LOCATION:(.*)$/m.exec(ics)?.[1]?.trim(),
  };
};
