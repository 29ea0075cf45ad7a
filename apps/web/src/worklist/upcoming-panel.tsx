import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { leafOf } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { PersonName } from '../shared/name.js';
import { Panel } from '../shared/page.js';
import type { TaskFilter } from './filter.js';
import { taskPath, useTaskTitle } from './task-text.js';
import { useWorklist } from './use-worklist.js';

const AT_MOST = 8;

/** The next dates, as leaves of a calendar. */
export function UpcomingPanel({ filter }: { filter: TaskFilter }) {
  const { t } = useTranslation();
  const title = useTaskTitle();
  const tasks = useWorklist('UPCOMING', filter);
  if (tasks.isPending) return <Skeleton title lines={5} />;
  const dated = (tasks.nodes ?? []).filter(({ due }) => due).slice(0, AT_MOST);
  return (
    <Panel id="deel-UPCOMING" title={t('worklist.part.UPCOMING')} aside={<Link to="/agenda">{t('worklist.feed.link')}</Link>}>
      {dated.length ? (
        <ul className="agenda">
          {dated.map((task) => {
            const { day, rest } = leafOf(task.due!);
            return (
              <li key={task.id}>
                <p className="agenda__day">
                  <b>{day}</b>
                  <span>{rest}</span>
                </p>
                <div>
                  <p>
                    <Link to={taskPath(task)}>{title(task)}</Link>
                  </p>
                  {task.referral && (
                    <p>
                      <PersonName of={task.referral} />
                    </p>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="panel__body small soft">{t('worklist.empty.UPCOMING.text')}</p>
      )}
    </Panel>
  );
}
