import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WorklistPart } from '../generated/graphql/graphql.js';
import { ButtonLink } from '../shared/button.js';
import { formatFullDay } from '../shared/format.js';
import { PageHead } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { filterIn, searchOf, type TaskFilter } from './filter.js';
import { Filters } from './filters.js';
import { AwayBanner } from '../people/away.js';
import { StandInPanels } from '../people/standing-in.js';
import { TeamPanel } from './team-panel.js';
import { TaskPanel } from './task-panel.js';
import { Tiles } from './tiles.js';
import { UpcomingPanel } from './upcoming-panel.js';
import { WaitingPanel } from './waiting-panel.js';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Home: what to do, what is late, who is waited for, what comes. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayDraft = useDoor('Referral.draft');
  const [search, setSearch] = useSearchParams();
  const { part, ...filter } = filterIn(search);
  const choose = (changes: Partial<TaskFilter>) => setSearch(searchOf({ part, ...filter, ...changes }));
  const shown = { filter, onClear: () => setSearch(searchOf({ part })) };
  return (
    <>
      <PageHead
        title={t('worklist.title')}
        tabTitle={t('worklist.title')}
        meta={<span>{t('worklist.meta', { date: capital(formatFullDay(new Date())), partner: partner.name })}</span>}
        actions={
          mayDraft && (
            <ButtonLink variant="main" icon="plus" to="/doorverwijzingen/nieuw">
              {t('worklist.new')}
            </ButtonLink>
          )
        }
      />
      <AwayBanner />
      <Tiles current={part} />
      <Filters filter={{ part, ...filter }} onChange={choose} />
      {part ? <Part part={part} {...shown} /> : <Overview {...shown} />}
    </>
  );
}

type PartProps = { filter: TaskFilter; onClear: () => void };

function Part({ part, ...props }: PartProps & { part: WorklistPart }) {
  return (
    <>
      {part === 'WAITING' ? <WaitingPanel {...props} /> : <TaskPanel part={part} {...props} />}
      <StandInPanels part={part} {...props} />
    </>
  );
}

function Overview(props: PartProps) {
  return (
    <div className="cols">
      <div>
        <TaskPanel part="OVERDUE" isHiddenWhenEmpty {...props} />
        <TaskPanel part="TODO" withoutLate {...props} />
        <StandInPanels part="OVERDUE" {...props} />
        <StandInPanels part="TODO" withoutLate {...props} />
        <TeamPanel />
        <WaitingPanel isHiddenWhenEmpty {...props} />
      </div>
      <aside>
        <UpcomingPanel filter={props.filter} />
      </aside>
    </div>
  );
}
