import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { PreviewDocument, ReferralDocument, SendReferralDocument, type ContentFieldsFragment, type DataClass } from '../../generated/graphql/graphql.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useRead } from '../../shared/api/query.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { Fault, FaultNote, useFaultText } from '../../shared/faults.js';
import { formatList, formatWholeDay } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Skeleton } from '../../shared/loading.js';
import { nameOf } from '../../shared/name.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type ReferralType } from '../../shared/reference.js';
import { Compare } from '../compare.js';
import { agreementsOf } from './agreements.js';
import type { Draft } from './use-draft.js';
import { familiesOf, type Family, type Possible } from './use-receivers.js';

type Props = { draft: Draft; type: ReferralType; possible: readonly Possible[] | undefined; onBack: (field?: string) => void };

/** What was written beside what each partner will read, made by the partner's own rules; then it can go. */
export function CheckStep({ draft, type, possible, onBack }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { nameOf: partnerNamed, shortNameOf } = usePartners();
  const faultText = useFaultText();
  const { id } = draft.row;
  // Looked at anew: what is sent is what stands here.
  const saved = useRead(ReferralDocument, { id }, { staleTime: 0 });
  const agreements = agreementsOf(draft.form.getValues(), draft.row);
  const preview = useRead(PreviewDocument, { id, agreements }, { staleTime: 0, enabled: saved.isFetchedAfterMount });
  const send = useChange(SendReferralDocument, {
    leaves: true,
    onSuccess: () => {
      draft.release();
      return navigate(`/doorverwijzingen/${id}/ontvangstbewijs`, { replace: true });
    },
  });
  if (saved.error) return <Fault error={saved.error} onRetry={() => void saved.refetch()} />;
  if (preview.error instanceof Refusal && preview.error.code !== 'NOT_FOUND') {
    return (
      <>
        <div className="note note--bad" role="alert">
          <Icon name="alert" />
          <div>
            {!preview.error.fields.some(({ message }) => message === faultText(preview.error)) && <p>{faultText(preview.error)}</p>}
            {preview.error.fields.length > 0 && (
              <ul>
                {preview.error.fields.map(({ field, message }) => (
                  <li key={field}>
                    <button type="button" className="linkbtn" onClick={() => onBack(field)}>
                      {message}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {preview.error.code === 'NO_PROTOCOL' && (
              <p>
                <Link to="/protocollen">{t('draft.who.protocols')}</Link>
              </p>
            )}
          </div>
        </div>
        <div className="sendbar">
          <p className="small mute">{t('draft.check.notYet')}</p>
          <Button variant="main" icon="back" onPress={() => onBack()}>
            {t('draft.check.change')}
          </Button>
        </div>
      </>
    );
  }
  if (preview.error) return <Fault error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!saved.data?.referral || !preview.data || preview.isFetching) return <Skeleton title lines={8} />;
  const row = saved.data.referral;
  const seen = preview.data.preview;
  const families = familiesOf(type.asks);
  const [client, ...others] = agreements;
  return (
    <>
      <Tabs className="tabs">
        <TabList className="tablist" aria-label={t('draft.check.tabs')}>
          {seen.map(({ partnerId, referral }) => (
            <Tab key={partnerId} id={partnerId} className="tab">
              {shortNameOf(partnerId)} <span className="n">{t('draft.check.count', { count: shownOf(referral, families), of: families.length })}</span>
            </Tab>
          ))}
        </TabList>
        {seen.map(({ partnerId, referral }) => (
          <TabPanel key={partnerId} id={partnerId}>
            <Compare row={row} seen={referral} classes={type.asks} partnerId={partnerId} reasonOf={(dataClass) => reasonOf(possible, partnerId, dataClass)} />
          </TabPanel>
        ))}
      </Tabs>
      <Panel id="akkoord" title={t('draft.check.agreement')}>
        <div className="panel__body">
          <p>{t('draft.check.agreementText', { name: client.agreedName, by: t(`agreedBy.${client.agreedBy}`).toLowerCase(), way: t(`agreedWay.${client.way}`).toLowerCase(), day: formatWholeDay(client.agreedOn) })}</p>
          {others.length > 0 && <p>{t('draft.check.others', { names: formatList(draft.row.persons.filter(({ id: personId }) => others.some((each) => each.personId === personId)).map((person) => nameOf(person) ?? '')) })}</p>}
        </div>
      </Panel>
      <FaultNote error={send.error} />
      <div className="sendbar">
        <div>
          <p>
            <b>{t('draft.check.to', { partners: formatList(seen.map(({ partnerId }) => partnerNamed(partnerId))) })}</b>
          </p>
          <p className="small mute">{t(row.urgent ? 'draft.check.atOnce' : 'draft.check.after')}</p>
        </div>
        <div className="actions">
          <Button icon="back" onPress={() => onBack()}>
            {t('draft.check.change')}
          </Button>
          <Button variant="main" icon="send" isPending={send.isPending} onPress={() => send.mutate({ id, version: row.version!, agreements })}>
            {t('draft.check.send')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Of how many kinds of facts this partner reads all or a part. */
const shownOf = (seen: ContentFieldsFragment | null, families: readonly Family[]): number => (seen ? families.filter(({ classes }) => classes.some((each) => !seen.withheld.some(({ dataClass }) => dataClass === each))).length : 0);

/** Why this partner can never get it, when it is not a choice. */
const reasonOf = (possible: readonly Possible[] | undefined, partnerId: string, dataClass: DataClass): string | undefined =>
  possible?.find(({ partner }) => partner.id === partnerId)?.cells.find((cell) => cell.dataClass === dataClass && cell.cap)?.says ?? undefined;
