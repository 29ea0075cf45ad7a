import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Matches } from 'class-validator';
import { type Opened, openYaml, type Path, ReferenceFaults } from '../../kernel/src/reference/load.js';
import { Absent, ADay, AKey, AText, NotEmpty, OneOf, Part, Parts, SomeOf, Texts, YesOrNo } from '../../kernel/src/reference/shape.js';
import { DataClass, PartnerKind, Regime } from '../../kernel/src/vocabulary/vocabulary.js';
import type { ProtocolState } from './exchange-protocol.workflow.js';
import { mayFlowTo, REGIME_OF } from './rules.js';

export type { ProtocolState } from './exchange-protocol.workflow.js';
/** What a file may bring; an advice that is still awaited is given in the portal. */
const BROUGHT = ['DRAFT', 'SIGNED', 'PUBLISHED', 'ENDED'] as const satisfies readonly ProtocolState[];

export class RegionName {
  @AKey() key: string;
  @AText() name: string;
}

export class MunicipalityReference {
  @Matches(/^\d{5}$/, { message: 'must be a NIS code: five digits between quotes' }) nis: string;
  @AText() name: string;
  @NotEmpty() @Matches(/^\d{4}$/, { each: true, message: 'must be postcodes: four digits between quotes' }) postcodes: string[];
}

export class ClosingDay {
  @ADay() day: string;
  @AText() label: string;
}

/** A partner as its region file has it. Once read, municipalities and `protocolArea` are NIS codes and `regime` is filled in. */
export class PartnerReference {
  @AKey() key: string;
  @AText() name: string;
  @AText() shortName: string;
  @OneOf(Object.values(PartnerKind)) kind: PartnerKind;
  @Absent() @OneOf(Object.values(Regime)) regime: Regime;
  @Absent() @AKey() parent?: string;
  /** Hosts the portal: at most one does, over all files. */
  @Absent() @YesOrNo() host = false;
  @NotEmpty() @Texts() municipalities: string[];
  /** Where its cooperation protocol holds; beside `companyArea`, where it lets homes. */
  @Absent() @Texts() protocolArea?: string[];
  /** Names, since it reaches outside the region. */
  @Absent() @Texts() companyArea?: string[];
  @Absent() @Parts(() => ClosingDay) closingDays: ClosingDay[] = [];
}

export class DpoAdvice {
  @AKey() partner: string;
  @ADay() on: string;
}

/** What may flow from one partner to another, for one purpose (BR-P10, BR-P11). */
export class ProtocolReference {
  @AKey() from: string;
  @AKey() to: string;
  @AText() purpose: string;
  @NotEmpty() @SomeOf(Object.values(DataClass)) classes: DataClass[];
  @AText() legalBasis: string;
  @AText() frequency: string;
  @AText() security: string;
  @AText() retention: string;
  @Parts(() => DpoAdvice) dpoAdvice: DpoAdvice[];
  @Absent() @Matches(/^https:\/\/\S+$/, { message: 'must be an https address' }) publicationUrl?: string;
  @OneOf(BROUGHT) state: (typeof BROUGHT)[number];
  @ADay() validFrom: string;
  @Absent() @ADay() validTo?: string;
  /** Made up for trying out: no such protocol was ever signed. */
  @YesOrNo() invented: boolean;
}

/** One region: its municipalities, its partners and what they may exchange. */
export class Region {
  @Part(() => RegionName) region: RegionName;
  @NotEmpty() @Parts(() => MunicipalityReference) municipalities: MunicipalityReference[];
  @NotEmpty() @Parts(() => PartnerReference) partners: PartnerReference[];
  @Absent() @Parts(() => ProtocolReference) exchangeProtocols: ProtocolReference[] = [];
}

/** Published, and within its dates (e15). */
export const isActive = (protocol: Pick<ProtocolReference, 'validFrom' | 'validTo'> & { state: ProtocolState }, day: string): boolean =>
  protocol.state === 'PUBLISHED' && protocol.validFrom <= day && (protocol.validTo === undefined || day <= protocol.validTo);

/** Reads every `region-*.yaml` of a folder, or throws one error with all faults. A partner of one region may exchange with one of another. */
export function readRegions(folder: string): Region[] {
  const files = readdirSync(folder)
    .filter((name) => /^region-.+\.ya?ml$/.test(name))
    .sort();
  if (files.length === 0) throw new ReferenceFaults([`${folder}: holds no region-*.yaml`]);
  const faults: string[] = [];
  const opened: Opened<Region>[] = [];
  for (const name of files) {
    try {
      opened.push(openYaml(path.join(folder, name), Region));
    } catch (error) {
      if (!(error instanceof ReferenceFaults)) throw error;
      faults.push(...error.faults);
    }
  }
  // A file without its shape names no keys, so what others say of them cannot be judged yet.
  if (faults.length === 0) faults.push(...crossFaults(opened));
  if (faults.length > 0) throw new ReferenceFaults(faults);
  return opened.map(({ value }) => value);
}

