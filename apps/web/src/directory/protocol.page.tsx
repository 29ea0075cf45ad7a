import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProtocolDocument, type ProtocolQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fact, Facts, lines } from '../shared/facts.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Shape } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { NextStep } from './protocol-next.js';
import { ProtocolStatus, usePeriod } from './protocol-state.js';

export type Protocol = NonNullable<ProtocolQuery['exchangeProtocol']>;

/** One protocol: what it says, who advised and signed, and what one may do now. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { shortNameOf } = usePartners();
  const { data, error, refetch } = useRead(ProtocolDocument, { id });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  const row = data.exchangeProtocol;
  if (!row) return <NotFound />;
  const title = t('protocols.fromTo', { from: shortNameOf(row.fromPartnerId), to: shortNameOf(row.toPartnerId) });
  return (
    <>
      <PageHead title={title} tabTitle={t('protocols.title')} crumbs={[{ label: t('protocols.all'), to: '/protocollen' }, { label: title }]} meta={<><ProtocolStatus of={row} /><span>{row.purpose}</span></>} />
      <div className="cols">
        <div>
          <Says row={row} />
          <Sides id="advies" title={t('protocols.advice.title')} row={row} of={(side) => <Advice row={row} side={side} />} />
          <Sides id="handtekeningen" title={t('protocols.signature.title')} row={row} of={(side) => <Signature row={row} side={side} />} />
        </div>
        <aside className="stackv--l aside" aria-label={t('protocols.next.title')}>
          <NextStep row={row} />
        </aside>
      </div>
    </>
  );
}

function Says({ row }: { row: Protocol }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const period = usePeriod();
  return (
    <Panel id="afspraak" title={t('protocols.text')}>
      <div className="panel__body">
        <Facts>
          <Fact label={t('protocols.from')}>{nameOf(row.fromPartnerId)}</Fact>
          <Fact label={t('protocols.to')}>{nameOf(row.toPartnerId)}</Fact>
          <Fact label={t('protocols.purpose')}>{row.purpose}</Fact>
          <Fact label={t('protocols.classes')}>{lines(...row.classes.map((each) => t(`dataClass.${each}`)))}</Fact>
          <Fact label={t('protocols.legalBasis')}>{row.legalBasis}</Fact>
          <Fact label={t('protocols.frequency')}>{row.frequency}</Fact>
          <Fact label={t('protocols.security')}>{row.security}</Fact>
          <Fact label={t('protocols.retention')}>{row.retention}</Fact>
          <Fact label={t('protocols.valid')}>{period(row)}</Fact>
          {row.publicationUrl && (
            <Fact label={t('protocols.published')}>
              <a href={row.publicationUrl} rel="noreferrer">
                {row.publicationUrl} <span className="vh">{t('protocols.opens')}</span>
              </a>
            </Fact>
          )}
          {row.endedOn && <Fact label={t('protocols.ended')}>{t('protocols.endedOn', { day: formatWholeDay(row.endedOn), reason: row.endedReason ?? '' })}</Fact>}
        </Facts>
      </div>
    </Panel>
  );
}

type Side = 'from' | 'to';

function Sides({ id, title, row, of }: { id: string; title: string; row: Protocol; of: (side: Side) => React.ReactNode }) {
  const { nameOf } = usePartners();
  return (
    <Panel id={id} title={title}>
      <div className="panel__body">
        <Facts>
          <Fact label={nameOf(row.fromPartnerId)}>{of('from')}</Fact>
          <Fact label={nameOf(row.toPartnerId)}>{of('to')}</Fact>
        </Facts>
      </div>
    </Panel>
  );
}

function Advice({ row, side }: { row: Protocol; side: Side }) {
  const { t } = useTranslation();
  const { on, by, positive, text } = side === 'from' ? { on: row.fromAdviceOn, by: row.fromAdviceBy, positive: row.fromAdvicePositive, text: row.fromAdviceText } : { on: row.toAdviceOn, by: row.toAdviceBy, positive: row.toAdvicePositive, text: row.toAdviceText };
  if (!on) return <span className="mute">{t('protocols.advice.none')}</span>;
  const day = formatWholeDay(on);
  return lines(
    <span className={`status status--${positive ? 'ok' : 'no'}`}>
      <Shape name={positive ? 'ok' : 'no'} />
      {t(positive ? 'protocols.advice.positive' : 'protocols.advice.negative')}
    </span>,
    by ? t('protocols.advice.by', { name: by, day }) : t('protocols.advice.on', { day }),
    text,
  );
}

function Signature({ row, side }: { row: Protocol; side: Side }) {
  const { t } = useTranslation();
  const { on, by } = side === 'from' ? { on: row.fromSignedOn, by: row.fromSignedBy } : { on: row.toSignedOn, by: row.toSignedBy };
  if (on) return t('protocols.signature.by', { name: by ?? '', day: formatWholeDay(on) });
  return <span className="mute">{t(row.state === 'DRAFT' || row.state === 'DPO_ADVICE' ? 'protocols.signature.none' : 'protocols.signature.paper')}</span>;
}
