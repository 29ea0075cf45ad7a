import { Key, Many, Moment, Record, Ref, Shown, Text, Version } from '#kernel';
import { Settlement } from '../settlement.record.js';

/** An address at which one party without an account reads and signs one text, once. The address is the secret: only its hash is kept. */
@Record('signing_link', { seat: 'dossierId', verbs: { make: null }, description: 'An address at which one party without an account reads and signs one text, once.' })
export class SigningLink extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE', { shown: false }) settlementId: string;
  @Ref('CORE') partyId: string;
  /** SHA-256 of the secret, in hexadecimal. */
  @Text('CORE', { max: 64, shown: false }) secretHash: string;
  @Moment('CORE') madeAt: Date;
  @Text('CORE', { max: 120 }) madeBy: string;
  @Moment('CORE') until: Date;
  @Moment('CORE', { optional: true }) usedAt: Date | null;
  @Moment('CORE', { optional: true, description: 'When a newer one took its place.' }) revokedAt: Date | null;
}

Many(() => SigningLink, '{t}.id', { by: 'settlementId', order: { field: 'madeAt' }, description: 'For who mediates: to whom a link to sign was given.' })(Settlement.prototype, 'links');