function crossFaults(regions: readonly Opened<Region>[]): string[] {
  const faults: string[] = [];
  const once = seenOnce(faults);
  const partners = new Map<string, PartnerReference>();
  const places = new Map<string, string>();
  for (const region of regions) {
    once('region', region.value.region.key, region, ['region', 'key']);
    region.value.municipalities.forEach(({ nis, name }, index) => {
      once('NIS code', nis, region, ['municipalities', index, 'nis']);
      once('municipality', name, region, ['municipalities', index, 'name']);
      places.set(nis, nis).set(name, nis);
    });
    region.value.partners.forEach((partner, index) => {
      once('partner', partner.key, region, ['partners', index, 'key']);
      if (partner.host) once('host', 'of the portal', region, ['partners', index, 'host']);
      partner.regime ??= REGIME_OF[partner.kind];
      partners.set(partner.key, partner);
    });
  }
  for (const region of regions) {
    const say = (at: Path, reason: string) => faults.push(region.fault(at, reason));
    region.value.partners.forEach((partner, index) => checkPartner(partner, partners, places, (at, reason) => say(['partners', index, ...at], reason)));
    region.value.exchangeProtocols.forEach((protocol, index) => checkProtocol(protocol, partners, (at, reason) => say(['exchangeProtocols', index, ...at], reason)));
  }
  return [...faults, ...protocolsTwice(regions)];
}

type Say = (at: Path, reason: string) => void;

/** Keys are unique over all files: a person or a protocol names a partner by its key alone. */
function seenOnce(faults: string[]) {
  const seen = new Map<string, string>();
  return (what: string, key: string, region: Opened<Region>, at: Path) => {
    const first = seen.get(`${what} ${key}`);
    if (first) faults.push(region.fault(at, `the ${what} "${key}" stands in ${first} already`));
    else seen.set(`${what} ${key}`, path.basename(region.file));
  };
}

function checkPartner(partner: PartnerReference, partners: ReadonlyMap<string, PartnerReference>, places: ReadonlyMap<string, string>, say: Say) {
  if (partner.parent === partner.key) say(['parent'], 'a partner is not its own parent');
  else if (partner.parent && !partners.has(partner.parent)) say(['parent'], `there is no partner "${partner.parent}"`);
  else if (partner.parent && partners.get(partner.parent)?.parent) say(['parent'], `"${partner.parent}" has a parent itself`);
  const resolve = (names: string[], field: string) =>
    names.map((name, index) => {
      const nis = places.get(name);
      if (!nis) say([field, index], `there is no municipality "${name}"`);
      return nis ?? name;
    });
  partner.municipalities = resolve(partner.municipalities, 'municipalities');
  partner.protocolArea &&= resolve(partner.protocolArea, 'protocolArea');
  partner.closingDays.forEach(({ day }, index) => {
    if (partner.closingDays.findIndex((other) => other.day === day) < index) say(['closingDays', index, 'day'], `${day} stands here twice`);
  });
}

function checkProtocol(protocol: ProtocolReference, partners: ReadonlyMap<string, PartnerReference>, say: Say) {
  for (const side of ['from', 'to'] as const) if (!partners.has(protocol[side])) say([side], `there is no partner "${protocol[side]}"`);
  if (protocol.from === protocol.to) say(['to'], 'a partner has no protocol with itself');
  const receiver = partners.get(protocol.to);
  protocol.classes.forEach((dataClass, index) => {
    if (receiver && !mayFlowTo(receiver.regime, dataClass)) say(['classes', index], `${dataClass} never goes to "${receiver.key}", which is bound by ${receiver.regime} (BR-P2)`);
  });
  if (protocol.validTo && protocol.validTo < protocol.validFrom) say(['validTo'], 'lies before validFrom');
  protocol.dpoAdvice.forEach(({ partner }, index) => {
    if (partner !== protocol.from && partner !== protocol.to) say(['dpoAdvice', index, 'partner'], `"${partner}" is no party to this protocol`);
  });
  if (protocol.state === 'DRAFT') return;
  for (const side of [protocol.from, protocol.to]) {
    if (!protocol.dpoAdvice.some(({ partner }) => partner === side)) say(['dpoAdvice'], `the advice of the DPO of "${side}" is missing (BR-P10)`);
  }
  if (protocol.state === 'PUBLISHED' && !protocol.publicationUrl) say(['publicationUrl'], 'a published protocol says where (BR-P10)');
}

/** One pair has one protocol per purpose at a time; a successor may follow it, and be drafted meanwhile. */
function protocolsTwice(regions: readonly Opened<Region>[]): string[] {
  const faults: string[] = [];
  const seen: ProtocolReference[] = [];
  for (const region of regions) {
    region.value.exchangeProtocols.forEach((protocol, index) => {
      if (protocol.state === 'ENDED') return;
      const same = seen.some(
        (other) =>
          (other.state === 'DRAFT') === (protocol.state === 'DRAFT') &&
          other.from === protocol.from &&
          other.to === protocol.to &&
          other.purpose === protocol.purpose &&
          other.validFrom <= (protocol.validTo ?? '9999') &&
          protocol.validFrom <= (other.validTo ?? '9999'),
      );
      if (same) faults.push(region.fault(['exchangeProtocols', index, 'purpose'], `"${protocol.from}" and "${protocol.to}" have a protocol for this purpose in this period already`));
      seen.push(protocol);
    });
  }
  return faults;
}
