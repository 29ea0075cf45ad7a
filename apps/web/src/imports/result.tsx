import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { saveAs } from '../shared/api/download.js';
import { FaultNote } from '../shared/faults.js';
import { Icon } from '../shared/icon.js';
import { FateStatus } from './fate.js';
import { ReportTable } from './report-table.js';
import type { Fate, Report } from './run.js';
import type { Importing } from './use-import.js';

const FATES: readonly Fate[] = ['ENTERED', 'FITS', 'FAULTY', 'DIFFERS', 'PRESENT'];

const countOf = ({ lines }: Report, fate: Fate): number => lines.filter((line) => line.fate === fate).length;

/** What a run found, and the way on. */
export function Result({ importing }: { importing: Importing }) {
  const { t } = useTranslation();
  const report = importing.report!;
  const head = useRef<HTMLHeadingElement>(null);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => head.current?.focus(), []);
  const attention = report.lines.filter(({ remarks }) => remarks.length);
  const [fits, faulty] = [countOf(report, 'FITS'), countOf(report, 'FAULTY')];
  return (
    <section className="panel" aria-labelledby="uitkomst">
      <div className="panel__head">
        <h2 id="uitkomst" tabIndex={-1} ref={head}>
          {t(importing.act === 'enter' ? 'imports.result.entered' : 'imports.result.checked', { file: importing.fileName })}
        </h2>
      </div>
      <div className="panel__body stackv">
        <ul className="fates">
          {FATES.filter((fate) => countOf(report, fate)).map((fate) => (
            <li key={fate}>
              <FateStatus fate={fate} />{' '}
              <b>{countOf(report, fate)}</b>
            </li>
          ))}
        </ul>
        {importing.isBroken && (
          <div className="note note--care" role="alert">
            <Icon name="alert" />
            <p>{t(importing.act === 'enter' ? 'imports.result.stopped' : 'imports.result.stoppedCheck', { count: report.lines.length, rows: report.rows })}</p>
          </div>
        )}
        <FaultNote error={importing.error} />
        {report.unknown.length > 0 && (
          <div className="note note--care">
            <Icon name="alert" />
            <p>{t('imports.result.unknown', { columns: report.unknown.join(', ') })}</p>
          </div>
        )}
        {faulty > 0 && <p>{t('imports.result.skipped', { count: faulty })}</p>}
        {!importing.isBroken && !fits && !faulty && <p>{t(importing.act === 'enter' ? 'imports.result.allDone' : 'imports.result.nothing')}</p>}
        <div className="actions">
          {importing.act === 'check' && !importing.isBroken && fits > 0 && (
            <Button variant="main" onPress={importing.enter}>
              {t('imports.result.enter', { count: fits })}
            </Button>
          )}
          {importing.act === 'enter' && importing.isBroken && (
            <Button variant="main" onPress={importing.enter}>
              {t('imports.result.again')}
            </Button>
          )}
          {report.csv !== null && (
            <Button icon="file" onPress={() => saveAs(new Blob([report.csv!], { type: 'text/csv;charset=utf-8' }), 'woonbrug-verslag.csv')}>
              {t('imports.result.report')}
            </Button>
          )}
        </div>
        <div className="filters" role="group" aria-label={t('imports.result.filter')}>
          {([false, true] as const).map((whole) => (
            <button key={String(whole)} type="button" className={isWhole === whole ? 'chip chip--on' : 'chip'} aria-pressed={isWhole === whole} onClick={() => setWhole(whole)}>
              {t(whole ? 'imports.result.all' : 'imports.result.attention')} <b>{whole ? report.lines.length : attention.length}</b>
            </button>
          ))}
        </div>
      </div>
      <ReportTable key={String(isWhole)} lines={isWhole ? report.lines : attention} />
    </section>
  );
}
