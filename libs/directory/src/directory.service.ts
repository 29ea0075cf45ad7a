import { Injectable } from '@nestjs/common';
import { type Actor, type Desk, insert, Refusal, Role, update, Work } from '#kernel';
import { Partner } from './partner.record.js';
import { Mandate, Person } from './person.record.js';
import { givesRole } from './rules.js';

type Act = { key: string };
type Change = Act & { id: string; version: number };

/** A partner's admin keeps its own people; she sees no case content. */
@Injectable()
export class DirectoryService {
  constructor(private readonly work: Work) {}

  addPerson(me: Actor, { key, ...request }: Act & { name: string; username: string; email?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'addPerson', key, request }, async (desk) => {
      const username = request.username.trim().toLowerCase();
      if ((await desk.rowsOf(Person, 'username', username)).length) throw new Refusal('INVALID', undefined, { fields: [{ field: 'username', message: 'Iemand van uw organisatie heeft deze gebruikersnaam al.' }] });
      const id = crypto.randomUUID();
      return { id, record: Person, dossierIds: [], writes: [insert(Person, { id, version: 1, partnerId: me.partnerId, name: request.name.trim(), username, email: request.email || null, active: true })] };
    });
  }

  changePerson(me: Actor, { key, ...request }: Change & { name?: string | null; active?: boolean | null; email?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'changePerson', key, request }, async (desk) => {
      const person = await desk.lock(Person, request.id, 'change', request.version);
      if (request.active === false && person.id === me.personId) throw new Refusal('FORBIDDEN', 'U kunt uzelf niet uitschakelen. Vraag het aan een andere beheerder.');
      const email = typeof request.email === 'string' && { email: request.email || null };
      const changes = { ...(request.name && { name: request.name.trim() }), ...(request.active !== undefined && request.active !== null && { active: request.active }), ...email };
      return { id: person.id, record: Person, dossierIds: [], writes: [update(Person, person, changes)] };
    });
  }

  /** Nobody gives herself a role (the privacy book), and a partner gives only the roles of its kind (WR-07). */
  giveMandate(me: Actor, { key, ...request }: Act & { personId: string; role: Role; municipality?: string | null; political?: boolean | null; since: string; until?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'giveMandate', key, request }, async (desk) => {
      const person = await desk.lock(Person, request.personId, 'mandate');
      const [partner] = await desk.rowsOf(Partner, 'id', me.partnerId);
      if (!givesRole(partner, request.role)) throw invalid('role', 'Deze functie bestaat niet bij uw organisatie.');
      if (request.until && request.until < request.since) throw invalid('until', 'Het einde ligt voor het begin.');
      await this.refuseDouble(desk, person.id, request);
      const id = crypto.randomUUID();
      const { role, municipality, political, since, until } = request;
      return { id, record: Mandate, dossierIds: [], writes: [insert(Mandate, { id, version: 1, partnerId: me.partnerId, personId: person.id, role, municipality: municipality ?? null, political: political ?? false, since, until: until ?? null })] };
    });
  }

  endMandate(me: Actor, { key, ...request }: Change & { until: string }): Promise<string> {
    return this.work.do(me, { operation: 'endMandate', key, request }, async (desk) => {
      const mandate = await desk.lock(Mandate, request.id, 'end', request.version);
      if (request.until < mandate.since) throw invalid('until', 'Het einde ligt voor het begin.');
      // An end is never moved away: that would give a function without the checks of giving one.
      if (mandate.until && request.until > mandate.until) throw invalid('until', 'Een functie wordt niet verlengd. Geef ze opnieuw.');
      return { id: mandate.id, record: Mandate, dossierIds: [], writes: [update(Mandate, mandate, { until: request.until })] };
    });
  }

  private async refuseDouble(desk: Desk, personId: string, { role, since, until }: { role: Role; since: string; until?: string | null }): Promise<void> {
    const overlaps = (await desk.rowsOf(Mandate, 'personId', personId)).some((each) => each.role === role && (!each.until || each.until >= since) && (!until || each.since <= until));
    if (overlaps) throw invalid('role', 'Deze persoon heeft deze functie al in die periode.');
  }
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
