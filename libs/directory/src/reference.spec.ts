import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReferenceFaults } from '../../kernel/src/reference/load.js';
import { DataClass, PartnerKind, Regime, Role } from '../../kernel/src/vocabulary/vocabulary.js';
import { isActive, readRegions } from './reference.js';
import { givesRole, mayFlowTo, REGIME_OF, ROLES_AT } from './rules.js';

const SHIPPED = path.resolve('deploy/reference');
const BORDER = `
region: { key: border, name: Regio Grens }
municipalities:
  - { nis: '36012', name: Moorslede, postcodes: ['8890'] }
partners:
  - { key: woondienst-border, name: Woondienst Grens, shortName: Woondienst, kind: WOONDIENST, municipalities: [Moorslede] }
  - { key: ocmw-moorslede, name: OCMW Moorslede, shortName: OCMW Moorslede, kind: OCMW, municipalities: ['36012'] }
exchangeProtocols:
  - from: ocmw-moorslede
    to: woondienst-border
    purpose: Doorverwijzing
    classes: [IDENTITY, HEALTH]
    legalBasis: verzonnen
    frequency: per vraag
    security: portaal
    retention: tien jaar
    dpoAdvice: [{ partner: ocmw-moorslede, on: 2026-01-05 }, { partner: woondienst-border, on: 2026-01-06 }]
    publicationUrl: https://protocollen.example/grens
    state: PUBLISHED
    validFrom: 2026-02-01
    invented: true
`;

describe('the region of Izegem', () => {
  const [region] = readRegions(SHIPPED);
  const partner = (key: string) => region.partners.find((one) => one.key === key)!;

  it('has its five municipalities and fifteen partners', () => {
    expect(region.municipalities.map(({ nis, name }) => `${nis} ${name}`)).toEqual(['36008 Izegem', '36007 Ingelmunster', '36010 Ledegem', '37010 Oostrozebeke', '37017 Wielsbeke']);
    const count = (kind: PartnerKind) => region.partners.filter((one) => one.kind === kind).length;
    expect(Object.fromEntries(Object.values(PartnerKind).map((kind) => [kind, count(kind)]))).toEqual({ WOONDIENST: 1, OCMW: 5, MUNICIPALITY: 5, CAW: 1, HOUSING_COMPANY: 2, ENERGY_HOUSE: 1 });
  });

  it('gives each partner the regime of its kind and its municipalities by NIS code', () => {
    expect(partner('ocmw-ledegem')).toMatchObject({ regime: Regime.PROFESSIONAL_SECRECY, municipalities: ['36010'] });
    expect(partner('gemeente-ledegem').regime).toBe(Regime.OFFICIAL_SECRECY);
    expect(partner('vivus')).toMatchObject({ regime: Regime.DISCRETION, protocolArea: ['37010', '37017'] });
    expect(partner('vivus').companyArea).toContain('Waregem');
    expect(partner('thuiswest').protocolArea).toBeUndefined();
    expect(partner('energiehuis-izegem')).toMatchObject({ regime: Regime.DISCRETION, parent: 'woondienst-izegem' });
  });

  it('lets all but one OCMW and the CAW refer to the Woondienst', () => {
    const active = region.exchangeProtocols.filter((protocol) => protocol.to === 'woondienst-izegem' && isActive(protocol, '2026-03-10'));
    expect(active.map(({ from }) => from)).toEqual(['ocmw-izegem', 'ocmw-ingelmunster', 'ocmw-ledegem', 'ocmw-oostrozebeke', 'caw-centraal-west-vlaanderen']);
    expect(region.exchangeProtocols.find(({ from }) => from === 'ocmw-wielsbeke')?.state).toBe('DRAFT');
    expect(active.every(({ classes }) => classes.includes(DataClass.HEALTH))).toBe(true);
  });

  it('marks every protocol as invented', () => {
    expect(region.exchangeProtocols.filter(({ invented }) => !invented)).toEqual([]);
  });
});

describe('a protocol', () => {
  it('is active from its first to its last day, once published', () => {
    const protocol = { state: 'PUBLISHED', validFrom: '2026-02-01', validTo: '2026-12-31' } as const;
    expect(['2026-01-31', '2026-02-01', '2026-12-31', '2027-01-01'].map((day) => isActive(protocol, day))).toEqual([false, true, true, false]);
    expect(isActive({ ...protocol, validTo: undefined }, '2040-01-01')).toBe(true);
    for (const state of ['DRAFT', 'SIGNED', 'ENDED'] as const) expect(isActive({ ...protocol, state }, '2026-06-01')).toBe(false);
  });

  it('never carries health or judicial facts past professional secrecy, nor a private note, nor how the sender fares', () => {
    const flows = (regime: Regime) => Object.values(DataClass).filter((dataClass) => !mayFlowTo(regime, dataClass));
    expect(flows(Regime.PROFESSIONAL_SECRECY)).toEqual(['PRIVATE_NOTE', 'PROGRESS', 'MESSAGE']);
    expect(flows(Regime.OFFICIAL_SECRECY)).toEqual(['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE', 'PROGRESS', 'MESSAGE']);
    expect(flows(Regime.DISCRETION)).toEqual(['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE', 'PROGRESS', 'MESSAGE']);
  });
});

