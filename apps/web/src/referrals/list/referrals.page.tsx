import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ReferralsDocument, type ListState, type ReferralsQuery, type ReferralsQueryVariables } from '../../generated/graphql/graphql.js';
import { useReadPages } from '../../shared/api/query.js';
import { Button, ButtonLink } from '../../shared/button.js';
import { ChipSelect } from '../../shared/chip-select.js';
import { Fault } from '../../shared/faults.js';
import { formatDay, formatList } from '../../shared/format.js';
import { Empty, Skeleton } from '../../shared/loading.js';
import { More } from '../../shared/more.js';
import { PersonName } from '../../shared/name.js';
import { PageHead } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { useDoor, useMe } from '../../shared/session.js';
import { stateFor, Status } from '../../shared/status.js';
import { Term } from '../../shared/term.js';
import { whyOf } from '../../shared/withheld.js';

type Row = ReferralsQuery['referrals']['nodes'][number];

const STATES: readonly ListState[] = ['DRAFT', 'SENT', 'DELIVERED', 'NEW', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'FEEDBACK_GIVEN', 'CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'REOPENED', 'WITHDRAWN', 'STOPPED', 'KEPT', 'MADE_IN_ERROR'];

/** Every referral at which one's partner sits, newest first. */
export function Page() {
  const { t } = useTranslation();
  const mayDraft = useDoor('Referral.draft');
  const mayAsk = useDoor('Consult.ask');
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one.toLowerCase() === search.get('stand'));
  const list = useReadPages<ReferralsQuery, ReferralsQueryVariables, Row>(ReferralsDocument, { state, first: 25 }, ({ referrals }) => referrals);
  const setState = (value: string | undefined) => setSearch(value ? { stand: value.toLowerCase() } : {});
  return (
    <>
      <PageHead
        title={t('referrals.title')}
        tabTitle={t('referrals.title')}
        lead={t('referrals.lead')}
        actions={
          <>
            {mayAsk && (
              <ButtonLink icon="talk" to="/vragen/nieuw">
                {t('consults.askShort')}
              </ButtonLink>
            )}
            {mayDraft && (
              <ButtonLink variant="main" icon="plus" to="/doorverwijzingen/nieuw">
                {t('referrals.new')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="filters" role="group" aria-label={t('worklist.filters')}>
        <ChipSelect label={t('referrals.stateFilter')} all={t('app.all')} icon="filter" value={state} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={setState} />
      </div>
      {list.error && !list.nodes ? <Fault error={list.error} onRetry={() => void list.refetch()} /> : !list.nodes ? <Skeleton lines={8} /> : null}
      {list.nodes && (
        <div className="panel">
          {list.nodes.length ? <Rows rows={list.nodes} /> : <None isFiltered={state !== undefined} onClear={() => setState(undefined)} />}
          <More of={list} />
        </div>
      )}
    </>
  );
}

function None({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const mayDraft = useDoor('Referral.draft');
  if (!isFiltered) return <Empty title={t('referrals.empty.title')} text={t(mayDraft ? 'referrals.empty.text' : 'referrals.empty.textReceiver')} />;
  return (
    <Empty title={t('referrals.empty.filtered')} text={t('referrals.empty.filteredText')}>
      <Button onPress={onClear}>{t('referrals.empty.clear')}</Button>
    </Empty>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('referrals.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['client', 'who', 'state', 'term', 'changed'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`referrals.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <OneRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function OneRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  const changed = row.changedAt ?? row.answers[0]?.deliveredAt;
  const isNameless = Boolean(whyOf(row.withheld, 'IDENTITY'));
  const isSender = row.fromPartnerId === partner.id;
  const answer = isSender ? soonestOf(row.answers) : row.answers.find(({ partnerId }) => partnerId === partner.id);
  const receivers = row.recipients.filter(({ chosen }) => chosen).map(({ receiverId }) => shortNameOf(receiverId));
  const shortened = receivers.length > SHOWN ? [...receivers.slice(0, SHOWN), t('draft.others', { count: receivers.length - SHOWN })] : receivers;
  const who = isSender ? (receivers.length ? t('referrals.to', { partner: formatList(shortened) }) : t('referrals.toNobody')) : t('referrals.from', { partner: shortNameOf(row.fromPartnerId) });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to={row.state === 'DRAFT' ? `/doorverwijzingen/${row.id}/bewerken` : `/doorverwijzingen/${row.id}`}>
          {isNameless ? row.number : <PersonName of={row} />}
        </Link>
        <span className="table__sub">
          {!isNameless && <span className="num nowrap">{row.number} · </span>}
          {labelOf(row.type)}
        </span>
        {isNameless && (
          <span className="table__sub">
            <PersonName of={row} />
          </span>
        )}
      </th>
      <td role="cell" data-l={t('referrals.table.who')}>
        <span>{who}</span>
      </td>
      <td role="cell" data-l={t('referrals.table.state')}>
        <span className="rowx rowx--tight">
          <Status state={stateFor(row, partner.id)} />
          {row.urgent && <span className="tag tag--urgent">{t('referrals.urgent')}</span>}
        </span>
      </td>
      <td role="cell" data-l={t('referrals.table.term')}>
        <span>{answer?.term ? <Term term={answer.term} /> : <span className="mute">{t('worklist.noTerm')}</span>}</span>
      </td>
      <td role="cell" data-l={t('referrals.table.changed')}>
        <span className="nowrap">{changed && formatDay(changed)}</span>
      </td>
    </tr>
  );
}

/** So many receivers are named; of the rest it says how many. */
const SHOWN = 2;

/** Of several receivers the one whose term ends first. */
const soonestOf = (answers: Row['answers']): Row['answers'][number] | undefined => answers.filter(({ term }) => term).sort((a, b) => (a.term!.due < b.term!.due ? -1 : 1))[0];
