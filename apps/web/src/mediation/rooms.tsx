import type { ReactNode } from 'react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatList } from '../shared/format.js';
import { Icon, type IconName } from '../shared/icon.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { LandlordRoom } from './landlord-room.js';
import type { Mediation } from './mediation.page.js';
import { NotesRoom } from './notes-room.js';
import { RenterRoom } from './renter-room.js';
import { isMine } from './steps.js';

const ROOMS = { huurder: 'renter', verhuurder: 'landlord', notities: 'mine' } as const;
type Key = keyof typeof ROOMS;
const ICONS: Record<(typeof ROOMS)[Key], IconName> = { renter: 'house', landlord: 'org', mine: 'lock' };

/** Three rooms that do not hear each other; each says who reads it. What was typed in one stays while one looks into another. */
export function Rooms({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosen = Object.keys(ROOMS).find((key) => key === search.get('kamer')) as Key | undefined;
  const room = chosen ?? 'huurder';
  const [visited, setVisited] = useState<readonly Key[]>([]);
  const open = visited.includes(room) ? visited : [...visited, room];
  const subOf = useSubs(row);
  const content: Record<Key, ReactNode> = { huurder: <RenterRoom row={row} />, verhuurder: <LandlordRoom row={row} />, notities: <NotesRoom row={row} /> };
  const go = (key: Key) => {
    setVisited([...new Set([...open, key])]);
    setSearch({ kamer: key }, { replace: true });
  };
  return (
    <Tabs selectedKey={room} onSelectionChange={(key) => go(key as Key)}>
      <TabList className="rooms" aria-label={t('mediation.rooms')}>
        {(Object.keys(ROOMS) as Key[]).map((key) => (
          <Tab key={key} id={key} className={`roomtab room--${ROOMS[key]}`}>
            <Icon name={ICONS[ROOMS[key]]} />
            <span>
              <b>{subOf[key].title}</b>
              <span>{subOf[key].sub}</span>
            </span>
          </Tab>
        ))}
      </TabList>
      {(Object.keys(ROOMS) as Key[]).map((key) => (
        <TabPanel key={key} id={key} className={`room room--${ROOMS[key]}`} shouldForceMount>
          {open.includes(key) && content[key]}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function useSubs(row: Mediation): Record<Key, { title: string; sub: string }> {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const whose = isMine(row, useMe().personId) ? 'mine' : 'theirs';
  const { parties, landlordId } = row;
  const renters = parties.filter(({ side }) => side === 'RENTER');
  const landlord = parties.find(({ side }) => side === 'LANDLORD');
  return {
    huurder: { title: t('mediation.room.renter', { count: renters.length }), sub: formatList(renters.map((each) => nameOf(each) ?? t('person.noName'))) },
    verhuurder: { title: t('mediation.room.landlord'), sub: landlordId ? shortNameOf(landlordId) : (landlord?.familyName ?? '') },
    notities: { title: t(`mediation.room.${whose}`), sub: t(`mediation.room.${whose}Sub`) },
  };
}
