import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { useDoor } from '../shared/session.js';
import { SearchPanel } from './search-panel.js';

/** In the bar of every page, and by Ctrl+K: looks through all that one sees by right. */
export function Search() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const mayFind = [useDoor('Client.read'), useDoor('Referral.read')].includes(true);
  useEffect(() => {
    if (!mayFind) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      // Another question over the page is answered first.
      if (!document.querySelector('.cover')) setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [mayFind]);
  if (!mayFind) return null;
  return (
    <>
      <button type="button" className="search" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span className="search__text">{t('search.open')}</span>
        <kbd aria-hidden="true">{t('search.keys')}</kbd>
      </button>
      <Dialog title={t('search.title')} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <SearchPanel onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
