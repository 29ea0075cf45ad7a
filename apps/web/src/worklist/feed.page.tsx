import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarFeedDocument, MakeCalendarFeedDocument, RevokeCalendarFeedDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { Confirm } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, Panel } from '../shared/page.js';

/** A secret address for one's own calendar: made, renewed, stopped. */
export function Page() {
  const { t } = useTranslation();
  const feed = useRead(CalendarFeedDocument, {});
  const [asked, setAsked] = useState<'renew' | 'revoke'>();
  const [made, setMade] = useState<{ path: string | null }>();
  const make = useChange(MakeCalendarFeedDocument, {
    onSuccess: ({ makeCalendarFeed }) => {
      setAsked(undefined);
      setMade(makeCalendarFeed);
    },
  });
  const revoke = useChange(RevokeCalendarFeedDocument, {
    onSuccess: () => {
      setAsked(undefined);
      setMade(undefined);
      toast(t('worklist.feed.stopped'));
    },
  });
  const present = feed.data?.calendarFeed;
  return (
    <>
      <PageHead crumbs={[{ label: t('worklist.title'), to: '/werklijst' }, { label: t('worklist.feed.link') }]} title={t('worklist.feed.title')} tabTitle={t('worklist.feed.title')} lead={t('worklist.feed.lead')} />
      {feed.error && !feed.data ? <Fault error={feed.error} onRetry={() => void feed.refetch()} /> : !feed.data ? <Skeleton lines={4} /> : null}
      {feed.data && (
        <div className="cols">
          <Panel id="link" title={t('worklist.feed.link')}>
            <div className="panel__body stackv">
              {made ? <Address path={made.path} /> : <p>{present ? t('worklist.feed.since', { day: formatWholeDay(present.madeAt) }) : t('worklist.feed.none')}</p>}
              <div className="actions">
                <Button variant={present ? undefined : 'main'} icon={present ? 'sync' : 'plus'} isPending={make.isPending && !asked} onPress={() => (present ? setAsked('renew') : make.mutate({}))}>
                  {t(present ? 'worklist.feed.renew' : 'worklist.feed.make')}
                </Button>
                {present && <Button onPress={() => setAsked('revoke')}>{t('worklist.feed.revoke')}</Button>}
              </div>
              {!asked && <FaultNote error={make.error} />}
            </div>
          </Panel>
          <aside className="stackv">
            <List id="wat" title={t('worklist.feed.what')} items={[t('worklist.feed.what1'), t('worklist.feed.what2'), t('worklist.feed.what3')]} />
            <List id="hoe" title={t('worklist.feed.how')} items={[t('worklist.feed.how1'), t('worklist.feed.how2'), t('worklist.feed.how3'), t('worklist.feed.today')]} />
          </aside>
        </div>
      )}
      {asked === 'renew' && (
        <Confirm title={t('worklist.feed.renew')} text={t('worklist.feed.renewText')} confirm={t('worklist.feed.renew')} isOpen isPending={make.isPending} onConfirm={() => make.mutate({})} onClose={() => setAsked(undefined)}>
          <FaultNote error={make.error} />
        </Confirm>
      )}
      {asked === 'revoke' && present && (
        <Confirm title={t('worklist.feed.revoke')} text={t('worklist.feed.revokeText')} confirm={t('worklist.feed.revoke')} bad isOpen isPending={revoke.isPending} onConfirm={() => revoke.mutate({ id: present.id, version: present.version })} onClose={() => setAsked(undefined)}>
          <FaultNote error={revoke.error} />
        </Confirm>
      )}
    </>
  );
}

/** The address stands here once, in the open page only. */
function Address({ path }: { path: string | null }) {
  const { t } = useTranslation();
  if (!path) return <p role="alert">{t('worklist.feed.lost')}</p>;
  const address = `${window.location.origin}${path}`;
  return (
    <>
      <div className="note note--good" role="status">
        <Icon name="check" />
        <div>
          <h3>{t('worklist.feed.made')}</h3>
          <p>{t('worklist.feed.secret')}</p>
        </div>
      </div>
      <div className="field field--full">
        <label htmlFor="adres">{t('worklist.feed.address')}</label>
        <input className="input" id="adres" readOnly value={address} autoComplete="off" onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div className="actions">
        <Button variant="main" onPress={() => void navigator.clipboard.writeText(address).then(() => toast(t('worklist.feed.copied')))}>
          {t('worklist.feed.copy')}
        </Button>
      </div>
    </>
  );
}

function List({ id, title, items }: { id: string; title: string; items: readonly string[] }) {
  return (
    <Panel id={id} title={title}>
      <ul className="panel__body bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Panel>
  );
}
