import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Partner } from '#directory';
import { EXTENSIONS, FileRefused, type Inspected, inspected, KINDS } from '#files';
import { type Actor, Clock, DataClass, type Desk, type FieldFault, findsNationalNumber, insert, Reading, Refusal, Regime, step, update, Work, type Write } from '#kernel';
import { Attachment, FILE_CLASSES } from './attachment.record.js';
import { type AttachmentSettings, ATTACHMENTS } from './attachment-settings.js';
import { attachmentFlow, AttachmentState } from './attachment.workflow.js';
import { ScansService } from './scans.service.js';

export type NewAttachment = { dossierId: string; dataClass: DataClass; partnerIds: readonly string[]; description: string | null; file: { name: string; bytes: Buffer } };
export type AttachmentRules = { dataClasses: DataClass[]; partnerIds: string[]; largest: number; extensions: readonly string[]; scanned: boolean };
export type Served = { name: string; type: string; content: Buffer };

const SECRET: readonly DataClass[] = [DataClass.HEALTH, DataClass.JUDICIAL];
const wrong = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });

/** Adds files to a dossier, says for whom they are, takes them away, and gives them to who may read them. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly work: Work,
    private readonly reading: Reading,
    private readonly clock: Clock,
    private readonly scans: ScansService,
    @Inject(ATTACHMENTS) private readonly settings: AttachmentSettings,
  ) {}

  /** What somebody may add at a dossier, and for whom: of the partners there, those that hers knows of. */
  async rules(me: Actor, dossierId: string): Promise<AttachmentRules> {
    if (!isUUID(dossierId)) return this.reading.missed(me, Attachment, []);
    const { largest } = this.settings;
    const told = { largest, extensions: EXTENSIONS, scanned: Boolean(this.settings.clamav) };
    return this.work.consult(me, 'attachmentRules', async (desk) => {
      // Who would read no file there, her own neither, does not learn that the dossier is there.
      if (!(await desk.may(Attachment, dossierId, 'read', FILE_CLASSES.map((dataClass) => ({ dataClass, state: AttachmentState.CLEAN })))).includes(true)) throw new Refusal('NOT_FOUND');
      const dataClasses = await this.classesAt(desk, dossierId);
      const partnerIds = dataClasses.length ? await known(desk, dossierId) : [];
      return { seen: { ...told, dataClasses, partnerIds }, record: Attachment, dossierIds: [dossierId] };
    });
  }

  /**
   * Adds a file: looks at what it is, makes it anew without what it tells of its maker, and keeps all of it or nothing.
   * @returns its id; it is read by nobody before a scanner let it pass, when there is one
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID with what is wrong with the file
   */
  async add(me: Actor, key: string, given: NewAttachment): Promise<string> {
    const { dossierId, dataClass, partnerIds, description, file } = given;
    const request = { dossierId, dataClass, partnerIds, description, name: file.name, hash: createHash('sha256').update(file.bytes).digest('hex') };
    const id = await this.work.do(me, { operation: 'addAttachment', key, request }, async (desk) => {
      const allowed = await this.classesAt(desk, dossierId);
      if (!allowed.length) throw new Refusal('FORBIDDEN');
      if (!allowed.includes(dataClass)) throw wrong('dataClass', 'Kies een soort gegevens uit de lijst.');
      const audience = await audienceOf(desk, me, dossierId, dataClass, partnerIds);
      const looked = await read(file);
      await this.room(desk, me, dossierId, looked.bytes.length);
      const rowId = crypto.randomUUID();
      const row = { id: rowId, version: 1, dossierId, partnerId: me.partnerId, audience, authorId: me.personId, authorName: me.name, dataClass, state: AttachmentState.PENDING, fileName: looked.name, description, kind: looked.kind, size: looked.bytes.length, addedAt: this.clock.now() };
      const added = insert(Attachment, row);
      const content: Write = { as: me.partnerId, sql: () => ({ name: 'add content', text: 'insert into attachment_content (attachment_id, content) values ($1, $2)', values: [rowId, Buffer.from(looked.bytes.buffer, looked.bytes.byteOffset, looked.bytes.length)] }) };
      const passes = this.settings.clamav ? [] : [update(Attachment, row as unknown as Attachment, { state: AttachmentState.UNSCANNED })];
      return { id: rowId, record: Attachment, dossierIds: [dossierId], classes: [dataClass], writes: [added, content, ...passes] };
    });
    // When it does not answer now, the worker asks again.
    if (this.settings.clamav) await this.scans.scan(id, me.partnerId);
    return id;
  }

  /** @param partnerIds whom it is for from now on, beside the own partner */
  address(me: Actor, { key, id, version, partnerIds }: { key: string; id: string; version: number; partnerIds: readonly string[] }): Promise<string> {
    return this.work.do(me, { operation: 'addressAttachment', key, request: { id, version, partnerIds } }, async (desk) => {
      const attachment = await desk.lock(Attachment, id, 'address', version);
      const { to } = step(attachmentFlow, attachment, 'address', undefined);
      const { dossierId, dataClass } = attachment;
      const before = (attachment as unknown as { audience: string[] }).audience;
      const audience = await audienceOf(desk, me, dossierId, dataClass, partnerIds, before);
      return { id, record: Attachment, dossierIds: [dossierId], classes: [dataClass], writes: [update(Attachment, attachment, { state: to, audience } as Partial<Attachment>)] };
    });
  }

  /** What it was goes, its name too; that it was there, of which class and who took it away, stays. */
  remove(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'removeAttachment', key, request: { id, version } }, async (desk) => {
      const attachment = await desk.lock(Attachment, id, 'remove', version);
      const { to: state } = step(attachmentFlow, attachment, 'remove', undefined);
      const { dossierId, dataClass } = attachment;
      return { id, record: Attachment, dossierIds: [dossierId], classes: [dataClass], writes: [update(Attachment, attachment, { state, fileName: '', description: null, removedAt: this.clock.now(), removedBy: me.name })] };
    });
  }

  /**
   * What is in it, for who may read it now: each time it is given leaves its line in the trail.
   * @throws Refusal NOT_FOUND, the same for what is not there, not hers, or gone; NOT_POSSIBLE to its own partner while no scanner let it pass
   */
  async content(me: Actor, id: string): Promise<Served> {
    if (!isUUID(id)) return this.reading.missed(me, Attachment, []);
    return this.work.consult(me, 'downloadAttachment', async (desk) => {
      const { dossierId, dataClass, state, fileName, kind } = await desk.see(Attachment, id);
      if (state === AttachmentState.REMOVED) throw new Refusal('NOT_FOUND');
      const { rows: [found] } = await desk.unit.query<{ content: Buffer }>({ name: 'content', text: 'select content from attachment_content where attachment_id = $1', values: [id] });
      if (!found) throw new Refusal('NOT_POSSIBLE', state === AttachmentState.PENDING ? 'De virusscan van dit bestand is nog bezig. Probeer het straks opnieuw.' : 'In dit bestand vond de scanner een virus. Niemand kan het openen.');
      return { seen: { name: fileName, type: KINDS[kind].type, content: found.content }, record: Attachment, dossierIds: [dossierId], classes: [dataClass] };
    });
  }

  /** A short question has none: whoever could add a file there would learn who else sits there. */
  private async classesAt(desk: Desk, dossierId: string): Promise<DataClass[]> {
    const { rows } = await desk.unit.query<{ kind: string }>({ text: 'select kind from party where dossier_id = $1 and partner_id = $2', values: [dossierId, desk.unit.context.partnerId] });
    if (rows[0]?.kind === 'Consult') return [];
    const may = await desk.may(Attachment, dossierId, 'attach', FILE_CLASSES.map((dataClass) => ({ dataClass })));
    return FILE_CLASSES.filter((_, at) => may[at]);
  }

  /** Of the own partner alone: a limit that counted what others added would tell of it. */
  private async room(desk: Desk, me: Actor, dossierId: string, size: number): Promise<void> {
    await desk.unit.query({ text: `select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))`, values: [dossierId, me.partnerId] });
    const present = await desk.rowsOf(Attachment, 'dossierId', dossierId);
    const used = present.filter(({ partnerId, state }) => partnerId === me.partnerId && state !== AttachmentState.REMOVED).reduce((sum, each) => sum + each.size, 0);
    if (used + size > this.settings.together) throw wrong('file', `Alle bijlagen van uw organisatie bij dit dossier mogen samen hoogstens ${Math.floor(this.settings.together / 1024 / 1024)} MB zijn. Verwijder er eerst een.`);
  }
}

