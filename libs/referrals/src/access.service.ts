import { Injectable } from '@nestjs/common';
import { entry } from '#dossiers';
import { Partner } from '#directory';
import { type Actor, Clock, closeTasks, DataClass, dayOf, type Desk, endOf, insert, Refusal, Regime, share, Share, step, Task, TaskKind, update, Work, type Write } from '#kernel';
import { AccessRequest } from './access-request.record.js';
import { accessFlow } from './access-request.workflow.js';
import { Agreements } from './agreements.service.js';
import type { NewAgreement } from './agreements.js';
import { Answer } from './answer.record.js';
import type { Change } from './drafts.service.js';
import { Receipts } from './receipts.js';
import { Receivers } from './receivers.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { LEFT } from './referral.workflow.js';

/** A receiver asks to see more; the sender decides, with the client. */
@Injectable()
export class AccessService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly types: ReferralTypeBook,
    private readonly receivers: Receivers,
    private readonly agreements: Agreements,
    private readonly receipts: Receipts,
  ) {}

  /** What can never be shared is refused at once; whether there is anything to see is not looked at. */
  request(me: Actor, { key, dossierId, classes, reason, until }: { key: string; dossierId: string; classes: DataClass[]; reason: string; until: string }): Promise<string> {
    return this.work.do(me, { operation: 'requestAccess', key, request: { dossierId, classes, reason, until } }, async (desk) => {
      await desk.begin(AccessRequest, dossierId, 'request');
      // A withdrawal holds the answer too: whoever comes second sees what the first did.
      const [answer] = await desk.rowsOf(Answer, 'dossierId', dossierId, { held: true });
      const [referral] = await desk.rowsOf(Referral, 'id', dossierId);
      if (!referral || !answer || LEFT.includes(answer.state)) throw new Refusal('NOT_FOUND');
      const now = this.clock.now();
      if (until <= dayOf(now)) throw invalid('until', 'Kies een dag in de toekomst.');
      if (!classes.length) throw invalid('classes', 'Kies wat u wilt zien.');
      await this.shareable(desk, referral, me.partnerId, classes);
      const has = (await desk.rowsOf(Share, 'dossierId', dossierId)).filter((each) => each.partnerId === me.partnerId && each.until > now).flatMap((each) => each.classes);
      if (classes.every((each) => has.includes(each))) throw invalid('classes', 'U ziet dit al.');
      const id = crypto.randomUUID();
      const { fromPartnerId: sender } = referral;
      const row = { id, version: 1, dossierId, partnerId: me.partnerId, audience: [me.partnerId, sender], toPartnerId: sender, state: accessFlow.starts, classes, reason, until, askedAt: now, askedBy: me.name };
      const task = insert(Task, { id: crypto.randomUUID(), version: 1, dossierId, partnerId: sender, audience: [sender], kind: TaskKind.DECIDE_ACCESS, personId: referral.senderId, otherPartnerId: me.partnerId, awaits: false, openedAt: now, escalate: false });
      return { id, record: AccessRequest, dossierIds: [dossierId], classes, writes: [insert(AccessRequest, row), task, entry({ dossierId, partnerId: me.partnerId, personName: me.name, at: now, event: 'ACCESS_ASKED', text: reason, classes, audience: [me.partnerId, sender] })] };
    });
  }

  /** With what the client agreed to now; it ends on the day that was asked, or with the agreement. */
  grant(me: Actor, { key, id, version, agreement }: Change & { agreement: NewAgreement }): Promise<string> {
    return this.work.do(me, { operation: 'grantAccess', key, request: { id, version, agreement } }, async (desk) => {
      // The answers first, as in a withdrawal.
      const [asked] = await desk.rowsOf(AccessRequest, 'id', id);
      const answers = asked ? await desk.rowsOf(Answer, 'dossierId', asked.dossierId, { held: true }) : [];
      const seen = await desk.lock(AccessRequest, id, 'grant', version);
      const { dossierId, partnerId, classes } = seen;
      const answer = answers.find((each) => each.partnerId === partnerId);
      const referral = await desk.see(Referral, dossierId);
      const arrow = step(accessFlow, seen, 'grant', undefined);
      if (!answer || LEFT.includes(answer.state)) throw new Refusal('NOT_POSSIBLE');
      const now = this.clock.now();
      const type = this.types.get(referral.type);
      const client = await this.agreements.clientOf(desk, dossierId);
      const [fault] = this.agreements.faultsOf([{ ...agreement, personId: null }], client, [], dayOf(now));
      if (!(fault.toldThat && fault.toldPurpose && fault.toldWhom && fault.toldContent)) throw new Refusal('NEEDS', 'Bespreek eerst alle vier de punten met wie akkoord gaat.', { fields: [{ field: 'agreement', message: 'Alle vier de punten zijn nodig.' }] });
      if (!agreement.agreedName.trim()) throw new Refusal('NEEDS', 'Vul in wie akkoord ging.', { fields: [{ field: 'agreedName', message: 'Vul in wie akkoord ging.' }] });
      if (fault.fault) throw new Refusal('NEEDS', fault.fault, { fields: [{ field: fault.field!, message: fault.fault }] });
      if (classes.some((each) => !agreement.classes.includes(each))) throw new Refusal('NEEDS', 'De cliënt ging niet met alles akkoord wat gevraagd wordt.', { fields: [{ field: 'classes', message: 'Niet in het akkoord.' }] });
      const [granted] = await this.shareable(desk, referral, partnerId, classes);
      const [partner] = await desk.rowsOf(Partner, 'id', partnerId);
      const kept = this.agreements.writesOf([{ ...agreement, personId: null }], { client, referral, purpose: type.label, months: type.agreementMonths, today: dayOf(now), receivers: [granted], persons: [] });
      const { id: agreementId, until: lastDay } = kept.own.get(partnerId)!;
      const until = endOf(lastDay < seen.until ? lastDay : seen.until);
      const ground = partner.regime === Regime.PROFESSIONAL_SECRECY ? 'Gedeeld beroepsgeheim' : 'Akkoord van de cliënt en gegevensprotocol';
      const writes: Write[] = [
        update(AccessRequest, seen, { state: arrow.to, decidedAt: now, decidedBy: me.name }),
        ...kept.writes,
        share({ id: crypto.randomUUID(), dossierId, partnerId, classes: granted.classes, purpose: type.label, ground, agreementId, since: now, until, grantedBy: me.partnerId }),
        closeTasks(dossierId, me.partnerId, partnerId, [TaskKind.DECIDE_ACCESS], now),
        entry({ dossierId, partnerId: me.partnerId, personName: me.name, at: now, event: 'ACCESS_GRANTED', classes: granted.classes, due: until, audience: [me.partnerId, partnerId] }),
      ];
      return { id, record: AccessRequest, dossierIds: [dossierId, client.id], classes, writes, afterwards: this.receipts.after(referral, [{ partner, classes: granted.classes }], now) };
    });
  }

  refuse(me: Actor, { key, id, version, text }: Change & { text: string }): Promise<string> {
    return this.work.do(me, { operation: 'refuseAccess', key, request: { id, version, text } }, async (desk) => {
      const seen = await desk.lock(AccessRequest, id, 'refuse', version);
      const arrow = step(accessFlow, seen, 'refuse', undefined);
      const { dossierId, partnerId, classes } = seen;
      const now = this.clock.now();
      const told = entry({ dossierId, partnerId: me.partnerId, personName: me.name, at: now, event: 'ACCESS_REFUSED', text, classes, audience: [me.partnerId, partnerId] });
      return { id, record: AccessRequest, dossierIds: [dossierId], writes: [update(AccessRequest, seen, { state: arrow.to, decidedAt: now, decidedBy: me.name, decision: text }), closeTasks(dossierId, me.partnerId, partnerId, [TaskKind.DECIDE_ACCESS], now), told] };
    });
  }

  private shareable(desk: Desk, referral: Referral, partnerId: string, classes: DataClass[]) {
    return this.receivers.seated(desk, this.types.get(referral.type), referral, { partnerId, classes });
  }
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
