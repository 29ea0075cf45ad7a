import { useTranslation } from 'react-i18next';
import type { TaskKind, WorklistQuery } from '../generated/graphql/graphql.js';
import type { IconName } from '../shared/icon.js';
import { usePartners } from '../shared/reference.js';

export type Task = WorklistQuery['worklist']['nodes'][number];

export const TASK_KINDS: readonly TaskKind[] = ['FINISH_DRAFT', 'DELIVER', 'DECIDE', 'DECIDE_ACCESS', 'ANSWER_QUESTION', 'START', 'FOLLOW_UP', 'AWAIT_ANSWER', 'AWAIT_REPLY', 'CONFIRM_STOP', 'ESCALATED'];

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
  ESCALATED: 'alert',
};

/** What there is to do, as a sentence. */
export const useTaskTitle = (): ((task: Task) => string) => {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  return ({ kind, otherPartnerId, referral }) => t(`worklist.task.${kind}`, { partner: calledOf(otherPartnerId ?? referral?.fromPartnerId) });
};

/** Where the task is done. */
export function taskPath({ kind, dossierId }: { kind: TaskKind; dossierId: string }): string {
  const page = `/doorverwijzingen/${dossierId}`;
  if (kind === 'FINISH_DRAFT') return `${page}/bewerken`;
  if (kind === 'DELIVER') return `${page}/ontvangstbewijs`;
  return kind === 'DECIDE_ACCESS' ? `${page}#vragen-om-toegang` : page;
}
