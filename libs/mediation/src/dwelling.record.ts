import { Key, Record, Ref, Shown, Text, Version } from '#kernel';

/** A home that a company lets: its own list, nobody else's. */
@Record('dwelling', { partner: 'partnerId', verbs: { import: null }, description: 'A home that a company lets.' })
export class Dwelling extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE', { max: 40, description: "The company's own number for it." }) reference: string;
  @Text('CORE', { max: 120 }) street: string;
  @Text('CORE', { max: 10 }) postcode: string;
  @Text('CORE', { max: 80 }) municipality: string;
}
