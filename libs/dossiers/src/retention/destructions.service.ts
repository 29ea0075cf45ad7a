import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Desk, insert, Refusal, update, Work, type Write } from '#kernel';
import { DestructionItem, DestructionList, LegalHold } from './destruction.record.js';

type Change = { key: string; id: string; version: number };
type Target = { id: string; kind: string; number: string | null };

/** Characters of a reason. */
const LEAST = 10;

/** A person of the partner decides what the clock proposed: signs it, or keeps a dossier longer (BR-P14, DL-02). */
@Injectable()
export class Destructions {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** From here on the worker destroys what is on it. */
  sign(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'signDestruction', key, request: { id, version } }, async (desk) => {
      const list = await desk.lock(DestructionList, id, 'sign', version);
      const dossierIds = (await desk.rowsOf(DestructionItem, 'listId', id)).filter(({ waits }) => waits).map(({ dossierId }) => dossierId);
      return { id, record: DestructionList, dossierIds, writes: [update(DestructionList, list, { signedAt: this.clock.now(), signerId: me.personId, signedBy: me.name })] };
    });
  }

  /** Keeps what is on a list: it would be proposed anew tomorrow if nobody held it. */
  takeOff(me: Actor, { key, id, version, reason }: Change & { reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'takeOffDestruction', key, request: { id, version, reason } }, async (desk) => {
      const item = await desk.lock(DestructionItem, id, 'takeOff', version);
      const target = { id: item.dossierId, kind: item.kind, number: item.number };
      const { writes } = await this.holding(desk, me, [target], reasonOf(reason));
      return { id, record: DestructionItem, dossierIds: [item.dossierId], writes };
    });
  }

  /**
   * Holds a dossier by its number, and takes it off any list.
   * @throws Refusal NOT_FOUND alike for a number that is nobody's, another's, or of what she is kept away from
   */
  hold(me: Actor, { key, ...wanted }: { key: string; number: string; reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'holdDossier', key, request: wanted }, async (desk) => {
      const reason = reasonOf(wanted.reason);
      const number = wanted.number.trim().toUpperCase();
      const { rows: targets } = await desk.unit.query<Target>({
        text: 'select p.dossier_id as id, p.kind, n.number from numbered n join party p on p.dossier_id = n.id and p.partner_id = $2 and p.until > now() where n.number = $1 order by p.dossier_id',
        values: [number, me.partnerId],
      });
      if (!targets.length) throw new Refusal('NOT_FOUND');
      const { ids, writes } = await this.holding(desk, me, targets, reason);
      if (!ids.length) throw new Refusal('NOT_POSSIBLE', 'Dit dossier wordt al langer bewaard.');
      return { id: ids[0], record: LegalHold, dossierIds: targets.map(({ id }) => id), writes };
    });
  }

  lift(me: Actor, { key, id, version, reason }: Change & { reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'liftHold', key, request: { id, version, reason } }, async (desk) => {
      const hold = await desk.lock(LegalHold, id, 'lift', version);
      return { id, record: LegalHold, dossierIds: [hold.dossierId], writes: [update(LegalHold, hold, { liftedAt: this.clock.now(), liftedBy: me.name, liftReason: reasonOf(reason) })] };
    });
  }

  private async holding(desk: Desk, me: Actor, targets: readonly Target[], reason: string): Promise<{ ids: string[]; writes: Write[] }> {
    const now = this.clock.now();
    const dossiers = targets.map(({ id }) => id);
    const held = new Set((await desk.rowsOf(LegalHold, 'dossierId', dossiers)).filter(({ lifted }) => !lifted).map(({ dossierId }) => dossierId));
    const items = (await desk.rowsOf(DestructionItem, 'dossierId', dossiers, { held: true })).filter(({ waits }) => waits);
    const rows = targets.filter(({ id }) => !held.has(id)).map(({ id, kind, number }) => ({ id: crypto.randomUUID(), version: 1, partnerId: me.partnerId, dossierId: id, kind, number, reason, setAt: now, setterId: me.personId, setBy: me.name }));
    return {
      ids: rows.map(({ id }) => id),
      writes: [...rows.map((row) => insert(LegalHold, row)), ...items.map((item) => update(DestructionItem, item, { takenOffAt: now, takenOffBy: me.name, takenOffReason: reason }))],
    };
  }
}

/** @throws Refusal INVALID for a reason that says too little */
function reasonOf(typed: string): string {
  const reason = typed.trim();
  if (reason.length >= LEAST) return reason;
  const message = `Schrijf in minstens ${LEAST} tekens waarom.`;
  throw new Refusal('INVALID', message, { fields: [{ field: 'reason', message }] });
}
