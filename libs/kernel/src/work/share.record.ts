import { registerEnumType } from '@nestjs/graphql';
import { Choice, Choices, Key, Moment, Ref, Text } from '../schema/columns.js';
import { Record, Shown } from '../schema/record.js';
import { DataClass } from '../vocabulary/vocabulary.js';
import type { Write } from './writes.js';

/** Who no longer wants it. */
export enum Wish {
  SENDER = 'SENDER',
  CLIENT = 'CLIENT',
}
registerEnumType(Wish, { name: 'Wish', description: 'Who no longer wants it.' });

/** Classes of facts that one partner lends another at a dossier, until a moment. It has no state: past its end, nothing is lent. */
@Record('share', { seat: 'dossierId', description: 'Classes of facts that one partner lends another at a dossier, until a moment.' })
export class Share extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { description: 'Who got it.' }) partnerId: string;
  @Ref('CORE') grantedBy: string;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Text('CORE') purpose: string;
  @Text('CORE') ground: string;
  @Ref('CORE', { shown: false, optional: true }) agreementId: string | null;
  @Moment('CORE') since: Date;
  @Moment('CORE') until: Date;
  @Moment('CORE', { optional: true, description: 'When it was taken back before its time.' }) endedAt: Date | null;
  @Choice('CORE', Wish, { optional: true }) endedBy: Wish | null;
}

/** Lends classes of what one's own partner wrote here. `since` is no later than the transaction, so that it holds at once. */
export const share = (values: { id: string; dossierId: string; partnerId: string; classes: readonly string[]; purpose: string; ground: string; agreementId: string; since: Date; until: Date; grantedBy: string }): Write => ({
  as: values.grantedBy,
  sql: () => ({
    name: 'share',
    text: `insert into share (id, dossier_id, partner_id, classes, purpose, ground, agreement_id, since, until, granted_by, audience) values ($1, $2, $3, $4, $5, $6, $7, least($8, now()), $9, $10, array[$10::uuid, $3::uuid])`,
    values: [values.id, values.dossierId, values.partnerId, values.classes, values.purpose, values.ground, values.agreementId, values.since, values.until, values.grantedBy],
  }),
});

/** Takes back at once all that a partner was lent here. */
export const endShares = (dossierId: string, partnerId: string, grantedBy: string, wish: Wish): Write => ({
  as: grantedBy,
  sql: () => ({
    name: 'end shares',
    text: 'update share set until = now(), ended_at = now(), ended_by = $4 where dossier_id = $1 and partner_id = $2 and granted_by = $3 and until > now()',
    values: [dossierId, partnerId, grantedBy, wish],
  }),
});
