import { createTransport } from 'nodemailer';
import { htmlOf } from './templates.ts';
import type { WaitingMail } from './mail.store.ts';

export interface Transport {
  /** Rejects with the server's `responseCode` or a `code` when it was not taken. */
  deliver(mail: WaitingMail): Promise<void>;
  /** Rejects when the server cannot be reached or refuses our sign-in. */
  check(): Promise<void>;
  close(): void;
}

/** A server that takes mail, `smtp://user:password@host:587` or `smtps://…`. */
export function openTransport(url: string, from: string): Transport {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    deliver: async ({ id, recipient, language, subject, body }) => {
      await transport.sendMail({
        // An address apart from any list syntax: what stands in it can name no second recipient.
        envelope: { from, to: [recipient] }, from: { name: 'Ancrage', address: from }, to: { name: '', address: recipient },
        // The same mail keeps its name: one that a crash sent twice shows once.
        messageId: `<${id}@${domain}>`,
        subject, text: body, html: htmlOf(body, language), headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      });
    },
    check: async () => void (await transport.verify()),
    close: () => transport.close(),
  };
}
