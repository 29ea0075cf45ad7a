import { Choice, Flag, Key, Many, Moment, PartnerKind, Record, Ref, Regime, Shown, Text, Texts } from '#kernel';

/** A municipality of a region, by its NIS code. */
@Record('municipality', { everyone: true, description: 'A municipality of a region, by its NIS code.' })
export class Municipality extends Shown {
  @Text('CORE', { primary: true }) nis: string;
  @Text('CORE') name: string;
  @Texts('CORE') postcodes: string[];
  @Text('CORE', { shown: false }) region: string;
}

/** What a partner was called until a moment: what happened before it keeps that name. */
@Record('partner_name', { everyone: true, description: 'What a partner was called until a moment.' })
export class PartnerName extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE') name: string;
  @Text('CORE') shortName: string;
  @Moment('CORE') until: Date;
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
  @Flag('CORE', { description: 'Hosts the portal: the only one whose people support the platform.' }) host: boolean;
  @Ref('CORE', { optional: true }) parentId: string | null;
  @Texts('CORE', { shown: false, column: 'municipalities' }) municipalityCodes: string[];
  @Texts('CORE', { shown: false }) protocolArea: string[];
  @Texts('CORE', { shown: false }) companyArea: string[];
  @Many(() => PartnerName, '{t}.id', { by: 'partnerId', order: { field: 'until' }, description: 'What it was called before, oldest first.' }) earlierNames: PartnerName[];
  @Many(() => Municipality, 'select unnest({t}.municipalities)', { by: 'nis' }) municipalities: Municipality[];
}

type Named = { name: string; earlierNames: readonly { name: string; until: Date | string }[] };

/** What a partner was called at a moment: papers keep the name of their day. */
export const nameAt = ({ name, earlierNames }: Named, at: Date | string): string => {
  const moment = new Date(at);
  return [...earlierNames].sort((a, b) => (new Date(a.until) < new Date(b.until) ? -1 : 1)).find(({ until }) => new Date(until) > moment)?.name ?? name;
};
