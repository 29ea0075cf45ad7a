import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Client, ClientsService } from '#clients';
import { Partner } from '#directory';
import { DossiersService } from '#dossiers';
import { type Actor, Clock, DataClass, type Desk, inTurn, NoticeKind, Reading, Refusal, refusalOf, Role, tell, type Verb, Work } from '#kernel';
import { DraftsService, ReferralTypeBook, SendingService } from '#referrals';
import { type Column, columnsOf, type Surroundings } from './columns.js';
import { readFile } from './file.js';
import { ImportedRow } from './imported-row.record.js';
import { countsOf, Fate, type Line, reportOf, type Told } from './report.js';
import { readRow, type Remark, type Row } from './row.js';
import { beginning, columnFor, type Ids, marking, newIds, running } from './verbs.js';

/** Enters clients and what runs already from a partner's own file: each row whole, or not at all (BR-W6). */
@Injectable()
export class ImportsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly reading: Reading,
    private readonly types: ReferralTypeBook,
    private readonly clients: ClientsService,
    private readonly drafts: DraftsService,
    private readonly sending: SendingService,
    private readonly dossiers: DossiersService,
  ) {}

  /** The columns that a file of the actor's partner may have. */
  async columns(me: Actor): Promise<readonly Column[]> {
    return columnsOf(await this.work.consult(me, 'importColumns', async (desk) => ({ seen: await this.around(desk, me), record: Client, dossierIds: [] })));
  }

  /** Does with each row what entering it would do, and undoes it: nothing is written but the trail. */
  check(me: Actor, bytes: Buffer): AsyncGenerator<Told> {
    return this.told(me, bytes, (row) => this.rehearsed(me, row));
  }

  /**
   * Enters each row that is sound in a transaction of its own; what was entered before stays as it is.
   * @param hash of the file that was checked, as `check` told it
   * @throws Refusal CONFLICT when the file is another one
   */
  enter(me: Actor, bytes: Buffer, hash: string): AsyncGenerator<Told> {
    if (hash !== hashOf(bytes)) throw new Refusal('CONFLICT', 'Dit is een ander bestand dan u nakeek. Kijk het eerst na.');
    const told = new Set<string>();
    return this.told(me, bytes, (row) => this.entered(me, row, told));
  }

  private async *told(me: Actor, bytes: Buffer, act: (row: Row) => Promise<Line>): AsyncGenerator<Told> {
    const columns = await this.columns(me);
    const { rows: raws, unknown } = readFile(bytes, columns);
    const rows = raws.map((raw) => readRow(raw, columns));
    const present = await this.present(me, rows.flatMap(({ reference }) => reference ?? []));
    yield { rows: rows.length, hash: hashOf(bytes), unknown };
    const lines: Line[] = [];
    const names = new Map<string, number>();
    for (const row of rows) {
      const before = row.reference ? names.get(row.reference) : undefined;
      if (row.reference && before === undefined) names.set(row.reference, row.row);
      if (before !== undefined) row.faults.push({ column: 'Eigen nummer', says: `Dit nummer staat ook in rij ${before}.` });
      const known = row.reference && before === undefined ? present.get(row.reference) : undefined;
      try {
        lines.push(known ? lineOf(row, known) : row.faults.length ? line(row, Fate.FAULTY, row.faults) : await act(row));
      } catch (error) {
        yield { stopped: refusalOf(error).message };
        return;
      }
      yield lines.at(-1)!;
    }
    yield { done: true, counts: countsOf(lines), csv: reportOf(lines) };
  }

  private async rehearsed(me: Actor, row: Row): Promise<Line> {
    const ids = newIds(row);
    try {
      await this.work.rehearse(me, 'checkImportedRow', this.verbs(me, row, ids), () => Promise.resolve(null));
    } catch (error) {
      return this.faulty(me, row, error);
    }
    return line(row, Fate.FITS, await this.resembling(me, row));
  }

  private async entered(me: Actor, row: Row, told: Set<string>): Promise<Line> {
    const ids = newIds(row);
    const untold = (row.referral?.receivers ?? []).filter((each) => !told.has(each));
    const telling: Verb = () => Promise.resolve({ id: ids.client, record: Client, dossierIds: [], writes: untold.map((each) => tell(each, { role: Role.COORDINATOR }, { kind: NoticeKind.IMPORTED, at: this.clock.now() })) });
    try {
      await this.work.do(me, { operation: 'importRow', key: crypto.randomUUID(), request: row.content }, inTurn([this.verbs(me, row, ids), ...(untold.length ? [telling] : [])]));
    } catch (error) {
      return this.faulty(me, row, error);
    }
    untold.forEach((each) => told.add(each));
    return { ...line(row, Fate.ENTERED), clientId: ids.client, referralId: ids.referral };
  }

  /** All that a row leads to, by the very verbs of the portal. */
  private verbs(me: Actor, row: Row, ids: Ids): Verb {
    const now = this.clock.now();
    const services = { drafts: this.drafts, sending: this.sending, dossiers: this.dossiers };
    return inTurn([beginning(this.clients, me, row, ids, now), ...(row.referral ? running(services, me, row, ids, now) : []), marking(me, row, ids, now)]);
  }

  /** Another run was faster, or a number is taken that the actor may not know of; all else is told in the words of who refused it. */
  private async faulty(me: Actor, row: Row, error: unknown): Promise<Line> {
    if (!(error instanceof Refusal) || error.code === 'UNAVAILABLE') throw error;
    if (error.code !== 'CONFLICT') return line(row, Fate.FAULTY, remarksOf(error));
    const known = (await this.present(me, [row.reference!])).get(row.reference!);
    return known ? lineOf(row, known) : line(row, Fate.FAULTY, [{ column: 'Eigen nummer', says: 'Dit nummer is bij uw organisatie al gebruikt.' }]);
  }

  /** Own clients whose name resembles that of a row; whom the file itself names twice shows when it is entered. */
  private async resembling(me: Actor, { client: { givenName, familyName, birthDate } }: Row): Promise<Remark[]> {
    const ids = await this.reading.search(me, Client, 'resembling($1, $2, $3, $4, $5, $6)', [givenName, familyName, birthDate ?? null, 'Client', this.reading.seatsThatSee(me, Client, 'IDENTITY'), 1]);
    return ids.length ? [{ column: null, says: 'Dit lijkt op een cliënt van uw dienst. Kijk na of het om iemand anders gaat.' }] : [];
  }

  private async present(me: Actor, references: readonly string[]): Promise<Map<string, ImportedRow>> {
    const rows = await this.work.consult(me, 'importedRows', async (desk) => {
      const seen = await desk.rowsOf(ImportedRow, 'reference', references);
      return { seen, record: ImportedRow, dossierIds: seen.map(({ dossierId }) => dossierId) };
    });
    return new Map(rows.map((each) => [each.reference, each]));
  }

  private async around(desk: Desk, me: Actor): Promise<Surroundings> {
    const [own] = await desk.rowsOf(Partner, 'id', me.partnerId);
    const types = this.types.of(me.partnerKind).filter(({ maySend }) => maySend);
    const kinds = new Set(types.flatMap(({ receivers }) => receivers.map(({ kind }) => kind)));
    const partners = (await desk.rowsOf(Partner, 'region', own.region)).filter(({ id, kind }) => id !== me.partnerId && kinds.has(kind));
    const lent = new Set(types.flatMap(({ receivers }) => receivers.flatMap(({ may }) => may)));
    return { classes: Object.values(DataClass).filter((each) => lent.has(each)), types: Object.fromEntries(types.map(({ label, code }) => [label, code])), partners: Object.fromEntries(partners.map(({ shortName, id }) => [shortName, id])) };
  }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const line = ({ row, reference, name, referral }: Row, fate: Fate, remarks: readonly Remark[] = []): Line => ({ row, reference, name, fate, withReferral: referral !== null, remarks, clientId: null, referralId: null });

/** A row whose number was entered before. */
function lineOf(row: Row, { content, dossierId: clientId, referralId }: ImportedRow): Line {
  const isSame = content === row.content;
  const says = 'Dit nummer is al ingevoerd, en toen stond er iets anders in de rij. Er verandert niets: pas het dossier zelf aan.';
  return { ...line(row, isSame ? Fate.PRESENT : Fate.DIFFERS, isSame ? [] : [{ column: null, says }]), clientId, referralId };
}

const remarksOf = ({ message, more: { fields = [] } }: Refusal): Remark[] => {
  const columns = columnsOf({ types: {}, partners: {}, classes: [] });
  return fields.length ? fields.map(({ field, message: says }) => ({ column: columns.find((each) => each.field === columnFor(field))?.name ?? null, says })) : [{ column: null, says: message }];
};
