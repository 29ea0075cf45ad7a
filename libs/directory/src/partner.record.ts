import { Choice, Choices, Day, DataClass, Key, Many, PartnerKind, Record, Ref, Regime, Shown, Text, Texts } from '#kernel';

/** A municipality of a region, by its NIS code. */
@Record('municipality', { everyone: true, description: 'A municipality of a region, by its NIS code.' })
export class Municipality extends Shown {
  @Text('CORE', { primary: true }) nis: string;
  @Text('CORE') name: string;
  @Texts('CORE') postcodes: string[];
  @Text('CORE', { shown: false }) region: string;
}

/** An organisation that takes part: the tenant of the portal. */
@Record('partner', { everyone: true, description: 'An organisation that takes part.' })
export class Partner extends Shown {
  @Key() id: string;
  @Text('CORE', { shown: false }) key: string;
  @Text('CORE', { shown: false }) region: string;
  @Text('CORE') name: string;
  @Text('CORE') shortName: string;
  @Choice('CORE', PartnerKind) kind: PartnerKind;
  @Choice('CORE', Regime) regime: Regime;
  @Ref('CORE', { optional: true }) parentId: string | null;
  @Texts('CORE', { shown: false, column: 'municipalities' }) municipalityCodes: string[];
  @Texts('CORE', { shown: false }) protocolArea: string[];
  @Texts('CORE', { shown: false }) companyArea: string[];
  @Texts('CORE', { shown: false }) closingDays: string[];
  @Many(() => Municipality, 'select unnest({t}.municipalities)', { by: 'nis' }) municipalities: Municipality[];
}

/** Which data may flow from one partner to another, for one purpose (BR-P10, BR-P11). */
@Record('exchange_protocol', { everyone: true, derived: { active: ['state', 'validFrom', 'validTo'] }, description: 'Which data may flow from one partner to another, for one purpose.' })
export class ExchangeProtocol extends Shown {
  @Key() id: string;
  @Ref('CORE') fromPartnerId: string;
  @Ref('CORE') toPartnerId: string;
  @Text('CORE') purpose: string;
  @Choices('CORE', DataClass) classes: DataClass[];
  @Text('CORE') legalBasis: string;
  @Text('CORE') state: string;
  @Day('CORE') validFrom: string;
  @Day('CORE', { optional: true }) validTo: string | null;
  @Text('CORE', { optional: true }) publicationUrl: string | null;
}
