import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, Key, Many, Moment, Record, Ref, Shown, Text, Version } from '#kernel';

export enum SettlementState {
  DRAFT = 'DRAFT',
  OFFERED = 'OFFERED',
  SIGNED = 'SIGNED',
  REPLACED = 'REPLACED',
}
/** How somebody signed (BR-W8). */
export enum SigningWay {
  PORTAL = 'PORTAL',
  PAPER = 'PAPER',
  LINK = 'LINK',
}
registerEnumType(SettlementState, { name: 'SettlementState' });
registerEnumType(SigningWay, { name: 'SigningWay', description: 'How somebody signed.' });

/** What the parties agree upon. The case has the working copy; a landlord with a seat gets a copy of what is to be signed. */
@Record('settlement', { seat: 'dossierId', verbs: { draft: null, edit: [SettlementState.DRAFT], offer: [SettlementState.DRAFT], sign: [SettlementState.OFFERED], record: [SettlementState.OFFERED] }, description: 'What the parties agree upon.' })
export class Settlement extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Count('CORE', { min: 1, max: 1000 }) edition: number;
  @Choice('CORE', SettlementState) state: SettlementState;
  @Text('OUTCOME', { max: 20_000 }) body: string;
  @Text('CORE', { max: 64, description: 'SHA-256 of the text that is signed.' }) hash: string;
  @Moment('CORE') draftedAt: Date;
  @Moment('CORE', { optional: true }) offeredAt: Date | null;
  @Moment('CORE', { optional: true, description: 'When the last of them signed.' }) signedAt: Date | null;
  @Moment('CORE', { optional: true }) landlordSignedAt: Date | null;
  @Text('CORE', { max: 160, optional: true }) landlordSignedBy: string | null;
  @Many(() => SettlementSignature, '{t}.id', { by: 'settlementId', order: { field: 'at' }, description: 'For who mediates.' }) signatures: SettlementSignature[];
}

/** Who signed what, how and when; at the case alone. */
@Record('settlement_signature', { seat: 'dossierId', description: 'Who signed a settlement, how and when.' })
export class SettlementSignature extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) settlementId: string;
  @Ref('CORE') partyId: string;
  @Text('IDENTITY', { max: 120 }) name: string;
  @Text('IDENTITY', { max: 120, optional: true }) capacity: string | null;
  @Choice('CORE', SigningWay) way: SigningWay;
  @Ref('CORE', { optional: true, description: 'The scan of what was signed on paper.' }) attachmentId: string | null;
  @Text('CORE', { max: 64 }) hash: string;
  @Moment('CORE') at: Date;
}
