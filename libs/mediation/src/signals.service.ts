import { Injectable } from '@nestjs/common';
import { Calendars, type ClosingDays, Municipality, Partner } from '#directory';
import { entry, newNumber, taskWrites } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, type Desk, insert, openDossier, type Outcome, PartnerKind, Refusal, restate, seat, takeDuty, Task, TaskKind, Work, type Write } from '#kernel';
import { Dwelling } from './dwelling.record.js';
import { addressKey, asWoondienst, caseAbout, folded, holders, type Matter, matterOf } from './files.js';
import { CaseSignal, MediationCase, MediationParty, PartyAnswer, PartySide } from './mediation-case.record.js';
import { mediationFlow } from './mediation.workflow.js';
import { MediationSteps, type Taken } from './mediation-steps.js';
import { CooperationProtocols } from './protocol/cooperation-protocols.js';
import type { CooperationText } from './protocol/cooperation-text.js';
import { termsOf } from './protocol/terms-of.js';
import { tellStage } from './stages.js';
import { SignalOrigin, SignalRenter, TensionSignal, type TensionTopic } from './tension-signal.record.js';
import { signalFlow, SignalStage } from './tension-signal.workflow.js';

type Change = { key: string; id: string; version: number };
export type Renter = { givenName: string; familyName: string; phone?: string | null; email?: string | null; language?: string | null };
export type Report = {
  topic: TensionTopic; urgent: boolean; facts: string; tried?: string | null; danger: boolean; dangerNote?: string | null; renters: readonly Renter[];
  dwellingId?: string | null; street?: string | null; postcode?: string | null; municipality?: string | null;
  origin?: SignalOrigin | null; landlordName?: string | null; landlordContact?: string | null;
};
/** Who reports; without an account she is nobody of the partner in whose context it is kept. */
export type Reporter = Pick<Actor, 'partnerId' | 'partnerKind' | 'name'> & { personId: string | null };
type Address = { street: string; postcode: string; municipality: string };
/** By what a report goes: the edition in force, or the default terms. */
type Ground = { municipality: string; receiverId: string; protocolId: string | null; terms: ReturnType<typeof termsOf> };

