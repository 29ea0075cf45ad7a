import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReferralDocument, SendReferralDocument, type AgreedBy, type AgreedWay, type DataClass } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { Fault, FaultNote } from '../../shared/faults.js';
import { formatWholeDay } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Skeleton } from '../../shared/loading.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type Partner, type ReferralType } from '../../shared/reference.js';
import { CLASSES, useClassText } from '../facts.js';
import { fateOf } from '../fate.js';
import { agreedDay } from './fields.js';
import type { Draft, DraftRow } from './use-draft.js';

type Props = { draft: Draft; type: ReferralType; receiver: Partner; onBack: () => void };

/** What was written beside what the partner will see; then it can go. */
export function CheckStep({ draft, type, receiver, onBack }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = draft.row;
  // Looked at anew: what is sent is what stands here.
  const saved = useRead(ReferralDocument, { id }, { staleTime: 0 });
  const send = useChange(SendReferralDocument, {
    leaves: true,
    onSuccess: () => {
      draft.release();
      return navigate(`/doorverwijzingen/${id}`, { state: { sent: true }, replace: true });
    },
  });
  const { agreedBy, agreedName, way, agreedOn, toldThat, toldPurpose, toldWhom, toldContent } = draft.form.getValues();
  const day = agreedDay(agreedOn);
  if (saved.error) return <Fault error={saved.error} onRetry={() => void saved.refetch()} />;
  if (!saved.data?.referral || saved.isFetching || !day) return <Skeleton title lines={8} />;
  const { version } = saved.data.referral;
  const agreement = { toldThat, toldPurpose, toldWhom, toldContent, agreedBy: agreedBy as AgreedBy, agreedName: agreedName.trim(), way: way as AgreedWay, agreedOn: day };
  return (
    <>
      <Compare row={saved.data.referral} type={type} receiver={receiver} />
      <Panel id="akkoord" title={t('draft.check.agreement')}>
        <div className="panel__body">
          <p>
            {t('draft.check.agreementText', { name: agreement.agreedName, by: t(`agreedBy.${agreement.agreedBy}`).toLowerCase(), way: t(`agreedWay.${agreement.way}`).toLowerCase(), day: formatWholeDay(day) })}
          </p>
        </div>
      </Panel>
      <FaultNote error={send.error} />
      <div className="sendbar">
        <div>
          <p>
            <b>{t('draft.check.to', { partner: receiver.name })}</b>
          </p>
          <p className="small mute">{t('draft.check.after')}</p>
        </div>
        <div className="actions">
          <Button icon="back" onPress={onBack}>
            {t('draft.check.change')}
          </Button>
          <Button variant="main" icon="send" isPending={send.isPending} onPress={() => send.mutate({ id, version, agreement })}>
            {t('draft.check.send')}
          </Button>
        </div>
      </div>
    </>
  );
}

function Compare({ row, type, receiver }: { row: DraftRow; type: ReferralType; receiver: Partner }) {
  const { t } = useTranslation();
  const textOf = useClassText();
  const partner = usePartners().calledOf(receiver.id);
  const classes: DataClass[] = ['CORE', ...CLASSES.filter((dataClass) => dataClass === 'IDENTITY' || type.asks.includes(dataClass))];
  return (
    <div className="panel panel--clip">
      <table className="compare stack" role="table">
        <caption className="vh">{t('draft.check.caption', { partner })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <span className="vh">{t('draft.table.data')}</span>
            </th>
            <th scope="col" role="columnheader">
              {t('draft.check.wrote')}
            </th>
            <th scope="col" role="columnheader" className="them">
              {t('draft.check.sees', { partner })}
              <small>{t(`regime.${receiver.regime}`)}</small>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {classes.map((dataClass) => {
            const text = textOf(row, dataClass) || <span className="mute">{t('draft.check.nothing')}</span>;
            const fate = fateOf(dataClass, type, receiver);
            const isCut = fate === 'law' || fate === 'stays';
            return (
              <tr key={dataClass} role="row">
                <th scope="row" role="rowheader">
                  {t(`dataClass.${dataClass}`)}
                </th>
                <td role="cell" className="pre" data-l={t('draft.check.wroteShort')}>
                  <span>{text}</span>
                </td>
                <td role="cell" className={isCut ? 'them is-cut' : 'them pre'} data-l={t('draft.check.seesShort', { partner: receiver.shortName })}>
                  {isCut ? (
                    <span>
                      <span className="cut">
                        <Icon name="lock" size="s" />
                        {t('draft.check.cut', { partner })}
                      </span>
                      <span className="cut__why">{t(fate === 'law' ? 'draft.check.cutLaw' : 'draft.check.cutType')}</span>
                    </span>
                  ) : (
                    <span>{text}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
