import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { Icon } from '../../shared/icon.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type Partner, type ReferralType } from '../../shared/reference.js';
import { Audience } from '../../shared/withheld.js';
import { CLASSES } from '../facts.js';
import { fateOf, type Fate } from '../fate.js';

/** Per kind of facts whether the chosen partner gets it, and why not. */
export function LendTable({ type, receiver }: { type: ReferralType; receiver: Partner | undefined }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  if (!receiver) {
    return (
      <Panel id="meegeven" title={t('draft.table.title', { partner: t('draft.bar.partner') })}>
        <p className="panel__body soft">{t('draft.table.pickFirst')}</p>
      </Panel>
    );
  }
  const rows: DataClass[] = ['CORE', ...CLASSES.filter((dataClass) => dataClass === 'IDENTITY' || type.asks.includes(dataClass)), 'PRIVATE_NOTE'];
  return (
    <Panel id="meegeven" title={t('draft.table.title', { partner: calledOf(receiver.id) })} aside={<Audience>{t('draft.data.goesTo', { partner: receiver.name })}</Audience>}>
      <table className="table stack share" role="table">
        <caption className="vh">{t('draft.table.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('draft.table.data')}
            </th>
            <th scope="col" role="columnheader">
              {receiver.name}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((dataClass) => (
            <Row key={dataClass} dataClass={dataClass} fate={fateOf(dataClass, type, receiver)} receiver={receiver} />
          ))}
        </tbody>
      </table>
      <p className="panel__foot mute">{t('draft.table.foot')}</p>
    </Panel>
  );
}

function Row({ dataClass, fate, receiver }: { dataClass: DataClass; fate: Fate; receiver: Partner }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const does = fate === 'always' || fate === 'goes';
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {t(`dataClass.${dataClass}`)}
      </th>
      <td role="cell" data-l={receiver.shortName} className={fate === 'law' ? 'is-cap' : undefined}>
        <span className="cell">
          <span className="lim">
            <Icon name={does ? 'check' : 'lock'} size="s" />
            {fate === 'law' ? t('draft.table.cannot') : t(`draft.table.${fate}`)}
          </span>
          {fate === 'law' && <span className="xs">{t('draft.table.cannotText', { partner: calledOf(receiver.id) })}</span>}
          {fate === 'stays' && <span className="xs">{t('draft.table.staysText')}</span>}
        </span>
      </td>
    </tr>
  );
}
