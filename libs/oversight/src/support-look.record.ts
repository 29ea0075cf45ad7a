import { registerEnumType } from '@nestjs/graphql';
import { Choice, Key, Moment, Record, Ref, Shown, Text, Version, type Write } from '#kernel';
import { SupportState } from './support.workflow.js';

registerEnumType(SupportState, { name: 'SupportState' });

/**
 * That whoever supports the platform asks to look at one dossier, as she sees it herself: until a second person lets her, nothing tells
 * whether its number is one (record 19). The same row is a `SupportRequest` to the partner that she asks.
 */
@Record('support_look', { partner: 'hostId', about: 'dossierId', verbs: { ask: null, withdraw: [SupportState.ASKED], end: [SupportState.OPEN] }, description: 'That support asked to look at one dossier, as she who asked sees it.' })
export class SupportLook extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) hostId: string;
  @Ref('CORE', { shown: false }) personId: string;
  @Text('CORE', { shown: false, max: 120 }) personName: string;
  @Ref('CORE', { description: 'The partner that asked for help, and decides.' }) partnerId: string;
  @Text('CORE', { max: 40, description: 'As it was typed.' }) number: string;
  @Text('CORE', { max: 500 }) reason: string;
  @Choice('CORE', SupportState) state: SupportState;
  @Moment('CORE') askedAt: Date;
  @Ref('CORE', { shown: false, optional: true }) decidedBy: string | null;
  @Text('CORE', { shown: false, optional: true, max: 120 }) decidedName: string | null;
  @Moment('CORE', { optional: true }) decidedAt: Date | null;
  @Ref('CORE', { optional: true, description: 'Once it was opened.' }) dossierId: string | null;
  @Text('CORE', { optional: true, max: 40, description: 'What kind of dossier it is, so that one finds its page.' }) dossierKind: string | null;
  @Moment('CORE', { optional: true }) endsAt: Date | null;
  @Moment('CORE', { optional: true, description: 'When it was ended before its time.' }) endedAt: Date | null;
}

/** The same, as the partner sees it that is asked. */
@Record('support_look', { partner: 'partnerId', about: 'dossierId', verbs: { approve: [SupportState.ASKED], decline: [SupportState.ASKED], end: [SupportState.OPEN] }, description: 'That support asks to look at one dossier, as the partner sees it that decides.' })
export class SupportRequest extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { shown: false }) hostId: string;
  @Ref('CORE', { shown: false }) personId: string;
  @Text('CORE', { max: 120 }) personName: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Text('CORE', { max: 40 }) number: string;
  @Text('CORE', { max: 500 }) reason: string;
  @Choice('CORE', SupportState) state: SupportState;
  @Moment('CORE') askedAt: Date;
  @Ref('CORE', { shown: false, optional: true }) decidedBy: string | null;
  @Text('CORE', { optional: true, max: 120 }) decidedName: string | null;
  @Moment('CORE', { optional: true }) decidedAt: Date | null;
  @Ref('CORE', { optional: true }) dossierId: string | null;
  @Text('CORE', { optional: true, max: 40 }) dossierKind: string | null;
  @Moment('CORE', { optional: true }) endsAt: Date | null;
  @Moment('CORE', { optional: true, description: 'When it was ended before its time.' }) endedAt: Date | null;
}

/** Its time may have passed without a step. */
export const isOver = ({ endsAt }: Pick<SupportLook, 'endsAt'>, now: Date): boolean => Boolean(endsAt && endsAt <= now);

/** Tells at the partner whoever may let her, and who answers there for the dossier, if there is one of that number. */
export const tellSupport = (partnerId: string, number: string, at: Date): Write => ({
  as: partnerId,
  sql: () => ({ name: 'tell support', text: 'select tell_support($1, $2)', values: [number, at] }),
});
