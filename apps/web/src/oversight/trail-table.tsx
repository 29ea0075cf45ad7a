import { useTranslation } from 'react-i18next';
import type { TrailFieldsFragment } from '../generated/graphql/graphql.js';
import { useClassWords } from '../shared/classes.js';
import { formatDay, formatTime } from '../shared/format.js';
import { RECORDS } from '../texts/nl/book.js';

const COLUMNS = ['when', 'who', 'what', 'where', 'why'] as const;

/** Lines of the trail, the newest first; `caption` is for who does not see the table. */
export function TrailTable({ lines, caption }: { lines: readonly TrailFieldsFragment[]; caption: string }) {
  const { t } = useTranslation();
  const words = useClassWords();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`trail.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <th scope="row" role="rowheader">
              <span className="first">
                {formatDay(line.at)}, {formatTime(line.at)}
              </span>
            </th>
            <td role="cell" data-l={t('trail.columns.who')}>
              <span>
                {line.personName ?? t('trail.gone')}, {t(`role.${line.role}`)}
              </span>
            </td>
            <td role="cell" data-l={t('trail.columns.what')}>
              <span>
                {[t(`trail.kind.${line.kind}`), RECORDS[line.record]?.toLowerCase()].filter(Boolean).join(': ')}
                {line.classes.length > 0 && <span className="line small soft">{words(line.classes)}</span>}
              </span>
            </td>
            <td role="cell" data-l={t('trail.columns.where')}>
              <span>
                <Where line={line} />
              </span>
            </td>
            <td role="cell" data-l={t('trail.columns.why')}>
              <span>
                {line.purpose === 'glass' ? <b className="tag tag--urgent">{t('trail.purpose.glass')}</b> : t(`trail.purpose.${line.purpose}`)}
                {line.reasons.map((reason) => (
                  <span key={reason} className="line">
                    <b>{t(`trail.unusual.reason.${reason}`)}</b>
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN = 3;

/** By number; a client's file has none. */
function Where({ line: { numbers, dossiers } }: { line: TrailFieldsFragment }) {
  const { t } = useTranslation();
  if (!dossiers) return <span className="mute">{t('trail.nowhere')}</span>;
  const more = dossiers - numbers.length;
  const named = numbers.slice(0, SHOWN).join(', ');
  return (
    <>
      <span className="num">{named}</span>
      {numbers.length > SHOWN && ` +${numbers.length - SHOWN}`}
      {more > 0 && <span className="line small soft">{t('trail.many', { count: more })}</span>}
    </>
  );
}
