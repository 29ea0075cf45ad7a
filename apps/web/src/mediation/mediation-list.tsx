import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../shared/format.js';
import { Empty } from '../shared/loading.js';
import { Panel } from '../shared/page.js';
import { homeOf, openTask, useLandlordName } from './card-facts.js';
import { MediationStatus, TaskTerm } from './marks.js';
import type { Row } from './use-mediations.js';

/** What runs, as a table. */
export function MediationList({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return <div className="panel">{rows.length ? <Rows rows={rows} /> : <Empty title={t('mediation.empty.title')} text={t('mediation.empty.text')} />}</div>;
}

/** What is over, the last of them first. */
export function EndedList({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  if (!rows.length) return null;
  return (
    <div className="board__ended">
      <Panel id="afgelopen" title={t('mediation.ended')} count={rows.length}>
        <Rows rows={rows} isOver />
      </Panel>
    </div>
  );
}

function Rows({ rows, isOver = false }: { rows: readonly Row[]; isOver?: boolean }) {
  const { t } = useTranslation();
  const landlordOf = useLandlordName();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t(isOver ? 'mediation.ended' : 'mediation.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['home', 'topic', 'state', 'mediator', isOver ? 'since' : 'term'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`mediation.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const task = openTask(row);
          return (
            <tr role="row" key={row.id}>
              <th scope="row" role="rowheader">
                <Link to={`/bemiddelingen/${row.id}`}>{homeOf(row)}</Link>
                <span className="table__sub num nowrap">{row.number}</span>
              </th>
              <td role="cell" data-l={t('mediation.table.topic')}>
                <span>{t('mediation.topicOf', { topic: t(`mediation.topic.${row.topic}`), landlord: landlordOf(row) })}</span>
              </td>
              <td role="cell" data-l={t('mediation.table.state')}>
                <MediationStatus state={row.state} />
              </td>
              <td role="cell" data-l={t('mediation.table.mediator')}>
                <span>{row.mediatorName ?? t('mediation.nobody')}</span>
              </td>
              <td role="cell" data-l={t(isOver ? 'mediation.table.since' : 'mediation.table.term')}>
                <span>{isOver ? formatDay(row.changedAt) : task?.term ? <TaskTerm kind={task.kind} term={task.term} /> : <span className="mute">{t('worklist.noTerm')}</span>}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
