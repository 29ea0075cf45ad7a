import path from 'node:path';
import { DataClass } from '../../../kernel/src/vocabulary/vocabulary.js';
import { loadYaml, ReferenceFaults } from '../../../kernel/src/reference/load.js';
import { Absent, AKey, ANumber, AText, NotEmpty, OneOf, Parts, SomeOf, YesOrNo } from '../../../kernel/src/reference/shape.js';

/** What can end, and how. `Trail`: lines of the trail about dossiers that were destroyed. */
export const ENDS: { readonly [kind: string]: readonly string[] } = { Referral: ['GUIDED', 'REFUSED'], Consult: ['GUIDED', 'REFUSED'], TensionSignal: ['GUIDED', 'REFUSED'], MediationCase: ['GUIDED', 'REFUSED'], Client: [], Trail: [] };

/** How long what is kept: from the end of a dossier, by its kind and how it ended; some classes of what is noted there are kept shorter. */
export class RetentionTerm {
  @AKey() key: string;
  @OneOf(Object.keys(ENDS)) kind: string;
  @Absent() @OneOf(['GUIDED', 'REFUSED']) outcome?: string;
  @Absent() @NotEmpty() @SomeOf([DataClass.HEALTH, DataClass.JUDICIAL, DataClass.PRIVATE_NOTE]) classes?: DataClass[];
  @ANumber(0, 100) years: number;
  @AText() motivation: string;
  @OneOf(['DESTROY']) destination: string;
  @YesOrNo() assumed: boolean;
}

export class RetentionReference {
  @ANumber(1, 10_000) edition: number;
  @NotEmpty() @Parts(() => RetentionTerm) terms: RetentionTerm[];
}

/** @throws ReferenceFaults also when two terms are for the same */
export function readRetention(folder: string): RetentionReference {
  const file = path.join(folder, 'retention.yaml');
  const reference = loadYaml(file, RetentionReference);
  const said = new Map<string, string>();
  const faults = reference.terms.flatMap(({ key, kind, outcome, classes = [] }) => {
    if (outcome && !ENDS[kind].includes(outcome)) return [`${file}: ${key}: a ${kind} does not end as ${outcome}`];
    return (outcome ? [outcome] : [...ENDS[kind], '']).flatMap((end) => {
      const what = [kind, end, ...(classes.length ? ['classes', ...[...classes].sort()] : [])].join(' ');
      const other = said.get(what);
      said.set(what, key);
      return other ? [`${file}: ${key}: is about what ${other} is about`] : [];
    });
  });
  const keys = reference.terms.map(({ key }) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${file}: ${key}: stands here twice`);
  if (faults.length || twice.length) throw new ReferenceFaults([...faults, ...twice]);
  return reference;
}
