import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { TaskKind, WorklistPart } from '../generated/graphql/graphql.js';
import { ButtonLink } from '../shared/button.js';
import { ChipSelect } from '../shared/chip-select.js';
import { formatFullDay } from '../shared/format.js';
import { PageHead } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { TASK_KINDS } from './task-text.js';
import { AwayBanner } from '../people/away.js';
import { StandInPanels } from '../people/standing-in.js';
import { TeamPanel } from './team-panel.js';
import { TaskPanel } from './task-panel.js';
import { PARTS, Tiles } from './tiles.js';
import { UpcomingPanel } from './upcoming-panel.js';
import { WaitingPanel } from './waiting-panel.js';

const isKind = (text: string | null): text is TaskKind => TASK_KINDS.includes(text as TaskKind);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Home: what to do, what is late, who is waited for, what comes. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayDraft = useDoor('Referral.draft');
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find(({ name }) => name === search.get('deel'))?.part;
  const typed = search.get('soort')?.toUpperCase() ?? null;
  const kind = isKind(typed) ? typed : undefined;
  const setKind = (value: string | undefined) =>
    setSearch((now) => {
      if (value) now.set('soort', value.toLowerCase());
      else now.delete('soort');
      return now;
    });
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
      <div className="filters" role="group" aria-label={t('worklist.filters')}>
        <ChipSelect
          label={t('worklist.kindFilter')}
          all={t('app.all')}
          icon="filter"
          value={kind}
          options={TASK_KINDS.map((value) => ({ value, label: t(`worklist.kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
      {part ? <Part part={part} kind={kind} onClear={() => setKind(undefined)} /> : <Overview kind={kind} onClear={() => setKind(undefined)} />}
    </>
  );
}

type PartProps = { kind: TaskKind | undefined; onClear: () => void };

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
        <UpcomingPanel kind={props.kind} />
      </aside>
    </div>
  );
}
