import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { Icon, type IconName } from '../shared/icon.js';
import { useMe } from '../shared/session.js';
import { useAgreements } from './agreements.js';
import type { Mediation } from './mediation.page.js';
import { PlanSession } from './sessions.js';
import { OfferSettlement, WriteSettlement } from './settlement-dialogs.js';
import { RecordSignature } from './record-signature.js';
import { StepDialog } from './step-dialog.js';
import { nextOf, STEPS, stepsOf, type Deed } from './steps.js';

const ICONS: Record<Exclude<Deed, keyof typeof STEPS>, IconName> = { planSession: 'calendar', draftSettlement: 'edit', offerSettlement: 'send', recordSignature: 'pen' };
const iconOf = (deed: Deed): IconName => (deed in STEPS ? STEPS[deed as keyof typeof STEPS].icon : ICONS[deed as keyof typeof ICONS]);

/** The one next step as the page's button; the others behind one more. */
export function Steps({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const { personId, role } = useMe();
  const { of, isReady } = useAgreements();
  const [open, setOpen] = useState<Deed>();
  if (!isReady) return null;
  const steps = stepsOf(row, of(row.protocolId)?.text, personId);
  const next = nextOf(row, steps);
  const others = steps.filter((step) => step !== next);
  const nameOf = (deed: Deed): string => (deed === 'assign' ? t(role === 'COORDINATOR' ? 'mediation.step.assign.title' : 'mediation.step.take.title') : deed === 'draftSettlement' && row.settlements.length ? t('mediation.step.redraft.title') : t(`mediation.step.${deed}.title`));
  return (
    <>
      {next && (
        <Button variant="main" icon={iconOf(next)} onPress={() => setOpen(next)}>
          {nameOf(next)}
        </Button>
      )}
      {others.length > 0 && (
        <MenuTrigger>
          <Button iconAfter="down">{t('mediation.otherSteps')}</Button>
          <Popover className="menu" placement="bottom end">
            <Menu aria-label={t('mediation.otherSteps')} onAction={(key) => setOpen(key as Deed)}>
              {others.map((deed) => (
                <MenuItem key={deed} id={deed} className="menu__item" textValue={nameOf(deed)}>
                  <Icon name={iconOf(deed)} />
                  {nameOf(deed)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {open && <DeedDialog deed={open} row={row} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** The dialog of a step, whatever row it is about. */
export function DeedDialog({ deed, row, onClose }: { deed: Deed; row: Mediation; onClose: () => void }) {
  if (deed === 'planSession') return <PlanSession row={row} onClose={onClose} />;
  if (deed === 'draftSettlement') return <WriteSettlement row={row} onClose={onClose} />;
  if (deed === 'offerSettlement') return <OfferSettlement row={row} onClose={onClose} />;
  if (deed === 'recordSignature') return <RecordSignature row={row} onClose={onClose} />;
  return <StepDialog step={deed} row={row} onClose={onClose} />;
}
