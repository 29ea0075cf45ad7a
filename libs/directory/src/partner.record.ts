import { Choice, Key, Many, PartnerKind, Record, Ref, Regime, Shown, Text, Texts } from '#kernel';

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
