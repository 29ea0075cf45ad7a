import { Choices, DataClass, insert, Key, Moment, Record, Ref, Shown, Text, type Write } from '#kernel';

/** What happened on a dossier: who, of which partner, when. */
@Record('timeline_entry', { seat: 'dossierId', description: 'What happened on a dossier: who, of which partner, when.' })
export class TimelineEntry extends Shown {
  @Key() id: string;
  @Ref('CORE') dossierId: string;
  @Ref('CORE') partnerId: string;
  @Text('CORE') personName: string;
  @Moment('CORE') at: Date;
  @Text('CORE') event: string;
  @Text('CORE', { optional: true, max: 2000, description: 'What was asked or answered.' }) text: string | null;
  @Text('OUTCOME', { optional: true, max: 2000, description: 'The result, or why there is none.' }) outcome: string | null;
  @Choices('CORE', DataClass, { description: 'Which classes of facts it is about.' }) classes: DataClass[];
  @Moment('CORE', { optional: true, description: 'End of the term that began here.' }) due: Date | null;
}

/** An entry of the actor's own partner; `audience` empty: for everybody who sits at the dossier. */
export const entry = (values: { dossierId: string; partnerId: string; personName: string; at: Date; event: string; text?: string; outcome?: string; due?: Date; audience?: string[]; classes?: readonly DataClass[] }): Write =>
  insert(TimelineEntry, { id: crypto.randomUUID(), text: null, outcome: null, due: null, audience: [], ...values, classes: [...(values.classes ?? [])] });
