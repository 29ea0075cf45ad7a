import { Injectable } from '@nestjs/common';
import { Mandate, Person, WORKERS } from '#directory';
import { entry, Recusal } from '#dossiers';
import { type Actor, Clock, dayOf, type Desk, endDuty, insert, NoticeKind, Refusal, takeDuty, tell, update, Work, type Write } from '#kernel';
import { Answer } from './answer.record.js';
import { HandOver } from './hand-over.record.js';
import { Referral } from './referral.record.js';
import { ENDED, AnswerState, ReferralState } from './referral.workflow.js';

/** One file to hand over: the version that was read of the referral by its sender, of the own answer by a receiver; and what the colleague must know. */
export type FileToGo = { dossierId: string; version: number; note: string };
type Request = { fromId: string; toId: string; files: readonly FileToGo[] };
/** A file as it stands now, and what of it hangs on the person. */
type Held = { dossierId: string; name: string; version: number; referral?: Referral; answer?: Answer; isContact: boolean; receivers: readonly string[] };

export type Leaver = { personId: string; until: string; files: number };

const RUNNING: readonly ReferralState[] = [ReferralState.DRAFT, ReferralState.SENT, ReferralState.DELIVERED];

/** Many files of one colleague go to another in one act, each with a note (BR-W5): all of them or none. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** By herself, or by a coordinator for her (the privacy book, on the person). */
  handOver(me: Actor, { key, ...request }: Request & { key: string }): Promise<string> {
    return this.work.do(me, { operation: 'handOver', key, request }, async (desk) => {
      const { fromId, toId, files } = request;
      const from = await desk.lock(Person, fromId, 'handOver');
      const to = await this.colleague(desk, me, from, toId);
      const held = await this.held(desk, me, from.id, files.map(({ dossierId }) => dossierId));
      this.refuseChanged(held, files);
      await this.refuseKeptAway(desk, to, held);
      const now = this.clock.now();
      const id = crypto.randomUUID();
      const notes = new Map(files.map(({ dossierId, note }) => [dossierId, note.trim()]));
      const writes = held.flatMap((file) => moved(me, from, to, file, notes.get(file.dossierId)!, now));
      const row = insert(HandOver, { id, partnerId: me.partnerId, fromId, toId, files: files.length, at: now, doneBy: me.name });
      return { id, record: HandOver, dossierIds: files.map(({ dossierId }) => dossierId), writes: [...writes, row, tell(me.partnerId, { personId: toId }, { kind: NoticeKind.HANDED_OVER, at: now })] };
    });
  }

  /** @returns ids of what hangs on a colleague: referrals, and own answers whose referral is gone */
  filesOf(me: Actor, personId: string): Promise<{ referrals: string[]; answers: string[] }> {
    return this.work.consult(me, 'filesOf', async (desk) => {
      await desk.lock(Person, personId, 'handOver');
      const { rows } = await desk.unit.query<{ dossier_id: string; former: boolean }>({ text: 'select dossier_id, former from own_files($1)', values: [personId] });
      const left = rows.filter(({ former }) => former).map(({ dossier_id: id }) => id);
      const answers = left.length ? (await desk.rowsOf(Answer, 'dossierId', left)).filter(({ partnerId }) => partnerId === me.partnerId).map(({ id }) => id) : [];
      return { seen: { referrals: rows.filter(({ former }) => !former).map(({ dossier_id: id }) => id), answers }, record: Person, dossierIds: rows.map(({ dossier_id: id }) => id) };
    });
  }

  /** Whose last function on files ends or has ended: while it still runs, or as long as files hang on her. */
  leavers(me: Actor): Promise<Leaver[]> {
    return this.work.consult(me, 'leavers', async (desk) => {
      const { rows } = await desk.unit.query<{ person_id: string; until: string; files: number }>({ text: 'select person_id, until::text, files from leavers($1)', values: [dayOf(this.clock.now())] });
      return { seen: rows.map(({ person_id: personId, until, files }) => ({ personId, until, files })), record: Person, dossierIds: [] };
    });
  }

  private async colleague(desk: Desk, me: Actor, from: Person, toId: string): Promise<Person> {
    const invalid = (message: string) => new Refusal('INVALID', message, { fields: [{ field: 'toId', message }] });
    if (toId === from.id) throw invalid('Kies een andere collega.');
    const [to] = await desk.rowsOf(Person, 'id', toId);
    const today = dayOf(this.clock.now());
    const works = to?.partnerId === me.partnerId && to.active && (await desk.rowsOf(Mandate, 'personId', toId)).some(({ role, since, until }) => WORKERS.includes(role) && since <= today && (!until || until >= today));
    if (!works) throw invalid('Kies een collega die dossiers opvolgt.');
    return to;
  }

  /** Locked in one order, answers before referrals as everywhere, so that two of these never wait for each other. */
  private async held(desk: Desk, me: Actor, fromId: string, dossierIds: readonly string[]): Promise<Held[]> {
    const answers = await desk.rowsOf(Answer, 'dossierId', dossierIds);
    const own = new Map<string, Answer>();
    for (const { id } of answers.filter(({ partnerId }) => partnerId === me.partnerId).sort(byId)) {
      const answer = await desk.lock(Answer, id, 'read');
      own.set(answer.dossierId, answer);
    }
    const sent = new Map<string, Referral>();
    for (const id of dossierIds.filter((each) => !own.has(each)).sort()) sent.set(id, await desk.lock(Referral, id, 'read'));
    const numbers = new Map((own.size ? await desk.rowsOf(Referral, 'id', [...own.keys()]) : []).map(({ id, number }) => [id, number]));
    const { rows: tasks } = await desk.unit.query<{ dossier_id: string }>({ text: 'select distinct dossier_id from task where dossier_id = any($1) and partner_id = $2 and person_id = $3 and done_at is null', values: [dossierIds, me.partnerId, fromId] });
    const toDo = new Set(tasks.map(({ dossier_id: id }) => id));
    return dossierIds.map((dossierId) => {
      const [answer, referral] = [own.get(dossierId), sent.get(dossierId)];
      const isContact = answer ? answer.contactPersonId === fromId && (!ENDED.includes(answer.state) || answer.state === AnswerState.WITHDRAWN) : referral!.senderId === fromId && RUNNING.includes(referral!.state);
      const receivers = referral ? answers.filter((each) => each.dossierId === dossierId).map(({ partnerId }) => partnerId) : [];
      const file: Held = { dossierId, name: referral?.number ?? numbers.get(dossierId) ?? 'een ingetrokken doorverwijzing', version: (answer ?? referral)!.version, referral, answer, isContact, receivers };
      return isContact || toDo.has(dossierId) ? file : { ...file, version: -1 };
    });
  }

  /** Another version than was read, or it no longer hangs on her: which ones, by their numbers. */
  private refuseChanged(held: readonly Held[], files: readonly FileToGo[]): void {
    const read = new Map(files.map(({ dossierId, version }) => [dossierId, version]));
    const changed = held.filter(({ dossierId, version }) => version !== read.get(dossierId));
    if (!changed.length) return;
    const names = new Intl.ListFormat('nl-BE').format(changed.map(({ name }) => name));
    throw new Refusal('CONFLICT', `Intussen gewijzigd: ${names}. Er is niets overgedragen. Kijk het na en probeer opnieuw.`, { fields: changed.map(({ dossierId, name }) => ({ field: `files.${dossierId}`, message: `${name} is intussen gewijzigd.` })) });
  }

  private async refuseKeptAway(desk: Desk, to: Person, held: readonly Held[]): Promise<void> {
    const away = (await desk.rowsOf(Recusal, 'dossierId', held.map(({ dossierId }) => dossierId))).filter(({ personId, liftedAt }) => personId === to.id && !liftedAt);
    const kept = held.filter(({ dossierId }) => away.some((each) => each.dossierId === dossierId));
    if (kept.length) throw new Refusal('INVALID', `${to.name} kan niet alle gekozen dossiers opvolgen.`, { fields: kept.map(({ dossierId, name }) => ({ field: `files.${dossierId}`, message: `${name}: kies hiervoor een andere collega.` })) });
  }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The file itself, the duty, the open tasks; the note for the own partner, one line without it for the other side. */
function moved({ partnerId, name: by }: Actor, from: Person, to: Person, { dossierId, referral, answer, isContact, receivers }: Held, note: string, now: Date): Write[] {
  const others = answer ? [answer.fromPartnerId] : receivers;
  const told = { dossierId, partnerId, personName: by, at: now };
  return [
    ...(isContact && answer ? [update(Answer, answer, { contactPersonId: to.id, contactName: to.name }), endDuty(dossierId, partnerId, 'CONTACT'), takeDuty(dossierId, to.id, partnerId, 'CONTACT')] : []),
    ...(isContact && referral ? [update(Referral, referral, { senderId: to.id, senderName: to.name })] : []),
    {
      as: partnerId,
      sql: () => ({ name: 'tasks go over', text: 'update task set person_id = $4, version = version + 1 where dossier_id = $1 and partner_id = $2 and person_id = $3 and done_at is null', values: [dossierId, partnerId, from.id, to.id] }),
    },
    entry({ ...told, event: 'HANDED_OVER', text: note, audience: [partnerId] }),
    ...(isContact && others.length ? [entry({ ...told, event: 'CONTACT_CHANGED', text: to.name, audience: [...others] })] : []),
  ];
}
