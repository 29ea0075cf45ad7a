import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { initialsOf } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Confirm } from '../../shared/overlay/dialog.js';
import { useSession, type Capacity } from '../../shared/session.js';
import { hasUnsaved, saveAll } from '../../shared/unsaved.js';

/** Always says in which capacity one works; switching is one press. */
export function CapacityMenu() {
  const { t } = useTranslation();
  const { name, capacities, capacity, switchTo, signOut } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<() => void>();
  const role = t(`role.${capacity.role}`);
  const has = capacities.length > 1;

  const whenSaved = async (then: () => void) => {
    if (!hasUnsaved() || (await saveAll())) then();
    else setAsked(() => then);
  };
  const choose = (id: string) => {
    if (id === 'out') void whenSaved(signOut);
    else if (id === 'preferences') void navigate('/voorkeuren');
    else if (id !== capacity.id) void whenSaved(() => switchTo(capacities.find((one) => one.id === id)!));
  };

  return (
    <>
      <MenuTrigger>
        <Button className="capacity">
          <span className="avatar" aria-hidden="true">
            {initialsOf(name)}
          </span>
          <span className="capacity__text">
            <span className="capacity__label">{t('app.workingAs')}</span> <b>{capacity.partner}</b>
            <span className="capacity__role">
              <span className="vh">, </span>
              {role}
            </span>
          </span>
          {has ? <Icon name="down" size="s" /> : <Icon name="person" size="s" />}
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('app.capacityMenu')} onAction={(key) => choose(String(key))}>
            <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[capacity.id]}>
              <Header className="menu__head">{has ? t('app.chooseCapacity', { name }) : name}</Header>
              {has ? capacities.map((one) => <CapacityItem key={one.id} capacity={one} />) : null}
            </MenuSection>
            <Separator />
            <MenuItem id="preferences" className="menu__item" textValue={t('preferences.title')}>
              <Icon name="mail" />
              {t('preferences.title')}
            </MenuItem>
            <MenuItem id="out" className="menu__item" textValue={t('session.signOut')}>
              <Icon name="logout" />
              {t('session.signOut')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <Confirm
        title={t('unsaved.title')}
        text={t('unsaved.text')}
        confirm={t('unsaved.leave')}
        cancel={t('unsaved.stay')}
        bad
        isOpen={asked !== undefined}
        onConfirm={() => asked?.()}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

function CapacityItem({ capacity: { id, partner, role } }: { capacity: Capacity }) {
  const { t } = useTranslation();
  return (
    <MenuItem id={id} className="menu__item" textValue={`${partner}, ${t(`role.${role}`)}`}>
      <span className="tick">
        <Icon name="check" />
      </span>
      <span>
        <b>{partner}</b>
        <small>{t(`role.${role}`)}</small>
      </span>
    </MenuItem>
  );
}
