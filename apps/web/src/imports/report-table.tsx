import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../shared/button.js';
import { FateStatus } from './fate.js';
import type { Line } from './run.js';

const PAGE = 100;

/** A line per row of the file. */
export function ReportTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(PAGE);
  if (!lines.length) return <p className="panel__foot">{t('imports.result.noAttention')}</p>;
  return (
    <>
      <table className="table stack" role="table">
        <caption className="vh">{t('imports.result.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['row', 'reference', 'who', 'fate', 'remarks'] as const).map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`imports.result.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.slice(0, shown).map((line) => (
            <Row key={line.row} line={line} />
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <p className="panel__foot">
          <Button small onPress={() => setShown(shown + PAGE)}>
            {t('imports.result.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Row({ line: { row, reference, name, fate, withReferral, remarks, clientId, referralId } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className="only-stacked">{t('imports.result.row')} </span>
        {row}
      </th>
      <td role="cell" data-l={t('imports.result.reference')}>
        <span>{reference ?? <span className="mute">{t('imports.result.noReference')}</span>}</span>
      </td>
      <td role="cell" data-l={t('imports.result.who')}>
        <span>
          {name}
          <span className="mute small row-kind">{t(withReferral ? 'imports.result.clientAndReferral' : 'imports.result.client')}</span>
        </span>
      </td>
      <td role="cell" data-l={t('imports.result.fate')}>
        <FateStatus fate={fate} />
      </td>
      <td role="cell" data-l={t('imports.result.remarks')}>
        <span>
          {remarks.length > 0 && (
            <ul className="stackv--s">
              {remarks.map(({ column, says }, at) => (
                <li key={at}>
                  {column && <b>{column}: </b>}
                  {says}
                </li>
              ))}
            </ul>
          )}
          {clientId && <Link to={`/clienten/${clientId}`}>{t('imports.result.toClient')}</Link>} {referralId && <Link to={`/doorverwijzingen/${referralId}`}>{t('imports.result.toReferral')}</Link>}
        </span>
      </td>
    </tr>
  );
}
