import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CooperationsDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Button, ButtonLink } from '../shared/button.js';
import type { IconName } from '../shared/icon.js';
import { usePartners } from '../shared/reference.js';
import { type CooperationEvent, CooperationStepDialog } from './cooperation-step-dialog.js';
import type { Cooperation } from './cooperation.page.js';

const ORDER = ['edit', 'sign', 'activate', 'confirm', 'review', 'withdraw', 'end'] as const;
const ICONS: Record<(typeof ORDER)[number], IconName> = { edit: 'edit', sign: 'pen', activate: 'check', confirm: 'check', review: 'eye', withdraw: 'undo', end: 'x' };
const MAIN: readonly string[] = ['sign', 'activate', 'confirm'];

/** What the protocol waits for, what the server lets one do, and which edition it may be laid beside. */
export function CooperationNext({ row }: { row: Cooperation }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<CooperationEvent>();
  const { calledOf } = usePartners();
  const isSigned = { partner: row.partnerSignedAt !== null, company: row.companySignedAt !== null };
  const actions = ORDER.filter((action) => row.may.includes(action));
  const waits = row.state === 'NEGOTIATION' ? [...(isSigned.partner ? [] : [row.partnerId]), ...(isSigned.company ? [] : [row.companyId])] : [];
  const says = row.state === 'ENDED' ? t('cooperation.next.ended') : actions.length ? undefined : t('cooperation.next.none');
  const label = (action: (typeof ORDER)[number]) => t(`cooperation.action.${action === 'end' && row.state === 'NEGOTIATION' ? 'drop' : action}`);
  return (
    <section className="panel decide" aria-labelledby="volgende">
      <div className="panel__head">
        <h2 id="volgende">{t('cooperation.next.title')}</h2>
      </div>
      <div className="panel__body">
        {waits.length > 0 && (
          <ul>
            {waits.map((partnerId) => (
              <li key={partnerId} className="small soft">
                {t('cooperation.next.waits', { partner: calledOf(partnerId) })}
              </li>
            ))}
          </ul>
        )}
        {says && <p className="small soft decide__says">{says}</p>}
        {actions.map((action) =>
          action === 'edit' ? (
            <ButtonLink key={action} block icon={ICONS.edit} to={`/protocollen/samenwerking/${row.id}/wijzigen`}>
              {label(action)}
            </ButtonLink>
          ) : (
            <Button key={action} block variant={MAIN.includes(action) ? 'main' : action === 'end' ? 'bad' : undefined} icon={ICONS[action]} onPress={() => setOpen(action)}>
              {label(action)}
            </Button>
          ),
        )}
        <Others row={row} />
      </div>
      {open && <CooperationStepDialog event={open} title={label(open)} row={row} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

/** Other editions of the same two, the one in force first. */
function Others({ row }: { row: Cooperation }) {
  const { t } = useTranslation();
  const { data } = useRead(CooperationsDocument, {});
  const others = data?.cooperationProtocols.filter((each) => each.id !== row.id && each.companyId === row.companyId && each.partnerId === row.partnerId).toSorted((a, b) => Number(b.inForce) - Number(a.inForce) || b.edition - a.edition);
  return others?.map(({ id, edition }) => (
    <ButtonLink key={id} block icon="swap" to={`/protocollen/samenwerking/${row.id}/vergelijken/${id}`}>
      {t('cooperation.compare.link', { edition })}
    </ButtonLink>
  ));
}
