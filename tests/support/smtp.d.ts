/** The parts of two untyped packages that the tests use. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  export type SMTPServerSession = {
    id: string;
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] };
  };

  export type SMTPServerOptions = {
    authOptional?: boolean;
    disabledCommands?: string[];
    logger?: boolean;
    size?: number;
    closeTimeout?: number;
    onConnect?: (session: SMTPServerSession, callback: (error?: Error) => void) => void;
    onClose?: (session: SMTPServerSession) => void;
    onRcptTo?: (
      address: { address: string },
      session: SMTPServerSession,
      callback: (error?: Error) => void
    ) => void;
    onData?: (
      stream: Readable,
      session: SMTPServerSession,
      callback: (error?: Error | null, message?: string) => void
    ) => void;
  };

  export class SMTPServer {
    constructor(options: SMTPServerOptions);
    server: Server;
    connections: Set<{ id: string; close(): void; _socket: { destroy(): void } }>;
    listen(port: number, host: string, callback: () => void): void;
    close(callback: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
}

declare module 'mailparser' {
  export type Address = { value: { address: string; name: string }[]; text: string };
  export type Attachment = { contentType: string; filename?: string; content: Buffer };
  export type ParsedMail = {
    headerLines: { key: string; line: string }[];
    messageId?: string;
    subject?: string;
    text?: string;
    html: string | false;
    from?: Address;
    to?: Address;
    replyTo?: Address;
    headers: Map<string, unknown>;
    attachments: Attachment[];
  };
  export const simpleParser: (source: Buffer | string) => Promise<ParsedMail>;
}
