import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { DownloadButton } from '../shared/download-button.js';
import { FaultNote, NotFound } from '../shared/faults.js';
import { FieldError } from '../shared/form/field.js';
import { Icon } from '../shared/icon.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { ColumnsPanel } from './columns-panel.js';
import { Progress } from './progress.js';
import { Result } from './result.js';
import { type Importing, useImport } from './use-import.js';

const ROWS = 1000;

/** Clients and what already runs, from a partner's own file: looked at first, then entered. */
export function Page() {
  const { t } = useTranslation();
  const mayImport = useDoor('Client.import');
  const importing = useImport();
  if (!mayImport) return <NotFound />;
  const isChecked = !importing.isBusy && importing.report !== null;
  return (
    <>
      <PageHead title={t('imports.title')} tabTitle={t('imports.title')} lead={t('imports.lead')} crumbs={[{ label: t('clients.title'), to: '/clienten' }, { label: t('imports.crumb') }]} />
      <div className="stackv--l">
        {importing.isBusy && <Progress importing={importing} />}
        {isChecked && <Result importing={importing} />}
        <Choose importing={importing} isFirst={!isChecked || !importing.report?.lines.some(({ fate }) => fate === 'FITS')} />
        <About />
        <ColumnsPanel />
      </div>
    </>
  );
}

function Choose({ importing, isFirst }: { importing: Importing; isFirst: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  const check = () => {
    const file = input.current?.files?.[0];
    setMissing(!file);
    if (file) importing.check(file);
    else input.current?.focus();
  };
  return (
    <Panel id="bestand" title={t(importing.report ? 'imports.result.another' : 'imports.start.title')} aside={<DownloadButton path="/import/sjabloon.csv" small variant="quiet">{t('imports.start.template')}</DownloadButton>}>
      <div className="panel__body stackv">
        <p>{t('imports.start.templateText')}</p>
        <div className={isMissing ? 'field field--bad' : 'field'}>
          <label htmlFor="import-bestand">{t('imports.start.file')}</label>
          <span className="hint" id="import-hint">
            {t('imports.start.fileHint', { rows: ROWS })}
          </span>
          <FieldError id="import-error" error={isMissing ? t('imports.start.noFile') : undefined} />
          <input className="input input--file" id="import-bestand" ref={input} type="file" accept=".csv,text/csv" aria-describedby={isMissing ? 'import-hint import-error' : 'import-hint'} aria-invalid={isMissing || undefined} onChange={() => setMissing(false)} />
        </div>
        <FaultNote error={importing.report ? null : importing.error} />
        <div className="actions">
          <Button variant={isFirst ? 'main' : undefined} isPending={importing.isBusy && importing.act === 'check'} isDisabled={importing.isBusy && importing.act === 'enter'} onPress={check}>
            {t(importing.report ? 'imports.start.checkAgain' : 'imports.start.check')}
          </Button>
          <span className="small mute">{t('imports.start.nothingYet')}</span>
        </div>
      </div>
    </Panel>
  );
}

function About() {
  const { t } = useTranslation();
  return (
    <div className="note note--plain">
      <Icon name="info" />
      <div>
        <h2>{t('imports.about.title')}</h2>
        <ul className="bullets">
          {(['dates', 'receiver', 'guards', 'again'] as const).map((each) => (
            <li key={each}>{t(`imports.about.${each}`)}</li>
          ))}
          <li>{t('imports.start.noNumber')}</li>
        </ul>
      </div>
    </div>
  );
}
