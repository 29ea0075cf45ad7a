import { Choice, Key, Moment, Record, Ref, Role, Shown, Text, Version, type Write } from '#kernel';

/** That somebody opened what her function does not show her of one dossier, why, and until when (BR-P19). */
@Record('glass_break', { partner: 'partnerId', about: 'dossierId', verbs: { break: null, end: undefined }, description: 'That somebody opened what her function does not show her of one dossier, why, and until when.' })
export class GlassBreak extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Ref('CORE') personId: string;
  @Text('CORE', { max: 120 }) personName: string;
  @Choice('CORE', Role) role: Role;
  @Ref('CORE') dossierId: string;
  @Text('CORE', { max: 40, description: 'What kind of dossier it is, so that one finds its page.' }) dossierKind: string;
  @Text('CORE', { max: 40 }) number: string;
  @Text('CORE', { max: 500 }) reason: string;
  @Moment('CORE') openedAt: Date;
  @Moment('CORE') endsAt: Date;
  @Moment('CORE', { optional: true, description: 'When it was ended before its time.' }) endedAt: Date | null;
}

export const isOpen = ({ endsAt, endedAt }: GlassBreak, now: Date): boolean => !endedAt && endsAt > now;

/** Tells the DPOs of a partner and, of a broken glass, whoever answers there for the dossier. */
export const tellGlass = (partnerId: string, dossierId: string | null, kind: 'GLASS_BROKEN' | 'GLASS_LIMIT', at: Date): Write => ({
  as: partnerId,
  sql: () => ({ name: 'tell glass', text: 'select tell_glass($1, $2, $3)', values: [dossierId, kind, at] }),
});
