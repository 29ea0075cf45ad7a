import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './autosave.js';
import { formatDay, formatTime, isoDay, today } from './format.js';
import { Icon } from './icon.js';

const SAY_EVERY = 10_000;

/** How the saving goes; read out politely, and not at every word. */
export function Saved({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const saidAt = useRef(0);
  const text = state.is === 'saved' ? (isoDay(state.at) === today() ? t('saved.at', { time: formatTime(state.at) }) : t('saved.on', { day: formatDay(state.at), time: formatTime(state.at) })) : state.is === 'retrying' || state.is === 'refused' || state.is === 'conflict' ? t(`saved.${state.is}`) : '';
  useEffect(() => {
    if (!text) return;
    const wait = state.is === 'saved' ? Math.max(0, saidAt.current + SAY_EVERY - Date.now()) : 0;
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, state.is]);
  return (
    <>
      <span aria-hidden="true" className="saved-box">
        {state.is === 'saved' && (
          <span className="saved">
            <Icon name="check" size="s" />
            {text}
          </span>
        )}
        {(state.is === 'saving' || state.is === 'waiting') && <span className="saved saved--wait">{t('saved.saving')}</span>}
        {(state.is === 'retrying' || state.is === 'refused' || state.is === 'conflict') && (
          <span className="saved saved--bad">
            <Icon name={state.is === 'retrying' ? 'sync' : 'alert'} size="s" />
            {text}
          </span>
        )}
      </span>
      <span role="status" className="vh">
        {said}
      </span>
    </>
  );
}
