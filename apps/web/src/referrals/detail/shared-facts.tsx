import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { Fact, Facts } from '../../shared/facts.js';
import { formatWholeDay } from '../../shared/format.js';
import { Panel } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { Audience, whyOf, Withheld, type Asked } from '../../shared/withheld.js';
import { CLASSES, useClassText } from '../facts.js';
import type { ReferralRow } from './referral.page.js';

/** The facts by class; what one does not get says so, and why. */
export function SharedFacts({ row, isSender, asked }: { row: ReferralRow; isSender: boolean; asked: Asked | undefined }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const { find } = useReferralTypes();
  const textOf = useClassText();
  const asks = find(row.type)?.asks ?? [];
  const isThere = (dataClass: DataClass) => dataClass === 'IDENTITY' || asks.includes(dataClass) || Boolean(whyOf(row.withheld, dataClass)) || Boolean(textOf(row, dataClass));
  const audience = row.state === 'DRAFT' ? t('referrals.draftAudience') : isSender ? t('referrals.sharedWith', { partner: nameOf(row.receiverId) }) : t('referrals.sharedBy', { partner: nameOf(row.fromPartnerId) });
  return (
    <Panel id="gedeeld" title={t('referrals.shared')} aside={<Audience alone={row.state === 'DRAFT'}>{audience}</Audience>}>
      <div className="panel__body">
        <Facts>
          {CLASSES.filter(isThere).map((dataClass) => {
            const why = whyOf(row.withheld, dataClass);
            return (
              <Fact key={dataClass} label={t(`dataClass.${dataClass}`)}>
                {why ? <Withheld withheld={why} asked={asked} /> : textOf(row, dataClass)}
              </Fact>
            );
          })}
          {row.agreedOn && row.agreedWay && (
            <Fact label={t('referrals.agreement')}>{t('referrals.agreementOn', { way: t(`agreedWay.${row.agreedWay}`), day: formatWholeDay(row.agreedOn) })}</Fact>
          )}
        </Facts>
      </div>
    </Panel>
  );
}
