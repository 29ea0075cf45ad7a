import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../shared/button.js';
import type { IconName } from '../shared/icon.js';
import { AdviseDialog } from './protocol-advise-dialog.js';
import { StepDialog } from './protocol-step-dialog.js';
import { Waits } from './protocol-state.js';
import type { Protocol } from './protocol.page.js';

const ORDER = ['edit', 'submit', 'advise', 'sign', 'publish', 'end'] as const;
type Action = (typeof ORDER)[number];
const ICONS: Record<Action, IconName> = { edit: 'edit', submit: 'send', advise: 'pen', sign: 'check', publish: 'eye', end: 'x' };

/** What the protocol waits for, and what the server lets one do. */
export function NextStep({ row }: { row: Protocol }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action>();
  const isAdvised = row.fromAdvicePositive === true && row.toAdvicePositive === true;
  const isEarly = row.may.includes('sign') && !isAdvised;
  const actions = ORDER.filter((action) => row.may.includes(action) && !(action === 'sign' && isEarly));
  const main = actions.find((action) => !['end', 'edit'].includes(action));
  const close = () => setOpen(undefined);
  const says = row.state === 'ENDED' ? t('protocols.next.ended') : isEarly ? t('protocols.next.signLater') : actions.length ? undefined : t('protocols.next.none');
  return (
    <section className="panel decide" aria-labelledby="volgende">
      <div className="panel__head">
        <h2 id="volgende">{t('protocols.next.title')}</h2>
      </div>
      <div className="panel__body">
        <Waits waits={row.waits} who />
        {says && <p className="small soft decide__says">{says}</p>}
        {actions.map((action) =>
          action === 'edit' ? (
            <ButtonLink key={action} block icon={ICONS.edit} to={`/protocollen/${row.id}/wijzigen`}>
              {t('protocols.action.edit')}
            </ButtonLink>
          ) : (
            <Button key={action} block variant={action === main ? 'main' : action === 'end' ? 'bad' : undefined} icon={ICONS[action]} onPress={() => setOpen(action)}>
              {t(`protocols.action.${action}`)}
            </Button>
          ),
        )}
      </div>
      {open === 'advise' && <AdviseDialog row={row} onClose={close} />}
      {open && open !== 'advise' && open !== 'edit' && <StepDialog event={open} row={row} onClose={close} />}
    </section>
  );
}
