import type { ClientsService } from '#clients';
import { type DossiersService, entry } from '#dossiers';
import { type Actor, insert, quietly, Refusal, type Verb } from '#kernel';
import { type DraftsService, Referral, type SendingService } from '#referrals';
import { Standing } from './columns.js';
import { ImportedRow } from './imported-row.record.js';
import type { Row, RunningReferral } from './row.js';

export type Ids = { client: string; referral: string | null };
type Services = { drafts: DraftsService; sending: SendingService; dossiers: DossiersService };

export const newIds = ({ referral }: Row): Ids => ({ client: crypto.randomUUID(), referral: referral && crypto.randomUUID() });

/** Opens the client's file, on the day when it was really opened. */
export const beginning = (clients: ClientsService, me: Actor, { client, since, referral }: Row, ids: Ids, now: Date): Verb => async () => {
  if (since && since > now) throw new Refusal('INVALID', undefined, { fields: [{ field: 'since', message: 'Deze datum ligt in de toekomst.' }] });
  const opened = await clients.opening(me, client, { id: ids.client, since: since ?? referral?.deliveredAt ?? now });
  return { ...opened, writes: [quietly(), ...opened.writes] };
};

/** What went before has its place before it. */
const MINUTE = 60_000;

/** The referral walks all of its steps, on the day that it really took them, up to where its sender can bring it; the answer is the receiver's. */
export function running({ drafts, sending, dossiers }: Services, me: Actor, row: Row, ids: Ids, now: Date): Verb[] {
  const { type, deliveredAt, facts, notes, receivers, classes, agreement } = row.referral!;
  const id = ids.referral!;
  return [
    (desk) => drafts.drafting(desk, me, { id, clientId: ids.client, type }, new Date(deliveredAt.getTime() - MINUTE)),
    (desk) => drafts.saving(desk, me, { id, changes: facts }),
    ...notes.map((note): Verb => (desk) => drafts.noting(desk, me, { dossierId: id, version: 0, ...note }).catch(about(note.dataClass))),
    (desk) => drafts.choosing(desk, me, { id, receivers: receivers.map((partnerId) => ({ partnerId, classes })) }),
    (desk) => sending.sending(desk, me, { id, agreements: [agreement] }, { running: deliveredAt }),
    (desk) => dossiers.numbering(desk, me, { dossierId: id, version: 0, number: row.reference! }),
    async () => ({ id, record: Referral, dossierIds: [id], writes: receivers.map((each) => entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'IMPORTED', text: toldOf(row.referral!), audience: [me.partnerId, each] })) }),
  ];
}

/** Keeps the row's number: of two at once, the second finds it taken, and has done nothing. */
export const marking = (me: Actor, { reference, content }: Row, ids: Ids, now: Date): Verb => async () => ({
  id: ids.client,
  record: ImportedRow,
  dossierIds: [ids.client],
  writes: [insert(ImportedRow, { id: crypto.randomUUID(), dossierId: ids.client, partnerId: me.partnerId, referralId: ids.referral, reference: reference!, content, at: now })],
});

/** What the sender says of the receiver's side: told as the sender's word, since only the receiver can make it so. */
function toldOf({ standing, contact }: RunningReferral): string | undefined {
  const stands = { [Standing.WAITING]: null, [Standing.ACCEPTED]: 'Volgens de afzender al aanvaard.', [Standing.RUNNING]: 'Volgens de afzender al bezig.', [Standing.ENDED]: null }[standing];
  return [stands, contact && `Contactpersoon volgens de afzender: ${contact}.`].filter(Boolean).join(' ') || undefined;
}

const about = (field: string) => (error: unknown): never => {
  throw error instanceof Refusal ? new Refusal(error.code, error.message, { fields: [{ field, message: error.more.fields?.[0].message ?? error.message }] }) : error;
};

const COLUMNS: { readonly [field: string]: string } = { deliveredAt: 'deliveredOn', agreement: 'toldThat', number: 'reference', personId: 'agreedBy' };
/** The column that a form's field stands in. */
export const columnFor = (field: string): string => COLUMNS[field] ?? field;
