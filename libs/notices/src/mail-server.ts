import { createTransport, type Transporter } from 'nodemailer';

/** Where mail leaves, in whose name, and where its one link leads. */
export type Mailing = {
  /** smtp:// or smtps://, with the account if there is one. */
  url: string;
  /** An address and nothing beside it. */
  from: string;
  /** Of the portal, without a slash at the end. */
  publicUrl: string;
};

/**
 * What the mail server said of one mail. `ADDRESS`: it does not take mail for this address. `LATER`: not now. `NEVER`: not this mail.
 * `DOWN`: it took nothing, and will take no other. `UNKNOWN`: it fell silent, and may have taken it.
 */
export type Said = 'SENT' | 'ADDRESS' | 'LATER' | 'NEVER' | 'DOWN' | 'UNKNOWN';

/** What one mail says. */
export type Letter = { subject: string; text: string };

/** The same for everybody and everything: that there is something, and where (c5 test 20). */
const news = (publicUrl: string): Letter => ({
  subject: 'Nieuw in Woonbrug',
  text: `Goedendag

Er is iets nieuws voor u in Woonbrug. Meld u aan om het te lezen:
${publicUrl}/nieuw-voor-u

In deze mail staat met opzet geen naam en geen onderwerp. Welke mails u krijgt, kiest u in Woonbrug bij Mijn voorkeuren.
Antwoorden op deze mail heeft geen zin: niemand leest mee.
`,
});

/** As the table of people keeps it: nothing that a list of addresses or the head of a mail gives a meaning to (IJ-08). */
const ONE_ADDRESS = /^[^\s\p{Cc}<>,;:"()[\]@]+@[^\s\p{Cc}<>,;:"()[\]@]+$/u;

/** Longer than any of these takes nobody for an answer (milliseconds). */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
const WHOLE_MAIL = 30_000;

/** One connection to the mail server, for one run. Nothing that it says is passed on or logged: it quotes addresses. */
export class MailServer {
  private readonly transport: Transporter;

  constructor(private readonly mailing: Mailing) {
    this.transport = createTransport({ url: mailing.url, pool: true, maxConnections: 1, logger: false, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE });
  }

  /** Whether it answers, and lets us in. */
  answers(): Promise<boolean> {
    return this.transport.verify().then(
      () => true,
      () => false,
    );
  }

  /** @param id of the mail: the same each time that it is sent, so that a reader's mailbox can tell that it is the same one */
  async send(id: string, address: string, letter: Letter = news(this.mailing.publicUrl)): Promise<Said> {
    const { from } = this.mailing;
    if (!ONE_ADDRESS.test(address)) return 'ADDRESS';
    const message = {
      from: { name: 'Woonbrug', address: from },
      to: { name: '', address },
      ...letter,
      messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false as const,
      signal: AbortSignal.timeout(WHOLE_MAIL),
    };
    return this.transport.sendMail(message).then(() => 'SENT' as const, saidBy);
  }

  close(): void {
    this.transport.close();
  }
}

/** No such mailbox, or one that takes nothing (RFC 3463), said only after the whole mail was there. */
const NO_MAILBOX = /^5\d\d[ -]5\.[12]\./;

function saidBy({ code, command, responseCode, response = '' }: { code?: string; command?: string; responseCode?: number; response?: string }): Said {
  if (!responseCode) return command === 'API' ? (code === 'EENVELOPE' ? 'ADDRESS' : 'NEVER') : code === 'EDNS' || code === 'EAUTH' || code === 'ETLS' ? 'DOWN' : 'UNKNOWN';
  const isOfMail = command === 'RCPT TO' || command === 'DATA';
  if (!isOfMail || responseCode === 421) return 'DOWN';
  if (responseCode < 500) return 'LATER';
  return command === 'RCPT TO' || NO_MAILBOX.test(response) ? 'ADDRESS' : 'NEVER';
}
