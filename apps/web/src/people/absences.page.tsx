import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AbsencesDocument, type AbsencesQuery, type AbsencesQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatDay, today } from '../shared/format.js';
import { Shape } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { AbsenceDialog, CancelDialog } from './absence-dialogs.js';
import type { Absence } from './away.js';

type Opened = { is: 'report' } | { is: 'change' | 'cancel'; absence: Absence };

/** Who is or will be away, and who stands in. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const list = useReadPages<AbsencesQuery, AbsencesQueryVariables, Absence>(AbsencesDocument, { first: 50 }, ({ absences }) => absences);
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <>
      <PageHead
        title={t('absence.title')}
        tabTitle={t('absence.title')}
        lead={t('absence.lead', { partner: partner.name })}
        actions={
          <Button variant="main" icon="plus" onPress={() => setOpened({ is: 'report' })}>
            {t('absence.report')}
          </Button>
        }
      />
      {list.error && !list.nodes ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : !list.nodes ? <Skeleton lines={6} /> : null}
      {list.nodes && (
        <div className="panel">
          {list.nodes.length ? <Rows rows={list.nodes} onOpen={setOpened} /> : <Empty title={t('absence.empty.title')} text={t('absence.empty.text')} />}
          <More of={list} />
        </div>
      )}
      {opened?.is === 'report' && <AbsenceDialog onClose={close} />}
      {opened?.is === 'change' && <AbsenceDialog absence={opened.absence} onClose={close} />}
      {opened?.is === 'cancel' && <CancelDialog absence={opened.absence} onClose={close} />}
    </>
  );
}

function Rows({ rows, onOpen }: { rows: readonly Absence[]; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const mayAct = rows.some(({ may }) => may.length > 0);
  const columns = ['name', 'period', 'deputy', 'cover', ...(mayAct ? (['actions'] as const) : [])] as const;
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('absence.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`absence.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((absence) => (
          <AbsenceRow key={absence.id} absence={absence} mayAct={mayAct} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function AbsenceRow({ absence, mayAct, onOpen }: { absence: Absence; mayAct: boolean; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const { person, deputy, since, until, setBy, may } = absence;
  const name = person?.name ?? '';
  const isNow = since <= today();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name}
        {isNow && <span className="table__sub">{t('absence.now')}</span>}
      </th>
      <td role="cell" data-l={t('absence.table.period')}>
        <span>
          {since === until ? formatDay(since) : t('absence.period', { since: formatDay(since), until: formatDay(until) })}
          {setBy !== name && <span className="table__sub">{t('absence.setBy', { name: setBy })}</span>}
        </span>
      </td>
      <td role="cell" data-l={t('absence.table.deputy')}>
        <span>{deputy?.name ?? <span className="mute">{t('absence.nobody')}</span>}</span>
      </td>
      <td role="cell" data-l={t('absence.table.cover')}>
        <Cover absence={absence} />
      </td>
      {mayAct && (
        <td role="cell" data-l={t('absence.table.actions')}>
          <span className="rowactions">
            {may.includes('change') && (
              <button type="button" className="linkbtn" aria-label={t('absence.changeOf', { name })} onClick={() => onOpen({ is: 'change', absence })}>
                {t('absence.edit')}
              </button>
            )}
            {may.includes('cancel') && (
              <button type="button" className="linkbtn" aria-label={t('absence.cancelOf', { name })} onClick={() => onOpen({ is: 'cancel', absence })}>
                {t('absence.drop')}
              </button>
            )}
          </span>
        </td>
      )}
    </tr>
  );
}

/** Weekdays without anybody stand out by shape, colour and words. */
function Cover({ absence: { uncoveredDays: count, uncoveredSince, uncoveredUntil } }: { absence: Absence }) {
  const { t } = useTranslation();
  if (!count || !uncoveredSince || !uncoveredUntil) {
    return (
      <span className="status status--ok">
        <Shape name="ok" />
        {t('absence.covered')}
      </span>
    );
  }
  return (
    <span className="status status--late status--wrap">
      <Shape name="late" />
      <span>{t('absence.uncovered', { count, since: formatDay(uncoveredSince), until: formatDay(uncoveredUntil) })}</span>
    </span>
  );
}
