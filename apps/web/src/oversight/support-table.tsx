import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportState } from '../generated/graphql/graphql.js';
import { formatFullDay, formatTime } from '../shared/format.js';

type Look = { id: string; number: string; reason: string; state: SupportState; askedAt: string; endsAt?: string | null };

/** Open, and its time has not passed. */
export const isOpenNow = ({ state, endsAt }: Pick<Look, 'state' | 'endsAt'>, now = Date.now()): boolean => state === 'OPEN' && Date.parse(endsAt!) > now;

/** Looks of support, newest first: who, of which dossier, why, how far, and what can be done. */
export function SupportTable<Row extends Look>({ caption, who, rows, nameOf, actionsOf }: { caption: string; who: string; rows: readonly Row[]; nameOf: (row: Row) => string; actionsOf: (row: Row) => ReactNode }) {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const columns = { who, number: t('glass.list.columns.number'), when: t('support.list.asked'), reason: t('glass.list.columns.reason'), state: t('support.list.state') };
  const stateOf = (row: Row) => t(`support.state.${row.state === 'OPEN' && !isOpenNow(row, now) ? 'ENDED' : row.state}`, { time: row.endsAt ? formatTime(row.endsAt) : '' });
  return (
    <table className="table stack" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {Object.entries(columns).map(([key, label]) => (
            <th key={key} scope="col" role="columnheader">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <span className="first">{nameOf(row)}</span>
            </th>
            <td role="cell" data-l={columns.number}>
              <span className="num">{row.number}</span>
            </td>
            <td role="cell" data-l={columns.when}>
              <span>{t('support.list.at', { day: formatFullDay(row.askedAt), time: formatTime(row.askedAt) })}</span>
            </td>
            <td role="cell" data-l={columns.reason}>
              <span className="pre">{row.reason}</span>
            </td>
            <td role="cell" data-l={columns.state}>
              <div className="stackv--s">
                <span className={row.state === 'ASKED' || isOpenNow(row, now) ? 'tag tag--new' : 'tag'}>{stateOf(row)}</span>
                {actionsOf(row)}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
