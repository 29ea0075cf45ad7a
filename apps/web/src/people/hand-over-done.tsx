import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../shared/button.js';
import { Icon } from '../shared/icon.js';
import type { FileRow } from './files.js';

/** What went over, file by file. */
export function HandOverDone({ to, files, onAgain }: { to: string; files: readonly FileRow[]; onAgain: () => void }) {
  const { t } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="panel" aria-labelledby="overgedragen">
      <div className="panel__head">
        <h2 id="overgedragen" tabIndex={-1} ref={head}>
          {t('handover.doneTitle', { count: files.length })}
        </h2>
      </div>
      <p className="panel__body">{t('handover.doneText', { to })}</p>
      <ul className="rows rows--top">
        {files.map(({ dossierId, name, number, type }) => (
          <li key={dossierId}>
            <Icon name="check" />
            <div>
              <p className="rows__title">
                <Link to={`/doorverwijzingen/${dossierId}`}>{name}</Link>
              </p>
              <p className="rows__sub">{[name === number ? '' : number, type].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="panel__foot">
        <Button small onPress={onAgain}>
          {t('handover.another')}
        </Button>
      </p>
    </section>
  );
}
