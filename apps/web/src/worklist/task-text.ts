import { useTranslation } from 'react-i18next';
import type { TaskKind, WorklistQuery } from '../generated/graphql/graphql.js';
import type { IconName } from '../shared/icon.js';
import { usePartners } from '../shared/reference.js';

export type Task = WorklistQuery['worklist']['nodes'][number];

/** Of a mediation, for who mediates and for the landlord. */
const MEDIATION_KINDS: readonly TaskKind[] = ['CONFIRM_SIGNAL', 'READ_SIGNAL', 'CONTACT_RENTER', 'HEAR_BOTH', 'CLOSING_REPORT', 'SIGN_SETTLEMENT', 'FOLLOW_UP_SETTLEMENT', 'HEAR_BREACH', 'ANSWER_MEDIATOR', 'AWAIT_MEDIATION'];

export const TASK_KINDS: readonly TaskKind[] = ['FINISH_DRAFT', 'DELIVER', 'DECIDE', 'DECIDE_ACCESS', 'ANSWER_QUESTION', 'START', 'FOLLOW_UP', 'AWAIT_ANSWER', 'AWAIT_REPLY', 'CONFIRM_STOP', 'ANSWER_CONSULT', 'READ_CONSULT', 'AWAIT_CONSULT', 'DELIVER_MESSAGE', ...MEDIATION_KINDS, 'ESCALATED'];

export const TASK_ICONS: Record<TaskKind, IconName> = {
  FINISH_DRAFT: 'edit',
  DELIVER: 'clock',
  DECIDE_ACCESS: 'lock',
  DECIDE: 'send',
  ANSWER_QUESTION: 'talk',
  START: 'flag',
  FOLLOW_UP: 'sync',
  AWAIT_ANSWER: 'clock',
  AWAIT_REPLY: 'talk',
  CONFIRM_STOP: 'shield',
  ANSWER_CONSULT: 'help',
  READ_CONSULT: 'eye',
  AWAIT_CONSULT: 'clock',
  DELIVER_MESSAGE: 'clock',
  CONFIRM_SIGNAL: 'check',
  READ_SIGNAL: 'inbox',
  CONTACT_RENTER: 'phone',
  HEAR_BOTH: 'talk',
  CLOSING_REPORT: 'file',
  SIGN_SETTLEMENT: 'pen',
  FOLLOW_UP_SETTLEMENT: 'sync',
  HEAR_BREACH: 'alert',
  ANSWER_MEDIATOR: 'help',
  AWAIT_MEDIATION: 'clock',
  // The clock's own: it stands in nobody's list.
  TELL_NOT_STARTED: 'clock',
  ESCALATED: 'alert',
};

/** What there is to do, as a sentence. */
export const useTaskTitle = (): ((task: Task) => string) => {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  return ({ kind, otherPartnerId, referral, consult, mediation, signal }) => {
    if (kind === 'ESCALATED' && (mediation ?? signal)) return t('worklist.mediationLate');
    if (kind === 'SIGN_SETTLEMENT' && signal) return t('worklist.sign');
    const partnerId = otherPartnerId ?? referral?.fromPartnerId;
    // Of an anonymous question nobody is told who asks.
    if (consult && !partnerId) return t(kind === 'ESCALATED' ? 'worklist.anonymousLate' : 'worklist.anonymous');
    return t(`worklist.task.${kind}`, { partner: calledOf(partnerId) });
  };
};

/** Which tenancy it is about: its home, or its number to who may not know where it is. */
export function useTenancy({ mediation, signal }: Task): string | undefined {
  const { t } = useTranslation();
  const of = mediation ?? signal;
  if (!of) return undefined;
  const home = signal ?? mediation?.signals[0];
  return t('worklist.tenancy', { home: home?.street ? `${home.street}, ${home.municipality}` : of.number, topic: t(`mediation.topic.${of.topic}`) });
}

/** Where the task is done. */
export function taskPath({ kind, dossierId, consult, mediation, signal }: Pick<Task, 'kind' | 'dossierId' | 'consult' | 'mediation' | 'signal'>): string {
  if (mediation) return `/bemiddelingen/${mediation.id}`;
  // Who mediates finds a signal in the landlord's room of her case.
  if (signal) return `${signal.mediation ? `/bemiddelingen/${signal.mediation.id}?kamer=verhuurder` : `/meldingen/${signal.id}`}${kind === 'DELIVER_MESSAGE' ? '#berichten' : ''}`;
  if (consult) return kind === 'DELIVER_MESSAGE' ? `/vragen/${consult.id}#berichten` : `/vragen/${consult.id}`;
  const page = `/doorverwijzingen/${dossierId}`;
  if (kind === 'FINISH_DRAFT') return `${page}/bewerken`;
  if (kind === 'DELIVER') return `${page}/ontvangstbewijs`;
  if (kind === 'DELIVER_MESSAGE') return `${page}#berichten`;
  return kind === 'DECIDE_ACCESS' ? `${page}#vragen-om-toegang` : page;
}
