import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CooperationDocument, type CooperationQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fact, Facts, lines } from '../shared/facts.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatFullDay, formatTime, formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { ConformancePanel } from './conformance-panel.js';
import { CooperationNext } from './cooperation-next.js';
import { CooperationSays } from './cooperation-says.js';
import { CooperationStatus, useDays, usePlaceName } from './cooperation-state.js';
import { textOf } from './cooperation-text.js';

export type Cooperation = NonNullable<CooperationQuery['cooperationProtocol']>;

/** One edition of a cooperation protocol: what was agreed, who signed it, and what one may do now. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { shortNameOf } = usePartners();
  const { data, error, refetch } = useRead(CooperationDocument, { id });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  const row = data.cooperationProtocol;
  if (!row) return <NotFound />;
  const title = t('cooperation.called', { company: shortNameOf(row.companyId), edition: row.edition });
  return (
    <>
      <PageHead title={row.title} tabTitle={t('cooperation.one')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: title }]} meta={<><CooperationStatus of={row} /><span>{title}</span></>} />
      {row.state === 'NEGOTIATION' && (
        <div className="note">
          <Icon name="info" />
          <p>{t('cooperation.negotiation')}</p>
        </div>
      )}
      <div className="cols">
        <div>
          <Parties row={row} />
          {row.inForce || row.state === 'ENDED' ? <ConformancePanel protocolId={row.id} from={row.validFrom} /> : null}
          <CooperationSays text={textOf(row)} partyName={(party) => shortNameOf(party === 'WOONDIENST' ? row.partnerId : row.companyId)} />
          <Signatures row={row} />
        </div>
        <aside className="stackv--l aside" aria-label={t('cooperation.next.title')}>
          <CooperationNext row={row} />
        </aside>
      </div>
    </>
  );
}

function Parties({ row }: { row: Cooperation }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const placeName = usePlaceName();
  const days = useDays();
  return (
    <Panel id="partijen" title={t('cooperation.parties')}>
      <div className="panel__body">
        <Facts>
          <Fact label={t('cooperation.partner')}>{nameOf(row.partnerId)}</Fact>
          <Fact label={t('cooperation.company')}>{nameOf(row.companyId)}</Fact>
          <Fact label={t('cooperation.goal')}>{textOf(row).goal}</Fact>
          <Fact label={t('cooperation.municipalities')}>{lines(...row.municipalities.map(placeName))}</Fact>
          <Fact label={t('cooperation.valid')}>{days(row)}</Fact>
          {row.endedOn && <Fact label={t('cooperation.ended')}>{t('cooperation.endedOn', { day: formatWholeDay(row.endedOn), reason: row.endedReason ?? '' })}</Fact>}
        </Facts>
      </div>
    </Panel>
  );
}

function Signatures({ row }: { row: Cooperation }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  return (
    <Panel id="handtekeningen" title={t('cooperation.signatures')}>
      <div className="panel__body">
        <Facts>
          <Fact label={nameOf(row.partnerId)}>
            <Signature by={row.partnerSignedBy} capacity={row.partnerSignedAs} at={row.partnerSignedAt} hash={row.partnerSignedHash} />
          </Fact>
          <Fact label={nameOf(row.companyId)}>
            <Signature by={row.companySignedBy} capacity={row.companySignedAs} at={row.companySignedAt} hash={row.companySignedHash} />
          </Fact>
          <Fact label={t('cooperation.signature.text')}>{row.hash}</Fact>
        </Facts>
      </div>
    </Panel>
  );
}

function Signature({ by, capacity, at, hash }: { by: string | null; capacity: string | null; at: string | null; hash: string | null }) {
  const { t } = useTranslation();
  if (!at) return <span className="mute">{t('cooperation.signature.none')}</span>;
  return lines(t('cooperation.signature.by', { name: by ?? '', capacity: capacity ?? '', day: `${formatFullDay(at)}, ${formatTime(at)}` }), <span className="small soft">{t('cooperation.signature.hash')}: {hash}</span>);
}