/** Tension that somebody reports. A company reports what its signed protocol covers (BR-M1); the Woondienst whatever it sees or is told (BR-M9). */
@Injectable()
export class SignalsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly protocols: CooperationProtocols,
    private readonly steps: MediationSteps,
  ) {}

  report(me: Actor, { key, ...report }: Report & { key: string }): Promise<string> {
    return this.work.do(me, { operation: 'reportTension', key, request: report }, (desk) => this.reported(desk, me, report));
  }

  /** What follows from a report, by whoever made it. */
  async reported(desk: Desk, me: Reporter, report: Report): Promise<Outcome> {
    const closed = await this.calendars.held(desk.unit);
    const now = this.clock.now();
    const origin = originOf(me, report);
    const typed = await this.addressOf(desk, me, report);
    // Before anything of a renter is looked at or kept (c5 test 3).
    const ground = await this.groundOf(desk, me, typed, now, closed);
    const address = { ...typed, municipality: ground.municipality };
    if (!report.renters.length) throw invalid('renters', 'Noem minstens één huurder.');
    if (report.danger && !report.dangerNote?.trim()) throw invalid('dangerNote', 'Schrijf kort op welk gevaar u ziet.');
    const id = crypto.randomUUID();
    const { heard, report: reportTerm } = ground.terms;
    const landlord = origin === SignalOrigin.COMPANY ? null : (report.landlordName?.trim() || null);
    if (origin === SignalOrigin.LANDLORD && !landlord) throw invalid('landlordName', 'Wie verhuurt deze woning?');
    const row = {
      id, version: 1, partnerId: me.partnerId, number: newNumber('BM'), state: signalFlow.starts, origin, receiverId: ground.receiverId, protocolId: ground.protocolId, personId: me.personId, reportedBy: me.name,
      topic: report.topic, urgent: report.urgent, reportedAt: now, heardBy: heard!.due, reportBy: reportTerm!.due, ...address,
      facts: report.facts.trim(), tried: report.tried?.trim() || null, danger: report.danger, dangerNote: report.danger ? report.dangerNote!.trim() : null, landlordName: landlord, landlordContact: landlord ? (report.landlordContact?.trim() || null) : null,
    };
    const shared = origin === SignalOrigin.COMPANY;
    const present = await desk.unit.as(asWoondienst(ground.receiverId), () => this.running(desk, ground.receiverId, addressKey(address), shared ? me.partnerId : null));
    // Who reported before reads the same dates on both; to anybody else they would tell that something runs already.
    const before = present?.signals.find((each) => each.partnerId === me.partnerId && each.origin === origin);
    const joined = before ? { ...row, heardBy: before.heardBy, reportBy: before.reportBy } : row;
    const writes = [
      openDossier(id, 'TensionSignal', shared ? 'SENDER' : 'RECEIVER'),
      insert(TensionSignal, joined),
      ...report.renters.map((renter) => insert(SignalRenter, { id: crypto.randomUUID(), dossierId: id, partnerId: me.partnerId, ...cleaned(renter) })),
      ...(shared ? [seat(id, ground.receiverId, 'RECEIVER'), this.awaiting(joined as TensionSignal, ground, now)] : []),
      entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'SIGNALLED' }),
      ...[...new Set([me.partnerId, ground.receiverId])].map((side) => restate(id, side, row.state, now)),
      ...(present ? this.join(present, joined as TensionSignal, report, now) : this.open(row as TensionSignal, report, ground, now)),
    ];
    return { id, record: TensionSignal, dossierIds: [id], classes: [DataClass.CORE, DataClass.IDENTITY, DataClass.CONTACT, DataClass.ADDRESS, DataClass.HOUSING], writes };
  }

  /** The landlord leaves, for it solved itself or for another reason: it need not say more than that (BR-M7). */
  withdraw(me: Actor, { reason, ...change }: Change & { reason: string }): Promise<string> {
    return this.fromOutside(me, 'withdraw', change, { reason }, { event: 'stop', changes: { stoppedBy: PartySide.LANDLORD }, told: reason.trim() });
  }

  /** The other side does not keep to what was signed. */
  breach(me: Actor, { text, ...change }: Change & { text: string }): Promise<string> {
    return this.fromOutside(me, 'reportBreach', change, { text }, { event: 'breach', changes: {}, told: text.trim() });
  }

  /**
   * What the landlord does on its signal and the mediation takes over: in the Woondienst's context, and its trail tells of the signal alone.
   * Where the mediation has no such step any more, who mediates reads it: a refusal would tell the landlord where it stands (decisions 7).
   */
  private fromOutside(me: Actor, event: 'withdraw' | 'reportBreach', { key, id, version }: Change, request: object, taken: Taken): Promise<string> {
    return this.work.do(me, { operation: `${event}Signal`, key, request: { id, version, ...request } }, async (desk): Promise<Outcome> => {
      const closed = await this.calendars.held(desk.unit);
      const [{ receiverId } = { receiverId: me.partnerId }] = await desk.rowsOf(TensionSignal, 'id', id);
      // The case before the signal, as whoever mediates takes them.
      const row = await desk.unit.as(asWoondienst(receiverId), () => caseAbout(desk, id));
      const signal = await desk.lock(TensionSignal, id, event, version);
      if (!row || !WHILE[event].includes(signal.state)) throw new Refusal('NOT_POSSIBLE');
      const now = this.clock.now();
      const writes = await desk.unit.as(asWoondienst(receiverId), async () => {
        const matter = await matterOf(desk, row);
        const isPossible = await this.steps.has(desk, row, taken.event);
        return isPossible ? this.steps.taken(matter, taken, { desk, closed, now, by: { partnerId: receiverId, name: me.name } }) : told(matter, taken, me, now);
      });
      // Its own act, so that it finds here that it left although the stage does not tell yet.
      const own = entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: this.clock.now(), event: event === 'withdraw' ? 'LANDLORD_LEFT' : 'LANDLORD_TOLD_BREACH' });
      return { id, record: TensionSignal, dossierIds: [id], writes: [...writes, own] };
    });
  }

  /** What a company joins is with itself, or with no company yet: two that claim a home learn nothing of each other. One report on a home at a time. */
  private async running(desk: Desk, partnerId: string, key: string, companyId: string | null): Promise<Matter | null> {
    await desk.unit.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 1))', values: [`${partnerId} ${key}`] });
    const rows = (await desk.rowsOf(MediationCase, 'addressKey', key, { held: true })).filter((each) => each.partnerId === partnerId && !each.endedAt);
    const row = rows.find(({ landlordId }) => landlordId === companyId) ?? rows.find(({ landlordId }) => !companyId || !landlordId);
    return row ? matterOf(desk, row) : null;
  }

  /** A mediation of its own, that nobody but the Woondienst sits at. */
  private open(signal: TensionSignal, { renters }: Report, { receiverId: partnerId, protocolId, terms }: Ground, now: Date): Write[] {
    const id = crypto.randomUUID();
    const isCompany = signal.origin === SignalOrigin.COMPANY;
    const row = { id, version: 1, partnerId, number: signal.number, state: mediationFlow.starts, protocolId, landlordId: isCompany ? signal.partnerId : null, topic: signal.topic, urgent: signal.urgent, deliveredAt: now, changedAt: now, mediatorId: null, addressKey: addressKey(signal) };
    const landlord = { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId, side: PartySide.LANDLORD, familyName: signal.landlordName ?? (isCompany ? signal.reportedBy : 'Verhuurder'), ...(isCompany && { answer: PartyAnswer.AGREED, answeredOn: dayOf(now), answerWay: 'Gemeld in het portaal' }) };
    return [
      openDossier(id, 'MediationCase', 'OWNER', partnerId),
      insert(MediationCase, row),
      insert(CaseSignal, { id: crypto.randomUUID(), dossierId: id, partnerId, aboutId: signal.id, joinedAt: now }),
      insert(MediationParty, { answer: PartyAnswer.OPEN, ...landlord }),
      ...renters.map((renter) => insert(MediationParty, partyOf(id, partnerId, renter))),
      ...taskWrites({ to: row.state, opens: [{ task: 'CONFIRM_SIGNAL', for: 'MEDIATOR', within: 'confirm', escalates: true }] }, id, now, holders(row), terms),
      entry({ dossierId: id, partnerId, personName: 'Woonbrug', at: now, event: 'SIGNALLED' }),
      restate(id, partnerId, row.state, now),
    ];
  }

  /** A tenancy is mediated once at a time, and its terms go on (BR-M10). Who reported before reads the same stage on both. */
  private join({ row, parties, signals }: Matter, signal: TensionSignal, { renters }: Report, now: Date): Write[] {
    const { id, partnerId } = row;
    const known = new Set(parties.map(nameKey));
    const before = signals.find((each) => each.partnerId === signal.partnerId && each.origin === signal.origin);
    return [
      insert(CaseSignal, { id: crypto.randomUUID(), dossierId: id, partnerId, aboutId: signal.id, joinedAt: now }),
      ...renters.filter((renter) => !known.has(nameKey(renter))).map((renter) => insert(MediationParty, partyOf(id, partnerId, renter))),
      ...(row.mediatorId ? [takeDuty(signal.id, row.mediatorId, partnerId, 'CONTACT', partnerId)] : []),
      toRead(row, now),
      entry({ dossierId: id, partnerId, personName: 'Woonbrug', at: now, event: 'SIGNAL_JOINED' }),
      ...(before ? tellStage([signal], [before.state], now) : []),
    ];
  }

  private awaiting(signal: TensionSignal, { receiverId }: Ground, now: Date): Write {
    const { id: dossierId, partnerId, personId, heardBy: due } = signal;
    return insert(Task, { id: crypto.randomUUID(), version: 1, dossierId, partnerId, audience: [partnerId], kind: TaskKind.AWAIT_MEDIATION, personId, otherPartnerId: receiverId, awaits: true, openedAt: now, due, escalate: false, calendarId: receiverId, termFrom: now });
  }

  private async addressOf(desk: Desk, me: Reporter, { dwellingId, street, postcode, municipality }: Report): Promise<Address> {
    if (!dwellingId) {
      const missing = Object.entries({ street, postcode, municipality }).filter(([, value]) => !value?.trim()).map(([field]) => ({ field, message: 'Vul dit in.' }));
      if (missing.length) throw new Refusal('INVALID', undefined, { fields: missing });
      return { street: street!.trim(), postcode: postcode!.trim(), municipality: municipality!.trim() };
    }
    const [dwelling] = await desk.rowsOf(Dwelling, 'id', dwellingId);
    if (dwelling?.partnerId !== me.partnerId) throw invalid('dwellingId', 'Kies een woning uit uw lijst.');
    return { street: dwelling.street, postcode: dwelling.postcode, municipality: dwelling.municipality };
  }

  /** @throws Refusal NO_PROTOCOL with the way that remains, INVALID for a place that is none of the region's */
  private async groundOf(desk: Desk, me: Reporter, { postcode, municipality }: Address, now: Date, closed: ClosingDays): Promise<Ground> {
    const [own] = await desk.rowsOf(Partner, 'id', me.partnerId);
    const place = (await desk.rowsOf(Municipality, 'region', own.region)).find(({ name, postcodes }) => name.toLowerCase() === municipality.toLowerCase() && postcodes.includes(postcode));
    const terms = (text: CooperationText, receiverId: string) => termsOf(text, { from: 'DELIVERY', at: now, closed, calendarId: receiverId });
    if (me.partnerKind !== PartnerKind.HOUSING_COMPANY) {
      if (!place) throw invalid('municipality', 'Deze gemeente en postcode horen niet samen, of liggen niet in de regio.');
      return { municipality: place.name, receiverId: me.partnerId, protocolId: null, terms: terms(this.protocols.defaults(), me.partnerId) };
    }
    const inForce = place && (await this.protocols.inForce(desk, me.partnerId, place.nis, dayOf(now)));
    if (!inForce) throw new Refusal('NO_PROTOCOL', await this.wayOn(desk, me, { region: own.region, municipality }, dayOf(now)), { fields: [{ field: 'municipality', message: 'Hier geldt geen samenwerkingsprotocol.' }] });
    return { municipality: place.name, receiverId: inForce.partnerId, protocolId: inForce.id, terms: terms(inForce.text, inForce.partnerId) };
  }

  private async wayOn(desk: Desk, me: Reporter, { region, municipality }: { region: string; municipality: string }, day: string): Promise<string> {
    const area = await this.protocols.areaInForce(desk, me.partnerId, day);
    const places = (await desk.rowsOf(Municipality, 'region', region)).filter(({ nis }) => area.includes(nis)).map(({ name }) => name).sort();
    const why = places.length ? `${municipality} valt niet onder uw samenwerkingsprotocol: dat geldt voor ${places.join(' en ')}.` : 'Uw samenwerkingsprotocol met de Woondienst is nog niet actief.';
    return `${why} Er is niets bewaard. Wat wel kan: stel de Woondienst een korte vraag zonder naam, of wijs de huurder de weg naar het OCMW, dat kan doorverwijzen.`;
  }
}

