import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DraftReferralDocument, DraftTransferDocument } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { Fault, FaultNote } from '../../shared/faults.js';
import { Facts, Fact } from '../../shared/facts.js';
import { Skeleton } from '../../shared/loading.js';
import { Panel } from '../../shared/page.js';
import { usePersonFacts } from '../../shared/person-facts.js';
import { useReferralTypes } from '../../shared/reference.js';
import { useClientIdentity } from '../use-client-identity.js';
import { TypeList } from './type-list.js';

/** What is asked decides which data are asked and to whom it may go. */
export function ChooseType({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { identity } = usePersonFacts();
  const client = useClientIdentity(clientId);
  const types = useReferralTypes();
  const [picked, setType] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [transfers, setTransfers] = useState(false);
  const write = (id: string) => navigate(`/doorverwijzingen/${id}/bewerken`, { replace: true });
  const refer = useChange(DraftReferralDocument, { leaves: true, onSuccess: ({ draftReferral }) => write(draftReferral.id) });
  const transfer = useChange(DraftTransferDocument, { leaves: true, onSuccess: ({ draftTransfer }) => write(draftTransfer.id) });
  const draft = transfers ? transfer : refer;

  const possible = types.list.filter(({ maySend }) => maySend);
  // One possibility is no question.
  const type = picked ?? (possible.length === 1 ? possible[0]?.code : undefined);

  if (client.error) return <Fault error={client.error} onRetry={() => void client.refetch()} />;
  if (!client.data || !types.isReady) return <Skeleton title lines={6} />;
  if (!client.data.client) return <Fault error={client.notFound} />;
  const make = () => {
    if (type) draft.mutate({ clientId, type });
    else setMissing(true);
  };
  return (
    <>
      <Panel id="client" title={t('referrals.choose.client')} aside={<Link to="/doorverwijzingen/nieuw">{t('referrals.choose.other')}</Link>}>
        <div className="panel__body">
          <Facts narrow>
            <Fact label={t('referrals.choose.client')}>{identity(client.data.client)}</Fact>
          </Facts>
        </div>
      </Panel>
      <Panel id="soort" title={t('referrals.choose.typeTitle')}>
        <div className={isMissing && !type ? 'panel__body field--bad-in' : 'panel__body'}>
          <TypeList types={possible} picked={type} onPick={setType} error={isMissing && !type ? t('referrals.choose.typeMissing') : undefined} />
        </div>
      </Panel>
      {client.data.client.may.includes('transfer') && (
        <Panel id="wat" title={t('draft.verb.title')}>
          <div className="panel__body">
            <fieldset>
              <legend className="vh">{t('draft.verb.title')}</legend>
              {([false, true] as const).map((moves) => (
                <label key={String(moves)} className="choice">
                  <input type="radio" name="verb" checked={transfers === moves} onChange={() => setTransfers(moves)} />
                  <span>
                    <b>{t(moves ? 'draft.verb.transfer' : 'draft.verb.refer')}</b>
                    <small>{t(moves ? 'draft.verb.transferText' : 'draft.verb.referText')}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          </div>
        </Panel>
      )}
      <FaultNote error={draft.error} />
      <div className="sendbar">
        <p className="small mute">{t('referrals.choose.makeHint')}</p>
        <Button variant="main" iconAfter="arrow" isPending={draft.isPending} onPress={make}>
          {t('referrals.choose.make')}
        </Button>
      </div>
    </>
  );
}
