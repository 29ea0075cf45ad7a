import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from './marks.js';
import { TaskTerm } from './marks.js';
import { homeOf, openTask, useCardLine, useLandlordName } from './card-facts.js';
import { LANES, laneOf, type Lane } from './stages.js';
import { useTermWords } from './term-words.js';
import type { AgreementText } from './agreements.js';
import type { Row } from './use-mediations.js';

/** What runs, in a column for each part of the way. */
export function Board({ rows, terms }: { rows: readonly Row[]; terms: AgreementText['terms'] }) {
  return (
    <div className="board">
      {LANES.map((lane) => (
        <LaneColumn key={lane} lane={lane} rows={rows.filter(({ state }) => laneOf(state) === lane)} terms={terms} />
      ))}
    </div>
  );
}

function LaneColumn({ lane, rows, terms }: { lane: Lane; rows: readonly Row[]; terms: AgreementText['terms'] }) {
  const { t } = useTranslation();
  const words = useTermWords();
  return (
    <section className="lane" aria-labelledby={`baan-${lane}`}>
      <div className="lane__head">
        <h2 id={`baan-${lane}`}>
          {t(`mediation.lane.${lane}`)} <span className="n">{rows.length}</span>
        </h2>
        <p className="lane__term">{words.lane(lane, terms)}</p>
      </div>
      {[...rows].sort(byTerm).map((row) => (
        <Card key={row.id} row={row} />
      ))}
    </section>
  );
}

const byTerm = (one: Row, other: Row): number => (openTask(one)?.due ?? '9').localeCompare(openTask(other)?.due ?? '9');

function Card({ row }: { row: Row }) {
  const { t } = useTranslation();
  const landlordOf = useLandlordName();
  const line = useCardLine()(row);
  const task = openTask(row);
  const isLate = task?.term?.tone === 'LATE';
  return (
    <article className={isLate ? 'card card--late' : 'card'}>
      <h3>
        <Link to={`/bemiddelingen/${row.id}`}>{homeOf(row)}</Link>
      </h3>
      <p>{t('mediation.topicOf', { topic: t(`mediation.topic.${row.topic}`), landlord: landlordOf(row) })}</p>
      {row.urgent && <span className="tag tag--urgent">{t('mediation.urgent')}</span>}
      <CardState row={row} />
      {task?.term && <TaskTerm kind={task.kind} term={task.term} label={task.kind === 'FOLLOW_UP_SETTLEMENT' ? t(`mediation.followUp.${followUpOf(row)}`) : undefined} />}
      {line && <p className="card__line">{line}</p>}
    </article>
  );
}

/** Which of the two looks back comes next. */
const followUpOf = ({ tasks }: Row): 'first' | 'second' => (tasks.filter(({ kind, doneAt }) => kind === 'FOLLOW_UP_SETTLEMENT' && !doneAt).length > 1 ? 'first' : 'second');

/** A sign, where a term does not say it all. */
function CardState({ row: { state, settlements } }: { row: Row }) {
  const { t } = useTranslation();
  if (state === 'SETTLEMENT_DRAFT') return <Mark look={settlements.some((each) => each.state === 'OFFERED') ? 'wait' : 'draft'}>{t(settlements.some((each) => each.state === 'OFFERED') ? 'mediation.toSign' : 'mediation.toOffer')}</Mark>;
  if (state === 'SETTLEMENT_SIGNED' || state === 'FOLLOW_UP') return <Mark look="ok">{t('mediation.signed')}</Mark>;
  if (state === 'STALLED' || state === 'BREACH_REPORTED' || state === 'OUT_OF_SCOPE' || state === 'RENTER_DECLINED' || state === 'NOT_REACHED') return <Mark look={state === 'BREACH_REPORTED' ? 'late' : state === 'STALLED' ? 'wait' : 'off'}>{t(`mediation.state.${state}`)}</Mark>;
  return null;
}