/** The file as it is kept; a national number in its name or its words is refused (BR-I3). */
async function read({ name, bytes }: NewAttachment['file']): Promise<Inspected> {
  const looked = await inspected(bytes, name).catch((error: unknown) => {
    throw error instanceof FileRefused ? wrong('file', error.message) : error;
  });
  if (findsNationalNumber(looked.name) || findsNationalNumber(looked.text)) throw wrong('file', 'In dit bestand staat een rijksregisternummer. Dat bewaren we nooit: maak het onleesbaar en kies het bestand opnieuw.');
  return looked;
}

/** Partners at a dossier of which the own one knows: who seated it, and whom it seated. The wall shows no other. */
async function known(desk: Desk, dossierId: string): Promise<string[]> {
  const { rows } = await desk.unit.query<{ id: string }>({
    text: `select distinct case when p.partner_id = $2 then p.granted_by else p.partner_id end id from party p where p.dossier_id = $1 and p.until > now() and not p.former and (p.partner_id = $2 or p.granted_by = $2) order by 1`,
    values: [dossierId, desk.unit.context.partnerId],
  });
  return rows.map(({ id }) => id).filter((id) => id !== desk.unit.context.partnerId);
}

/** Who was chosen, checked alike whether another sits there or not; `before`: may stay, also when its seat is a former one by now. */
async function audienceOf(desk: Desk, me: Actor, dossierId: string, dataClass: DataClass, chosen: readonly string[], before: readonly string[] = []): Promise<string[]> {
  const partners = [...new Set(chosen)].filter((id) => id !== me.partnerId);
  const possible = [...(await known(desk, dossierId)), ...before];
  const faults: FieldFault[] = [];
  if (partners.some((id) => !possible.includes(id))) faults.push({ field: 'partnerIds', message: 'Kies een partner die u bij dit dossier kent.' });
  else if (partners.length && dataClass === DataClass.PRIVATE_NOTE) faults.push({ field: 'partnerIds', message: 'Een eigen bestand deelt u met niemand.' });
  else if (partners.length && SECRET.includes(dataClass)) {
    const sworn = (await desk.rowsOf(Partner, 'id', partners)).every(({ regime }) => regime === Regime.PROFESSIONAL_SECRECY);
    if (!sworn) faults.push({ field: 'partnerIds', message: 'Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht.' });
  }
  if (faults.length) throw new Refusal('INVALID', faults[0].message, { fields: faults });
  return [me.partnerId, ...partners];
}
