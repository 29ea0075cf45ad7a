import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CooperationDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fault, NotFound } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { CooperationStatus, usePlaceName } from './cooperation-state.js';
import { partsOf, textOf } from './cooperation-text.js';
import type { Cooperation } from './cooperation.page.js';

/** Two editions of one pair beside each other, the earlier one left. */
export function Page() {
  const { t } = useTranslation();
  const { id = '', other = '' } = useParams();
  const { shortNameOf } = usePartners();
  const one = useRead(CooperationDocument, { id });
  const two = useRead(CooperationDocument, { id: other });
  const failed = [one, two].find(({ error, data }) => error && !data);
  if (failed) return <Fault error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!one.data || !two.data) return <Skeleton title lines={8} />;
  const [here, there] = [one.data.cooperationProtocol, two.data.cooperationProtocol];
  if (!here || here.companyId !== there?.companyId || here.partnerId !== there.partnerId) return <NotFound />;
  const called = t('cooperation.called', { company: shortNameOf(here.companyId), edition: here.edition });
  return (
    <>
      <PageHead title={t('cooperation.compare.title')} tabTitle={t('cooperation.compare.title')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: called, to: `/protocollen/samenwerking/${here.id}` }, { label: t('cooperation.compare.crumb') }]} />
      <Editions editions={here.edition < there.edition ? [here, there] : [there, here]} />
    </>
  );
}

function Editions({ editions: [early, late] }: { editions: readonly [Cooperation, Cooperation] }) {
  const { t } = useTranslation();
  const placeName = usePlaceName();
  const [isOnly, setOnly] = useState(true);
  const before = partsOf(t, textOf(early), placeName);
  const rows = partsOf(t, textOf(late), placeName).map(({ key, label, says }, index) => ({ key, label, before: before[index].says, after: says, isChanged: before[index].says !== says }));
  const shown = rows.filter(({ isChanged }) => isChanged || !isOnly);
  return (
    <>
      <label className="check" htmlFor="alleen-verschil">
        <input type="checkbox" id="alleen-verschil" checked={isOnly} onChange={({ target }) => setOnly(target.checked)} />
        <span>{t('cooperation.compare.only')}</span>
      </label>
      {shown.length ? <Table early={early} late={late} rows={shown} /> : <p>{t('cooperation.compare.same')}</p>}
    </>
  );
}

type Row = { key: string; label: string; before: string; after: string; isChanged: boolean };

function Table({ early, late, rows }: { early: Cooperation; late: Cooperation; rows: readonly Row[] }) {
  const { t } = useTranslation();
  const nothing = <span className="mute">{t('cooperation.compare.nothing')}</span>;
  const edition = (of: Cooperation) => t('cooperation.compare.edition', { edition: of.edition });
  return (
    <div className="panel panel--clip">
      <table className="compare stack" role="table">
        <caption className="vh">{t('cooperation.compare.caption', { one: early.edition, other: late.edition })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <span className="vh">{t('cooperation.compare.part')}</span>
            </th>
            <th scope="col" role="columnheader">
              {edition(early)} <CooperationStatus of={early} />
            </th>
            <th scope="col" role="columnheader" className="them">
              {edition(late)} <CooperationStatus of={late} />
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, label, before, after, isChanged }) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">
                {label} {isChanged && <span className="tag">{t('cooperation.compare.changed')}</span>}
              </th>
              <td role="cell" className="pre" data-l={edition(early)}>
                <span>{before || nothing}</span>
              </td>
              <td role="cell" className="them pre" data-l={edition(late)}>
                <span>{after || nothing}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
