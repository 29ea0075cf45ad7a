import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConformanceDocument, type ConformanceQuery, type TensionTopic } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fault } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';

type Cell = NonNullable<ConformanceQuery['conformance']>['cells'][number];

/** How the protocol was kept, year by year: the same numbers for both its parties, and of nobody in particular (BR-R9). */
export function ConformancePanel({ protocolId, from }: { protocolId: string; from: string }) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: Math.max(0, now - Number(from.slice(0, 4))) }, (_, at) => now - 1 - at);
  const [year, setYear] = useState(years[0]);
  return (
    <Panel id="jaarverslag" title={t('cooperation.report.title')}>
      <div className="panel__body stackv">
        <p className="small soft">{t('cooperation.report.text', { year: now, next: now + 1 })}</p>
        {years.length > 1 && (
          <div className="rowx" role="group" aria-label={t('cooperation.report.years')}>
            {years.map((each) => (
              <button key={each} type="button" className={each === year ? 'chip chip--on' : 'chip'} aria-pressed={each === year} onClick={() => setYear(each)}>
                {each}
              </button>
            ))}
          </div>
        )}
        {year ? <Figures protocolId={protocolId} year={year} /> : null}
      </div>
    </Panel>
  );
}

function Figures({ protocolId, year }: { protocolId: string; year: number }) {
  const { t } = useTranslation();
  const { partOf, nameOf } = useCellWords();
  const { data, error, refetch } = useRead(ConformanceDocument, { protocolId, year });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const cells = data.conformance?.cells ?? [];
  if (!cells.length) return <p>{t('cooperation.report.none', { year })}</p>;
  return (
    <table className="table">
      <caption className="vh">{t('cooperation.report.caption', { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cooperation.report.what')}</th>
          <th scope="col">{t('cooperation.report.how')}</th>
          <th scope="col">{t('cooperation.report.count')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${cell.part} ${cell.name}`}>
            <th scope="row">{partOf(cell)}</th>
            <td>{nameOf(cell)}</td>
            <td className="num">{cell.n ?? t('cooperation.report.few')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of what a number is, and how it went. */
function useCellWords() {
  const { t } = useTranslation();
  const partOf = ({ part }: Cell): string => {
    const [of, what] = part.split(' ');
    if (of === 'topic') return t('cooperation.report.topic', { topic: t(`mediation.topic.${what as TensionTopic}`) });
    return of === 'term' ? t('cooperation.report.term', { term: t(`mediation.todo.${what as 'CONTACT_RENTER'}`) }) : t('cooperation.report.deviations');
  };
  const nameOf = ({ part, name }: Cell): string => (part === 'deviations' ? t(`mediation.deviations.kind.${name as 'LATE'}`) : t(`cooperation.report.name.${name as 'KEPT'}`));
  return { partOf, nameOf };
}
