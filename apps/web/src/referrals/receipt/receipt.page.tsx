import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ReceiptsDocument, ReferralDocument, SeenNowDocument, TakeBackReferralDocument, type ReceiptsQuery } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button, ButtonLink } from '../../shared/button.js';
import { useClassWords } from '../../shared/classes.js';
import { DownloadButton } from '../../shared/download-button.js';
import { Fact, Facts } from '../../shared/facts.js';
import { Fault, FaultNote, NotFound } from '../../shared/faults.js';
import { formatFullDay, formatTime, formatWholeDay } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Skeleton } from '../../shared/loading.js';
import { nameOf } from '../../shared/name.js';
import { Crumbs, Panel, usePageTitle } from '../../shared/page.js';
import { usePartners, useReferralTypes, type ReferralType } from '../../shared/reference.js';
import { Compare } from '../compare.js';

type Row = NonNullable<ReceiptsQuery['referral']>;

/** What was sent to whom, how it can be taken back, and what each receiver reads of it today. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  usePageTitle(t('draft.receipt.tab'));
  const { data, error, refetch } = useRead(ReceiptsDocument, { id }, { staleTime: 0 });
  const types = useReferralTypes();
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data || !types.isReady) return <Skeleton title lines={8} />;
  const row = data.referral;
  const type = row && types.find(row.type);
  if (!row?.state || !type) return <NotFound />;
  return (
    <>
      <Crumbs crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: row.number, to: `/doorverwijzingen/${id}` }, { label: t('draft.receipt.tab') }]} />
      {row.sentAt ? <Receipt row={row} type={type} onChanged={() => void refetch()} /> : <p className="panel panel__body">{t('draft.receipt.none')}</p>}
    </>
  );
}

function Receipt({ row, type, onChanged }: { row: Row; type: ReferralType; onChanged: () => void }) {
  const { t } = useTranslation();
  const isSent = row.state === 'SENT';
  const { namedAt } = usePartners();
  const grounds = [...new Set(row.shares.map(({ partnerId, ground }) => `${ground} (${namedAt(partnerId, row.sentAt ?? undefined)})`))];
  return (
    <>
      <div className="receipt">
        <div className="stackv">
          <section className="panel">
            <div className="receipt__top">
              <span className="sent__tick">
                <Icon name="check" size="l" />
              </span>
              <div>
                <h1 tabIndex={-1}>
                  {t(isSent || !row.urgent ? 'draft.receipt.title' : 'draft.receipt.titleUrgent')}
                </h1>
                <p className="soft">{t('draft.receipt.sentAt', { day: formatFullDay(row.sentAt!), time: formatTime(row.sentAt!), person: row.senderName, partner: namedAt(row.fromPartnerId, row.sentAt!) })}</p>
              </div>
            </div>
            <div className="panel__body">
              <Facts narrow>
                <Fact label={t('draft.receipt.number')}>{row.number}</Fact>
                <Fact label={t('draft.receipt.about')}>{[nameOf(row), type.label].filter(Boolean).join(' · ')}</Fact>
                <Fact label={t('draft.receipt.agreement')}>{row.agreedWay && row.agreedOn && `${t(`agreedWay.${row.agreedWay}`)}, ${formatWholeDay(row.agreedOn)}`}</Fact>
                {grounds.length > 0 && <Fact label={t('draft.receipt.ground')}>{grounds.join(', ')}</Fact>}
              </Facts>
            </div>
            <Given row={row} type={type} />
            <div className="panel__foot noprint">
              <DownloadButton small path={`/paper/agreement/${row.id}`}>{t('draft.receipt.print')}</DownloadButton>
            </div>
          </section>
          <div className="actions">
            <ButtonLink variant="main" to="/werklijst">
              {t('draft.receipt.worklist')}
            </ButtonLink>
            <ButtonLink to={`/doorverwijzingen/${row.id}`}>{t('draft.receipt.open')}</ButtonLink>
          </div>
        </div>
        <aside className="stackv noprint">
          {row.may.includes('takeBack') && <Undo row={row} onOver={onChanged} />}
          <Panel id="nu" title={t('draft.receipt.next')}>
            <ol className="panel__body next">
              {[t(isSent ? 'draft.receipt.next1Soon' : 'draft.receipt.next1'), t('draft.receipt.next2', { count: row.urgent ? type.urgentTerm : type.term }), t('draft.receipt.next3'), t('draft.receipt.next4')].map((step, index) => (
                <li key={step}>
                  <span className="next__n" aria-hidden="true">
                    {index + 1}
                  </span>
                  <span>{step}</span>
                </li>
              ))}
            </ol>
          </Panel>
        </aside>
      </div>
      {!isSent && row.receipts.length > 0 && <Today row={row} type={type} />}
    </>
  );
}

/** Per receiver what it got and what not; before delivery, what it will get. */
function Given({ row, type }: { row: Row; type: ReferralType }) {
  const { t } = useTranslation();
  const words = useClassWords();
  const { namedAt } = usePartners();
  const isGiven = row.receipts.length > 0;
  const given = isGiven ? [...row.receipts].reverse() : row.recipients.filter(({ chosen }) => chosen).map((each) => ({ ...each, id: each.receiverId, classes: ['CORE', 'IDENTITY', ...each.classes] as typeof each.classes, receipt: undefined }));
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('draft.receipt.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('draft.receipt.partner')}
          </th>
          <th scope="col" role="columnheader">
            {t(isGiven ? 'draft.receipt.got' : 'draft.receipt.willGet')}
          </th>
          <th scope="col" role="columnheader">
            {t(isGiven ? 'draft.receipt.gotNot' : 'draft.receipt.willNotGet')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {given.map((each) => (
          <tr key={each.id} role="row">
            <th scope="row" role="rowheader">
              {namedAt(each.receiverId, 'at' in each ? each.at : undefined)}
              {'contentVersion' in each && each.contentVersion > 1 && <span className="table__sub">{t('draft.receipt.later', { version: each.contentVersion, day: formatFullDay(each.at) })}</span>}
            </th>
            <td role="cell" data-l={t(isGiven ? 'draft.receipt.got' : 'draft.receipt.willGet')}>
              <span>
                <span className="sentence">{words(each.classes)}</span>
                {'hash' in each && <span className="table__sub">{t('draft.receipt.book', { version: each.bookVersion, code: codeOf(each.hash) })}</span>}
              </span>
            </td>
            <td role="cell" data-l={t(isGiven ? 'draft.receipt.gotNot' : 'draft.receipt.willNotGet')}>
              <span className="sentence">{words(type.asks.filter((asked) => !each.classes.includes(asked)))}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The beginning of the hash, as one can read it out on the phone. */
const codeOf = (hash: string): string => hash.slice(0, 12).toUpperCase().replace(/(.{4})(?=.)/g, '$1-');

function Undo({ row, onOver }: { row: Row; onOver: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [now, setNow] = useState(() => Date.now());
  const minutes = Math.ceil((Date.parse(row.deliverAt!) - now) / 60_000);
  const takeBack = useChange(TakeBackReferralDocument, { leaves: true, onSuccess: () => navigate(`/doorverwijzingen/${row.id}/bewerken`, { replace: true }) });
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() > Date.parse(row.deliverAt!)) onOver();
    }, 10_000);
    return () => clearInterval(timer);
  }, [row.deliverAt, onOver]);
  return (
    <section className="note note--care" aria-labelledby="terug">
      <Icon name="undo" />
      <div>
        <h2 id="terug">{t('draft.receipt.undo')}</h2>
        <p>{minutes > 0 ? t('draft.receipt.undoText', { count: minutes }) : t('draft.receipt.undoOver')}</p>
        <div className="actions fault__actions">
          <Button small isPending={takeBack.isPending} onPress={() => takeBack.mutate({ id: row.id, version: row.version! })}>
            {t('draft.receipt.takeBack')}
          </Button>
        </div>
        <FaultNote error={takeBack.error} />
      </div>
    </section>
  );
}

/** Beside what they got: what they read of it now. */
function Today({ row, type }: { row: Row; type: ReferralType }) {
  const { t } = useTranslation();
  const { calledOf, shortNameOf } = usePartners();
  const own = useRead(ReferralDocument, { id: row.id }).data?.referral;
  const seen = useRead(SeenNowDocument, { id: row.id }, { staleTime: 0 }).data?.seenNow;
  if (!own || !seen) return <Skeleton lines={4} />;
  return (
    <section className="noprint" aria-labelledby="vandaag">
      <h2 id="vandaag">{t('draft.receipt.nowTitle')}</h2>
      <Tabs className="tabs">
        <TabList className="tablist" aria-label={t('draft.check.tabs')}>
          {seen.map(({ partnerId }) => (
            <Tab key={partnerId} id={partnerId} className="tab">
              {shortNameOf(partnerId)}
            </Tab>
          ))}
        </TabList>
        {seen.map(({ partnerId, referral }) => (
          <TabPanel key={partnerId} id={partnerId}>
            {referral ? <Compare row={own} seen={referral} classes={type.asks} partnerId={partnerId} /> : <p className="panel panel__body">{t('draft.receipt.nowNothing', { partner: calledOf(partnerId) })}</p>}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
