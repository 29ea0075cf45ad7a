import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fault } from '../shared/faults.js';
import { formatList, formatTime } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PersonName } from '../shared/name.js';
import { Panel } from '../shared/page.js';
import { usePartners, useReferralTypes } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { stateFor, Status } from '../shared/status.js';
import { Term } from '../shared/term.js';
import { whyOf } from '../shared/withheld.js';
import { isFiltered, type TaskFilter } from './filter.js';
import { EmptyPart } from './task-panel.js';
import { taskPath, useTaskTitle, useTenancy, type Task } from './task-text.js';
import { useWorklist } from './use-worklist.js';

/** What waits for a partner, as a table. */
export function WaitingPanel({ filter, onClear, isHiddenWhenEmpty }: { filter: TaskFilter; onClear: () => void; isHiddenWhenEmpty?: boolean }) {
  const { t } = useTranslation();
  const tasks = useWorklist('WAITING', filter);
  if (isHiddenWhenEmpty && !tasks.nodes?.length) return tasks.error ? <Fault error={tasks.error} onRetry={() => void tasks.refetch()} /> : null;
  if (tasks.error && !tasks.nodes) return <Fault error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.nodes) return <Skeleton title lines={6} />;
  return (
    <Panel id="deel-WAITING" title={t('worklist.part.WAITING')}>
      {tasks.nodes.length ? (
        <table className="table stack" role="table">
          <caption className="vh">{t('worklist.waiting.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['client', 'at', 'state', 'before'] as const).map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {t(`worklist.waiting.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {tasks.nodes.map((task) => (
              <WaitingRow key={task.id} task={task} />
            ))}
          </tbody>
        </table>
      ) : (
        <EmptyPart part="WAITING" isFiltered={isFiltered(filter)} onClear={onClear} />
      )}
      <More of={tasks} />
    </Panel>
  );
}

function WaitingRow({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  const { referral, consult, otherPartnerId, term, reminded } = task;
  const tenancy = useTenancy(task);
  const title = useTaskTitle();
  const isNameless = referral && whyOf(referral.withheld, 'IDENTITY');
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to={taskPath(task)}>{referral ? isNameless ? referral.number : <PersonName of={referral} /> : consult ? consult.number : tenancy ? title(task) : t(`worklist.kind.${task.kind}`)}</Link>
        {referral && <span className="table__sub">{labelOf(referral.type)}</span>}
        {tenancy && <span className="table__sub">{tenancy}</span>}
        {consult && <span className="table__sub clamp">{consult.question}</span>}
      </th>
      <td role="cell" data-l={t('worklist.waiting.at')}>
        <span>{otherPartnerId ? shortNameOf(otherPartnerId) : formatList((referral?.recipients ?? []).filter(({ chosen }) => chosen).map(({ receiverId }) => shortNameOf(receiverId)))}</span>
      </td>
      <td role="cell" data-l={t('worklist.waiting.state')}>
        <span>{consult && <Status state={consult.state} />}
          {referral && <Status state={referral.answers.find(({ partnerId }) => partnerId === otherPartnerId)?.state ?? stateFor(referral, partner.id)} />}</span>
      </td>
      <td role="cell" data-l={t('worklist.waiting.before')}>
        <span>
          {(task.kind === 'DELIVER' || task.kind === 'DELIVER_MESSAGE') && task.due ? t('worklist.leavesAt', { time: formatTime(task.due) }) : term ? <Term term={term} /> : <span className="mute">{t('worklist.noTerm')}</span>}
          {reminded && <span className="table__sub">{t('worklist.reminded')}</span>}
        </span>
      </td>
    </tr>
  );
}