/** In which stages the landlord may still do it. */
const WHILE = {
  withdraw: [SignalStage.SIGNALLED, SignalStage.IN_PROGRESS, SignalStage.STARTED, SignalStage.AGREEMENT],
  reportBreach: [SignalStage.AGREEMENT],
};

/** For who mediates, who looks at it as the mediation stands. */
const told = ({ row }: Matter, { event, told: text }: Taken, me: Actor, at: Date): Write[] => [
  ...(event === 'breach' ? [toRead(row, at)] : []),
  entry({ dossierId: row.id, partnerId: row.partnerId, personName: me.name, at, event: event === 'breach' ? 'LANDLORD_REPORTED_BREACH' : 'LANDLORD_WITHDREW', text }),
];

function toRead(row: MediationCase, openedAt: Date): Write {
  const { partnerId, personId = null, role, otherPartnerId } = holders(row).MEDIATOR;
  return insert(Task, { id: crypto.randomUUID(), version: 1, dossierId: row.id, partnerId, audience: [partnerId], kind: TaskKind.READ_SIGNAL, personId, otherPartnerId, role: personId ? null : role, awaits: false, openedAt, escalate: false });
}

/** What the reported row says of itself: only a company goes by a protocol. */
function originOf(me: Reporter, { origin }: Report): SignalOrigin {
  if (me.partnerKind === PartnerKind.HOUSING_COMPANY) return SignalOrigin.COMPANY;
  if (!origin || origin === SignalOrigin.COMPANY) throw invalid('origin', 'Van wie komt deze melding?');
  return origin;
}

const cleaned = ({ givenName, familyName, phone, email, language }: Renter) => ({ givenName: givenName.trim(), familyName: familyName.trim(), phone: phone?.trim() || null, email: email?.trim() || null, language: language?.trim() || null });
const partyOf = (dossierId: string, partnerId: string, renter: Renter) => ({ id: crypto.randomUUID(), version: 1, dossierId, partnerId, side: PartySide.RENTER, answer: PartyAnswer.OPEN, ...cleaned(renter) });
const nameKey = ({ givenName, familyName }: { givenName?: string | null; familyName: string }): string => folded(`${givenName ?? ''} ${familyName}`);
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
