import { Injectable, Logger } from '@nestjs/common';
import { hashOfSecret, newSecret } from '#dossiers';
import { Clock, NOBODY, Units } from '#kernel';
import { type Mailing, MailServer, NoMailServer } from '#notices';

const MINUTE = 60_000;
/** How often one mail is tried, how long until the next time, and how many one run takes. */
const TRIES = 5;
const WAITS = 10 * MINUTE;
const AT_MOST = 50;

/** No name, no address, no topic: a mailbox is read by others too. */
const letterOf = (publicUrl: string, secret: string) => ({
  subject: 'Bevestig uw melding',
  text: `Goedendag

Iemand vulde met dit e-mailadres een melding in voor de Woondienst. Was u dat? Bevestig ze dan binnen 48 uur:
${publicUrl}/melden/bevestigen/${secret}

Was u het niet? Doe dan niets: zonder bevestiging leest niemand de melding, en wissen we alles na 48 uur.

In deze mail staat met opzet geen naam en geen adres.
Antwoorden op deze mail heeft geen zin: niemand leest mee.
`,
});

/** Asks who filled in the public form whether it was she. Each try has a secret of its own, made when it leaves: none is ever kept. */
@Injectable()
export class SignalMails {
  private readonly log = new Logger('Mail');

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns how many mails left
   * @throws NoMailServer when the server does not answer; what was not sent stays where it was
   */
  async run(mailing: Mailing): Promise<number> {
    const due = await this.query<{ id: string }>('select id from due_signal_mails($1, $2, $3)', [TRIES, AT_MOST, this.clock.now()]);
    if (!due.length) return 0;
    const server = new MailServer(mailing);
    let sent = 0;
    try {
      if (!(await server.answers())) throw new NoMailServer();
      for (const { id } of due) if (await this.send(server, id, mailing.publicUrl)) sent += 1;
    } finally {
      server.close();
    }
    return sent;
  }

  private async send(server: MailServer, id: string, publicUrl: string): Promise<boolean> {
    const now = this.clock.now();
    const secret = newSecret();
    const [{ address }] = await this.query<{ address: string | null }>('select take_signal_mail($1, $2, $3, $4, $5) as address', [id, hashOfSecret(secret), TRIES, new Date(now.getTime() + WAITS), now]);
    if (!address) return false;
    const said = await server.send(id, address, letterOf(publicUrl, secret));
    if (said !== 'SENT') this.log.warn(`Mail ${id}: ${said}`);
    if (said === 'SENT' || said === 'ADDRESS' || said === 'NEVER') await this.query('select end_signal_mail($1, $2)', [id, this.clock.now()]);
    if (said === 'DOWN') throw new NoMailServer();
    return said === 'SENT';
  }

  private async query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.units.run(NOBODY, (unit) => unit.query<Row>({ text, values }))).rows;
  }
}
