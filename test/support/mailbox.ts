import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../scripts/ports.mjs';

export type Received = ParsedMail & { to: { text: string; value: readonly object[] } };
/** What the server says of an address or of a mail: an SMTP code with its text; nothing: it takes it. */
type Says = (address: string) => Promise<string | undefined> | string | undefined;

/** A real mail server on a port of its own, which keeps what it took. */
export class MailBox {
  readonly mails: Received[] = [];
  /** What went over the wire, as it was. */
  readonly sources: string[] = [];
  /** To whom each was handed over, whatever its head says. */
  readonly addresses: string[][] = [];
  /** Asked at RCPT TO, and once the whole mail is there. */
  saysOfAddress: Says = () => undefined;
  saysOfMail: Says = () => undefined;
  private server: SMTPServer | undefined;
  private port = 0;
  private readonly sockets = new Set<Socket>();

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<this> {
    this.port ||= await freePort();
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _, done) => void answer(this.saysOfAddress(address), done),
      onData: (stream, session, done) => void this.take(stream, session.envelope.rcptTo.map(({ address }) => address), done),
    });
    this.server.on('error', () => undefined); // a worker that was killed
    this.server.server.on('connection', (socket: Socket) => void this.sockets.add(socket));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    return this;
  }

  async close(): Promise<void> {
    const closed = this.server;
    this.server = undefined;
    await new Promise<void>((done) => (closed ? closed.close(done) : done()));
  }

  /** Breaks off in the middle of what is being said. */
  hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  /** Addresses of what came, in order; forgets them. */
  taken(): string[] {
    this.sources.splice(0);
    this.addresses.splice(0);
    return this.mails.splice(0).map(({ to }) => to.text);
  }

  private async take(stream: NodeJS.ReadableStream, addresses: string[], done: (error?: Error | null) => void): Promise<void> {
    const source = await whole(stream).catch(() => null);
    if (!source) return; // whoever spoke is dead
    const refusal = await this.saysOfMail(addresses[0]);
    if (!refusal) {
      this.sources.push(source.toString());
      this.addresses.push(addresses);
      this.mails.push((await simpleParser(source)) as Received);
    }
    await answer(refusal, done);
  }
}

async function whole(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function answer(says: ReturnType<Says>, done: (error?: Error | null) => void): Promise<void> {
  const text = await says;
  done(text ? Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) }) : null);
}
