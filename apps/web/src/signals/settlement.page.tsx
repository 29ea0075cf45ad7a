import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PartySignalDocument } from '../generated/graphql/graphql.js';
import { saveAs } from '../shared/api/download.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fact, Facts } from '../shared/facts.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatFullDay } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { signalPath } from './paths.js';
import { currentOf, type Settlement } from './settlement-panel.js';
import type { SignalRow } from './signal.page.js';

/** The text of the settlement on a page of its own, to print or to keep. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error } = useRead(PartySignalDocument, { id });
  if (error && !data) return <Fault error={error} />;
  if (!data) return <Skeleton title lines={8} />;
  const settlement = data.signal ? currentOf(data.signal) : undefined;
  if (!data.signal || !settlement?.body) return <NotFound />;
  const title = t(settlement.state === 'SIGNED' ? 'signals.settlement.titleSigned' : 'signals.settlement.titleText');
  return (
    <>
      <PageHead
        title={title}
        tabTitle={title}
        crumbs={[{ label: t('signals.title'), to: '/meldingen' }, { label: data.signal.number, to: signalPath(id) }, { label: title }]}
        actions={
          <>
            <Button icon="file" onPress={() => saveAs(new Blob([settlement.body!], { type: 'text/plain;charset=utf-8' }), `akkoord-${data.signal!.number}.txt`)}>
              {t('signals.settlement.keep')}
            </Button>
            <Button variant="main" icon="print" onPress={() => window.print()}>
              {t('signals.settlement.doPrint')}
            </Button>
          </>
        }
      />
      <Sheet row={data.signal} settlement={settlement} />
    </>
  );
}

function Sheet({ row, settlement }: { row: SignalRow; settlement: Settlement }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('signals.settlement.text')}>
      <div className="panel__body stackv">
        <div className="settlement settlement--page">{settlement.body}</div>
        <Facts>
          <Fact label={t('signals.settlement.about')}>{[row.street, row.postcode && `${row.postcode} ${row.municipality}`, row.number].filter(Boolean).join(', ')}</Fact>
          <Fact label={t('signals.settlement.edition')}>{String(settlement.edition)}</Fact>
          <Fact label={t('signals.settlement.byUs')}>{settlement.landlordSignedAt && t('signals.settlement.signedBy', { person: settlement.landlordSignedBy ?? '', day: formatFullDay(settlement.landlordSignedAt) })}</Fact>
          <Fact label={t('signals.settlement.byAll')}>{settlement.signedAt ? formatFullDay(settlement.signedAt) : t('signals.settlement.notYet')}</Fact>
          <Fact label={t('signals.settlement.hash')}>
            <span className="num settlement__hash">{settlement.hash}</span>
          </Fact>
        </Facts>
      </div>
    </section>
  );
}
