import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { Panel } from '../shared/page.js';
import type { Importing } from './use-import.js';

/** How often a screen reader is told, in milliseconds. */
const SAY_EVERY = 5000;

/** How far a run is; who stops it keeps what was entered so far. */
export function Progress({ importing: { act, report, stop } }: { importing: Importing }) {
  const { t } = useTranslation();
  const [row, rows] = [report?.lines.length ?? 0, report?.rows ?? 0];
  const text = rows && act ? t(`imports.busy.${act}`, { row, rows }) : t('imports.busy.reading');
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setInterval(() => setSaid(text), SAY_EVERY);
    return () => clearInterval(timer);
  }, [text]);
  return (
    <Panel id="bezig" title={text}>
      <div className="panel__body stackv">
        <progress className="progress" aria-labelledby="bezig" value={row} max={rows || 1} />
        <div className="actions">
          <Button small onPress={stop}>
            {t('imports.busy.stop')}
          </Button>
          <span className="small mute">{t('imports.busy.stay')}</span>
        </div>
        <span role="status" className="vh">
          {said}
        </span>
      </div>
    </Panel>
  );
}
