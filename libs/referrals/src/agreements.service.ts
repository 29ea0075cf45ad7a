import { Injectable } from '@nestjs/common';
import { Agreement, Client, ClientFile } from '#clients';
import { DataClass, type Desk, insert, Refusal, type Wish, type Write } from '#kernel';
import { type Agreeing, faultOf, lastDay, type NewAgreement } from './agreements.js';
import type { Chosen } from './receivers.js';
import type { ReferralPerson } from './referral-person.record.js';
import type { Referral } from './referral.record.js';
import type { SendFacts } from './referral.workflow.js';

type Kept = { client: Client; referral: Pick<Referral, 'id' | 'fromPartnerId'>; purpose: string; months: number; today: string; receivers: readonly Chosen[]; persons: readonly ReferralPerson[] };

/** What the client and the others of her household agreed to: it lies in the client's own file. */
@Injectable()
export class Agreements {
  /** The sender's own client whom a referral is about. */
  async clientOf(desk: Desk, referralId: string): Promise<Client> {
    const [file] = await desk.rowsOf(ClientFile, 'aboutId', referralId);
    const [client] = file ? await desk.rowsOf(Client, 'id', file.dossierId) : [];
    if (!client) throw new Refusal('NOT_FOUND');
    return client;
  }

  faultsOf(agreements: readonly NewAgreement[], client: Client, persons: readonly ReferralPerson[], today: string): (SendFacts['agreements'][number] & { field?: string })[] {
    const seen = new Set<string | null>();
    return agreements.map((each) => {
      const who = each.personId === null ? client : persons.find(({ id }) => id === each.personId);
      const twice = seen.has(each.personId);
      seen.add(each.personId);
      const fault = !who || twice ? { field: 'personId', says: twice ? 'Van dezelfde persoon staan er twee akkoorden.' : 'Deze persoon hoort niet bij de doorverwijzing.' } : faultOf(each, agreeing(who, client), today);
      return { ...each, fault: fault?.says ?? null, field: fault?.field };
    });
  }

  /** One row per person and receiver. `own`: the client's, by receiver. */
  writesOf(agreements: readonly NewAgreement[], { client, referral, purpose, months, today, receivers, persons }: Kept): { writes: Write[]; own: Map<string, { id: string; until: string }> } {
    const own = new Map<string, { id: string; until: string }>();
    const writes = agreements.flatMap(({ personId, ...agreement }) => {
      const who = personId === null ? client : agreeing(persons.find(({ id }) => id === personId)!, client);
      const until = lastDay({ personId, ...agreement }, who, today, months);
      return receivers.map(({ partnerId, classes }) => {
        const id = crypto.randomUUID();
        if (personId === null) own.set(partnerId, { id, until });
        const covered = [DataClass.CORE, DataClass.IDENTITY, ...(personId === null ? classes : [])];
        return insert(Agreement, { ...agreement, classes: covered, id, dossierId: client.id, partnerId: referral.fromPartnerId, aboutId: referral.id, aboutPersonId: personId, receiverId: partnerId, purpose, until });
      });
    });
    return { writes, own };
  }

  /** Ends those about a referral: with all receivers, or with one. */
  end(referralId: string, partnerId: string, wish: Wish, receiverId: string | null = null): Write {
    return {
      as: partnerId,
      sql: () => ({
        name: 'end agreements',
        text: 'update agreement set ended_at = now(), ended_by = $3 where about_id = $1 and partner_id = $2 and ended_at is null and ($4::uuid is null or receiver_id = $4)',
        values: [referralId, partnerId, wish, receiverId],
      }),
    };
  }
}

/** Others of the household have no representative of their own on file: a parent, or the one of the client. */
const agreeing = (who: Client | ReferralPerson, client: Client): Agreeing => {
  const { representativeName, representativeFor, representativeUntil } = client;
  return { birthDate: who.birthDate, representativeName, representativeFor, representativeUntil };
};

