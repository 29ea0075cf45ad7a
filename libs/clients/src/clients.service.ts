import { Injectable } from '@nestjs/common';
import { entry } from '#dossiers';
import { type Actor, Clock, dayOf, insert, openDossier, type Outcome, Refusal, restate, update, Work } from '#kernel';
import { Client } from './client.record.js';

type Facts = Omit<Client, 'id' | 'version' | 'partnerId' | 'openedAt' | 'withheld' | 'may'>;
export type ClientFacts = { [fact in keyof Facts]?: Facts[fact] | null };

/** Keeps a partner's own clients. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  open(me: Actor, { key, input }: { key: string; input: ClientFacts }): Promise<string> {
    return this.work.do(me, { operation: 'openClient', key, request: input }, () => this.opening(me, input));
  }

  /** @param since when the file was opened, if that was before today */
  async opening(me: Actor, input: ClientFacts, { id = crypto.randomUUID(), since = this.clock.now() }: { id?: string; since?: Date } = {}): Promise<Outcome> {
    sound(input, this.clock.now());
    const row = insert(Client, { ...input, id, version: 1, partnerId: me.partnerId, openedAt: since });
    return { id, record: Client, dossierIds: [id], writes: [openDossier(id, 'Client', 'OWNER'), row, told(id, me, since, 'CLIENT_OPENED'), restate(id, me.partnerId, 'OPEN', since)] };
  }

  change(me: Actor, { key, id, version, changes }: { key: string; id: string; version: number; changes: ClientFacts }): Promise<string> {
    return this.work.do(me, { operation: 'changeClient', key, request: { id, version, changes } }, async (desk) => {
      const client = await desk.lock(Client, id, 'change', version);
      sound({ ...client, ...changes }, this.clock.now());
      const now = this.clock.now();
      return { id, record: Client, dossierIds: [id], writes: [update(Client, client, changes), told(id, me, now, 'CLIENT_CHANGED'), restate(id, me.partnerId, 'OPEN', now)] };
    });
  }
}

/** In her partner's own file of her. */
const told = (dossierId: string, { partnerId, name }: Actor, at: Date, event: string) => entry({ dossierId, partnerId, personName: name, at, event });

function sound({ givenName, familyName, birthDate }: ClientFacts, now: Date): void {
  const fields = Object.entries({ givenName, familyName }).filter(([, value]) => !value?.trim()).map(([field]) => ({ field, message: 'Vul dit in.' }));
  if (birthDate && birthDate > dayOf(now)) fields.push({ field: 'birthDate', message: 'Deze datum ligt in de toekomst.' });
  if (fields.length) throw new Refusal('INVALID', undefined, { fields });
}
