import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IsObject } from 'class-validator';
import { type Opened, openYaml, type Path, ReferenceFaults } from '../../../kernel/src/reference/load.js';
import { Absent, ADay, AKey, ANumber, AText, OneOf, Part, YesOrNo } from '../../../kernel/src/reference/shape.js';
import { type CooperationFault, faultsOf } from './cooperation-faults.js';
import type { CooperationText } from './cooperation-text.js';

/** What a file may bring: a text that is talked about, or one that both signed. */
const BROUGHT = ['NEGOTIATION', 'SIGNED', 'ACTIVE', 'ENDED'] as const;

export class CooperationSignature {
  @AText() name: string;
  @AText() capacity: string;
  @ADay() on: string;
}

export class CooperationSignatures {
  @Part(() => CooperationSignature) woondienst: CooperationSignature;
  @Part(() => CooperationSignature) company: CooperationSignature;
}

/** One edition of a cooperation protocol as its file has it. Once read, municipalities are NIS codes. */
export class CooperationReference {
  @AKey() woondienst: string;
  @AKey() company: string;
  @ANumber(1, 1000) edition: number;
  @OneOf(BROUGHT) state: (typeof BROUGHT)[number];
  @ADay() validFrom: string;
  @Absent() @ADay() validTo?: string;
  /** Made up for trying out: nobody ever signed it. */
  @YesOrNo() invented: boolean;
  @Absent() @Part(() => CooperationSignatures) signatures?: CooperationSignatures;
  @IsObject({ message: 'must hold keys with values' }) text: CooperationText;
}

/** The partners and municipalities that files may name. */
export type Known = {
  partners: readonly { key: string; name: string; kind: string; area: readonly string[] }[];
  places: readonly { nis: string; name: string }[];
};

/** Reads every `cooperation-*.yaml` of a folder, or throws one error with all faults. */
export function readCooperation(folder: string, known: Known): CooperationReference[] {
  const faults: string[] = [];
  const read: CooperationReference[] = [];
  for (const name of readdirSync(folder).filter((each) => /^cooperation-.+\.ya?ml$/.test(each)).sort()) {
    try {
      const opened = openYaml(path.join(folder, name), CooperationReference);
      faults.push(...fileFaults(opened, known, read));
      read.push(opened.value);
    } catch (error) {
      if (!(error instanceof ReferenceFaults)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length) throw new ReferenceFaults(faults);
  return read;
}

function fileFaults(opened: Opened<CooperationReference>, { partners, places }: Known, before: readonly CooperationReference[]): string[] {
  const { value } = opened;
  const faults: string[] = [];
  const say = (at: Path, reason: string) => faults.push(opened.fault(at, reason));
  const company = partners.find(({ key }) => key === value.company);
  for (const [side, kind] of [['woondienst', 'WOONDIENST'], ['company', 'HOUSING_COMPANY']] as const) {
    const party = partners.find(({ key }) => key === value[side]);
    if (!party) say([side], `there is no partner "${value[side]}"`);
    else if (party.kind !== kind) say([side], `"${value[side]}" is a partner of kind ${party.kind}, and must be ${kind}`);
  }
  if (before.some((other) => other.woondienst === value.woondienst && other.company === value.company && other.edition === value.edition)) say(['edition'], 'stands in another file already');
  if (value.validTo && value.validTo < value.validFrom) say(['validTo'], 'lies before validFrom');
  signatureFaults(value, say);
  const { municipalities } = value.text;
  if (Array.isArray(municipalities)) value.text.municipalities = municipalities.map((name) => places.find((place) => place.name === name)?.nis ?? name);
  const around = { places, company: { name: company?.name ?? value.company, area: company?.area ?? [] } };
  for (const fault of faultsOf(value.text, around)) say(['text', ...fault.path], fault.reason);
  return faults;
}

function signatureFaults({ state, validFrom, signatures, invented }: CooperationReference, say: (at: Path, reason: string) => void): void {
  if (state === 'NEGOTIATION') {
    if (signatures) say(['signatures'], 'a negotiation is not signed yet');
    return;
  }
  if (!signatures) return say(['signatures'], `what is ${state} says who signed it for both sides`);
  if (!invented) say(['invented'], 'a file brings only invented signatures: what is really agreed is signed in the portal');
  if (signatures.woondienst.name === signatures.company.name) say(['signatures', 'company', 'name'], 'nobody signs for both sides');
  for (const side of ['woondienst', 'company'] as const) if (signatures[side].on > validFrom) say(['signatures', side, 'on'], 'lies after validFrom: a protocol is never backdated');
}

/** The terms, steps and letters of a case under no protocol (BR-M9), and what a first draft starts from: `mediation.yaml` of a folder. */
export function readMediationDefaults(folder: string): CooperationText {
  const opened = openYaml(path.join(folder, 'mediation.yaml'), MediationDefaults);
  const text = { ...opened.value.text, municipalities: [] };
  const faults: CooperationFault[] = faultsOf(text, null);
  if (faults.length) throw new ReferenceFaults(faults.map(({ path: at, reason }) => opened.fault(['text', ...at], reason)));
  return text;
}

/** How many days a link to sign with works where the reference data say nothing else. */
export const SIGNING_LINK_DAYS = 14;

/** Of the same file: how long somebody without an account may sign by her link. */
export const readSigningLinkDays = (folder: string): number => openYaml(path.join(folder, 'mediation.yaml'), MediationDefaults).value.signingLinkDays ?? SIGNING_LINK_DAYS;

class MediationDefaults {
  @Absent() @ANumber(1, 60) signingLinkDays?: number;
  @IsObject({ message: 'must hold keys with values' }) text: CooperationText;
}
