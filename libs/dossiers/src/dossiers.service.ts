import { Injectable } from '@nestjs/common';
import { Person } from '#directory';
import { type Actor, Clock, type Desk, insert, type Outcome, Refusal, update, Work, type Write } from '#kernel';
import { OwnNumber } from './own-number.record.js';
import { Recusal } from './recusal.record.js';
import { entry } from './timeline-entry.record.js';

/** What a partner keeps for itself at any dossier at which it sits. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** Version 0: there is no number yet. */
  number(me: Actor, { key, dossierId, version, number }: { key: string; dossierId: string; version: number; number: string }): Promise<string> {
    return this.work.do(me, { operation: 'setOwnNumber', key, request: { dossierId, version, number } }, (desk) => this.numbering(desk, me, { dossierId, version, number }));
  }

  async numbering(desk: Desk, me: Actor, { dossierId, version, number }: { dossierId: string; version: number; number: string }): Promise<Outcome> {
    await desk.begin(OwnNumber, dossierId, 'write');
    const [present] = (await desk.rowsOf(OwnNumber, 'dossierId', dossierId, { held: true })).filter(({ partnerId }) => partnerId === me.partnerId);
    if ((present?.version ?? 0) !== version) throw new Refusal('CONFLICT', undefined, { version: present?.version });
    const id = present?.id ?? crypto.randomUUID();
    const row = { id, version: 1, dossierId, partnerId: me.partnerId, audience: [me.partnerId], number: number.trim() };
    return { id, record: OwnNumber, dossierIds: [dossierId], writes: [present ? update(OwnNumber, present, { number: row.number }) : insert(OwnNumber, row), this.told(me, dossierId, 'OWN_NUMBER')] };
  }

  /** Who keeps herself away closes the door behind her: only a colleague can open it again. */
  recuse(me: Actor, { key, dossierId, personId, reason }: { key: string; dossierId: string; personId: string; reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'recusePerson', key, request: { dossierId, personId, reason } }, async (desk) => {
      await desk.begin(Recusal, dossierId, 'recuse');
      const [person] = await desk.rowsOf(Person, 'id', personId);
      if (person?.partnerId !== me.partnerId) throw new Refusal('INVALID', undefined, { fields: [{ field: 'personId', message: 'Kies iemand van uw eigen organisatie.' }] });
      if ((await desk.rowsOf(Recusal, 'dossierId', dossierId)).some((each) => each.personId === personId && !each.liftedAt)) throw new Refusal('INVALID', undefined, { fields: [{ field: 'personId', message: 'Deze persoon kan al niet meer bij dit dossier.' }] });
      const id = crypto.randomUUID();
      const row = { id, version: 1, dossierId, partnerId: me.partnerId, audience: [me.partnerId], personId, personName: person.name, reason, since: this.clock.now(), setBy: me.name };
      // Told first: who keeps herself away may write no more.
      return { id, record: Recusal, dossierIds: [dossierId], writes: [this.told(me, dossierId, 'RECUSED'), insert(Recusal, row)] };
    });
  }

  lift(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'liftRecusal', key, request: { id, version } }, async (desk) => {
      const recusal = await desk.lock(Recusal, id, 'lift', version);
      if (recusal.liftedAt) throw new Refusal('NOT_POSSIBLE');
      return { id, record: Recusal, dossierIds: [recusal.dossierId], writes: [update(Recusal, recusal, { liftedAt: this.clock.now() }), this.told(me, recusal.dossierId, 'RECUSAL_LIFTED')] };
    });
  }

  /** To the own side alone, and without what it was: that stands where it belongs. */
  private told({ partnerId, name }: Actor, dossierId: string, event: string): Write {
    return entry({ dossierId, partnerId, personName: name, at: this.clock.now(), event, audience: [partnerId] });
  }
}
