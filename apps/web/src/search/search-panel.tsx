import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField, Tab as TabButton, TabList, TabPanel, Tabs, Text } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { Icon } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { type Line, MOST, type Tab, useFound } from './found.js';

const AFTER_TYPING = 200;

/** What one types, and under it what is found, by kind; the arrow keys go through the results while one types on. */
export function SearchPanel({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const [tab, setTab] = useState<Tab | 'all'>('all');
  const { lines, tabs, isFull, error, retry } = useFound(words);
  const shown = lines?.filter((line) => tab === 'all' || line.tab === tab);
  const open = (id: string) => {
    onLeave();
    void navigate(lines!.find((line) => line.id === id)!.to);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
      <div className="dialog__body stackv">
        <SearchField className="field finder" autoFocus>
          <Label>{t('search.label')}</Label>
          <Text slot="description" className="hint">
            {t('search.hint')}
          </Text>
          <Input className="input" maxLength={100} />
        </SearchField>
        {words && (
          <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as Tab)}>
            <TabList className="tablist" aria-label={t('search.tabs')}>
              {(['all', ...tabs] as const).map((one) => (
                <TabButton key={one} id={one} className="tab">
                  {t(`search.tab.${one}`)}
                  {lines && <span className="count">{one === 'all' ? lines.length : countOf(lines, one, isFull)}</span>}
                </TabButton>
              ))}
            </TabList>
            <TabPanel id={tab} className="found">
              <p className="vh" role="status">
                {shown && t('search.found', { count: shown.length })}
              </p>
              {error ? <Fault error={error} onRetry={retry} /> : !shown ? <Skeleton lines={4} /> : <Results lines={shown} onOpen={open} />}
              {shown && (tab === 'all' ? tabs.some(isFull) : isFull(tab)) && <p className="hint">{t('search.more', { count: MOST })}</p>}
            </TabPanel>
          </Tabs>
        )}
      </div>
      <div className="dialog__foot">
        <Button onPress={onLeave}>{t('app.close')}</Button>
      </div>
    </Autocomplete>
  );
}

function Results({ lines, onOpen }: { lines: readonly Line[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  if (!lines.length) return <Empty title={t('search.none')} text={t('search.noneText')} />;
  return (
    <Menu className="found__list" aria-label={t('search.results')} items={lines} onAction={(key) => onOpen(String(key))}>
      {({ id, icon, title, about, tab }) => (
        <MenuItem id={id} className="menu__item" textValue={title}>
          <Icon name={icon} />
          <span className="found__line">
            <span className="vh">{t(`search.tab.${tab}`)}: </span>
            <b>{title}</b>
            <small>{about}</small>
          </span>
        </MenuItem>
      )}
    </Menu>
  );
}

const countOf = (lines: readonly Line[], tab: Tab, isFull: (tab: Tab) => boolean): string => `${lines.filter((line) => line.tab === tab).length}${isFull(tab) ? '+' : ''}`;

/** A value once it no longer changes. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