describe('the roles of a partner', () => {
  it('fit its kind, and always include an admin, a DPO and who signs', () => {
    for (const kind of Object.values(PartnerKind)) {
      expect(ROLES_AT[kind]).toEqual(expect.arrayContaining([Role.PARTNER_ADMIN, Role.DPO, Role.SIGNATORY]));
      expect(REGIME_OF[kind]).toBeDefined();
    }
    expect(ROLES_AT.MUNICIPALITY).toHaveLength(4);
    expect([true, false].map((host) => givesRole({ kind: PartnerKind.OCMW, host }, Role.PLATFORM_ADMIN))).toEqual([true, false]);
    const kindsWith = (role: Role) => Object.values(PartnerKind).filter((kind) => ROLES_AT[kind].includes(role));
    expect(kindsWith(Role.SOCIAL_WORKER)).toEqual(['OCMW', 'CAW']);
    expect(kindsWith(Role.HOUSING_COUNSELLOR)).toEqual(['WOONDIENST']);
    expect(kindsWith(Role.TENANCY_OFFICER)).toEqual(['HOUSING_COMPANY']);
    expect(kindsWith(Role.ENERGY_ADVISER)).toEqual(['ENERGY_HOUSE']);
  });
});

describe('a folder of regions', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'regions-'));
    cpSync(path.join(SHIPPED, 'region-izegem.yaml'), path.join(folder, 'region-izegem.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes the second region with something replaced, and reads both. */
  const withBorder = (...changes: [string, string][]) => {
    const text = changes.reduce((all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`"${from}" is not in the file.`);
      return all.replace(from, to);
    }, BORDER.trim());
    writeFileSync(path.join(folder, 'region-border.yaml'), text);
    return readRegions(folder);
  };
  const faults = (...changes: [string, string][]): string[] => {
    try {
      withBorder(...changes);
    } catch (error) {
      if (error instanceof ReferenceFaults) return error.faults.map((fault) => fault.replaceAll(`${folder}${path.sep}`, ''));
      throw error;
    }
    return [];
  };

  it('takes a second region as a second file', () => {
    expect(withBorder().map(({ region }) => region.key)).toEqual(['border', 'izegem']);
  });

  it('lets a partner of one region exchange with one of another', () => {
    expect(withBorder(['to: woondienst-border', 'to: woondienst-izegem'], ['partner: woondienst-border', 'partner: woondienst-izegem'])).toHaveLength(2);
  });

  it('is refused when two files use one key', () => {
    writeFileSync(path.join(folder, 'region-copy.yaml'), readFileSync(path.join(folder, 'region-izegem.yaml')));
    expect(faults()).toEqual(
      expect.arrayContaining([
        'region-izegem.yaml:8: region.key: the region "izegem" stands in region-copy.yaml already',
        expect.stringMatching(/^region-izegem\.yaml:\d+: partners\[3\]\.key: the partner "ocmw-ledegem" stands in region-copy\.yaml already$/),
        expect.stringMatching(/^region-izegem\.yaml:\d+: municipalities\[0\]\.nis: the NIS code "36008" stands in region-copy\.yaml already$/),
      ]),
    );
  });

  it.each<[string, [string, string][], string]>([
    ['an unknown partner', [['from: ocmw-moorslede', 'from: ocmw-moorzele']], 'region-border.yaml:8: exchangeProtocols[0].from: there is no partner "ocmw-moorzele"'],
    ['a protocol with itself', [['to: woondienst-border', 'to: ocmw-moorslede']], 'region-border.yaml:9: exchangeProtocols[0].to: a partner has no protocol with itself'],
    [
      'a class that the receiver never gets',
      [['kind: WOONDIENST', 'kind: ENERGY_HOUSE']],
      'region-border.yaml:11: exchangeProtocols[0].classes[1]: HEALTH never goes to "woondienst-border", which is bound by DISCRETION (BR-P2)',
    ],
    [
      'a class that a regime set by hand forbids',
      [['kind: WOONDIENST', 'kind: WOONDIENST, regime: OFFICIAL_SECRECY']],
      'region-border.yaml:11: exchangeProtocols[0].classes[1]: HEALTH never goes to "woondienst-border", which is bound by OFFICIAL_SECRECY (BR-P2)',
    ],
    ['a second host', [['kind: OCMW', 'kind: OCMW, host: true']], 'region-izegem.yaml:43: partners[0].host: the host "of the portal" stands in region-border.yaml already'],
    ['a parent that does not exist', [['kind: OCMW', 'kind: OCMW, parent: stad']], 'region-border.yaml:6: partners[1].parent: there is no partner "stad"'],
    ['a partner that is its own parent', [['kind: OCMW', 'kind: OCMW, parent: ocmw-moorslede']], 'region-border.yaml:6: partners[1].parent: a partner is not its own parent'],
    ['an unknown municipality', [["['36012']", '[Dadizele]']], 'region-border.yaml:6: partners[1].municipalities[0]: there is no municipality "Dadizele"'],
    ['an unknown municipality in a protocol area', [['kind: OCMW', 'kind: OCMW, protocolArea: [Dadizele]']], 'region-border.yaml:6: partners[1].protocolArea[0]: there is no municipality "Dadizele"'],
    ['a period that ends before it starts', [['invented: true', 'invented: true\n    validTo: 2026-01-01']], 'region-border.yaml:21: exchangeProtocols[0].validTo: lies before validFrom'],
    [
      'a signature without the advice of both DPOs',
      [[', { partner: woondienst-border, on: 2026-01-06 }', '']],
      'region-border.yaml:16: exchangeProtocols[0].dpoAdvice: the advice of the DPO of "woondienst-border" is missing (BR-P10)',
    ],
    ['advice of a third', [['partner: woondienst-border', 'partner: vivus']], 'region-border.yaml:16: exchangeProtocols[0].dpoAdvice[1].partner: "vivus" is no party to this protocol'],
    ['publication nowhere', [['    publicationUrl: https://protocollen.example/grens\n', '']], 'region-border.yaml:8: exchangeProtocols[0].publicationUrl: a published protocol says where (BR-P10)'],
    [
      'a closing day that stands twice',
      [['kind: OCMW', 'kind: OCMW, closingDays: [{ day: 2026-11-02, label: Allerzielen }, { day: 2026-11-02, label: Brugdag }]']],
      'region-border.yaml:6: partners[1].closingDays[1].day: 2026-11-02 stands here twice',
    ],
    ['an unknown key', [['kind: OCMW', 'kind: OCMW, color: blue']], 'region-border.yaml:6: partners[1].color: is not a known key'],
    ['an unknown kind', [['kind: OCMW', 'kind: CPAS']], 'region-border.yaml:6: partners[1].kind: must be one of: WOONDIENST, OCMW, MUNICIPALITY, CAW, HOUSING_COMPANY, ENERGY_HOUSE'],
  ])('is refused for %s', (_, changes, fault) => {
    expect(faults(...changes)).toContain(fault);
  });

  it('is refused for a second protocol of one pair for one purpose, unless it follows or ended', () => {
    const protocol = BORDER.slice(BORDER.indexOf('  - from'));
    const second = (...changes: [string, string][]): [string, string][] => [['invented: true', `invented: true\n${changes.reduce((text, [from, to]) => text.replace(from, to), protocol)}`]];
    expect(faults(...second())).toEqual(['region-border.yaml:23: exchangeProtocols[1].purpose: "ocmw-moorslede" and "woondienst-border" have a protocol for this purpose in this period already']);
    expect(faults(...second(['purpose: Doorverwijzing', 'purpose: Overleg']))).toEqual([]);
    expect(faults(...second(['state: PUBLISHED', 'state: ENDED']))).toEqual([]);
    expect(faults(...second(['state: PUBLISHED', 'state: DRAFT']))).toEqual([]);
    const successor = second(['validFrom: 2026-02-01', 'validFrom: 2027-01-01']);
    expect(faults(...successor)).toHaveLength(1);
    expect(faults(...successor, ['validFrom: 2026-02-01', 'validFrom: 2026-02-01\n    validTo: 2026-12-31'])).toEqual([]);
  });

  it('is refused when it is empty', () => {
    rmSync(path.join(folder, 'region-izegem.yaml'));
    expect(() => readRegions(folder)).toThrow('holds no region-*.yaml');
  });

  it('tells the faults of all files at once', () => {
    writeFileSync(path.join(folder, 'region-other.yaml'), 'region: { key: other, name: Ander }');
    expect(faults(['kind: OCMW', 'kind: CPAS']).map((fault) => fault.split(':')[0])).toEqual(['region-border.yaml', 'region-other.yaml', 'region-other.yaml']);
  });
});
