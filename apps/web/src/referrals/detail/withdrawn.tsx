import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnAnswerDocument } from '../../generated/graphql/graphql.js';
import { OwnMessages } from '../../messages/messages-panel.js';
import { useRead } from '../../shared/api/query.js';
import { Button } from '../../shared/button.js';
import { Fact, Facts } from '../../shared/facts.js';
import { Fault, NotFound } from '../../shared/faults.js';
import { Skeleton } from '../../shared/loading.js';
import { PageHead, Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import { Status } from '../../shared/status.js';
import { Term } from '../../shared/term.js';
import { StepDialog } from './step-dialog.js';
import { Timeline } from './timeline.js';

const AFTERWARDS = ['stop', 'keep'] as const;

/** What is left to a receiver of a referral that was withdrawn: its own answer, and what it must still say. Else the page is not there. */
export function Withdrawn({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const { calledOf, nameOf } = usePartners();
  const { data, error, refetch } = useRead(OwnAnswerDocument, { dossierId });
  const [open, setOpen] = useState<(typeof AFTERWARDS)[number]>();
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={6} />;
  const answer = data.ownAnswer;
  if (!answer) return <NotFound />;
  const partner = calledOf(answer.fromPartnerId);
  const actions = AFTERWARDS.filter((action) => answer.may.includes(action));
  return (
    <>
      <PageHead
        title={t('referrals.withdrawnTitle')}
        tabTitle={t('referrals.withdrawnTitle')}
        crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: t('referrals.withdrawnTitle') }]}
        meta={
          <>
            <Status state={answer.state} />
            <span>
              {t('referrals.fromMeta')} <b>{nameOf(answer.fromPartnerId)}</b>
            </span>
          </>
        }
      />
      <div className="cols">
        <div>
          <Panel id="ingetrokken" title={t('referrals.answer')}>
            <div className="panel__body stackv">
              <p>{t('referrals.withdrawnText', { partner })}</p>
              <Facts>
                {answer.contactName && <Fact label={t('referrals.contact')}>{answer.contactName}</Fact>}
                {answer.keptGround && <Fact label={t('referrals.keptGround')}>{answer.keptGround}</Fact>}
              </Facts>
            </div>
          </Panel>
          <OwnMessages messages={answer.messages} />
          <Timeline dossierId={dossierId} row={answer} answer={answer} isSender={false} />
        </div>
        <aside className="stackv--l aside" aria-label={t('referrals.decide.next')}>
          <section className="panel decide" aria-labelledby="beslis">
            <div className="panel__head">
              <h2 id="beslis">{t('referrals.decide.next')}</h2>
            </div>
            <div className="panel__body">
              {answer.term && actions.length > 0 && (
                <div className="decide__term">
                  <Term term={answer.term} />
                </div>
              )}
              <p className="small soft decide__says">{t(actions.length ? 'referrals.withdrawnAsk' : 'referrals.decide.ended')}</p>
              {actions.map((action, index) => (
                <Button key={action} block variant={index ? undefined : 'main'} icon={action === 'keep' ? 'lock' : 'check'} onPress={() => setOpen(action)}>
                  {t(`referrals.action.${action}`)}
                </Button>
              ))}
            </div>
          </section>
        </aside>
      </div>
      {open && <StepDialog event={open} row={undefined} answer={answer} partner={partner} onClose={() => setOpen(undefined)} />}
    </>
  );
}
