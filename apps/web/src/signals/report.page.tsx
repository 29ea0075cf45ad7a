import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../shared/button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { cooperationPath } from './paths.js';
import { usePlaces } from './places.js';
import { type Agreement, useAgreements } from './protocol.js';
import { ReportForm } from './report-form.js';
import { WaysOn } from './ways-on.js';

/** Reports tension: by a company under its protocol, by the Woondienst whatever it sees or is told. */
export function Page() {
  const mayReport = useDoor('TensionSignal.report');
  const isCompany = useMe().partner.kind === 'HOUSING_COMPANY';
  const { inForce, talkedAbout, isReady, error } = useAgreements();
  if (!mayReport) return <NotFound />;
  if (error && !isReady) return <Fault error={error} />;
  if (!isReady) return <Skeleton title lines={8} />;
  return isCompany && !inForce ? <NoProtocol talkedAbout={talkedAbout} /> : <ReportForm agreement={isCompany ? inForce : undefined} />;
}

/** No form that would be refused: what is being agreed, and what one can do meanwhile. */
function NoProtocol({ talkedAbout }: { talkedAbout: Agreement | undefined }) {
  const { t } = useTranslation();
  const places = usePlaces(talkedAbout?.municipalities ?? []);
  const isSigned = Boolean(talkedAbout && talkedAbout.state !== 'NEGOTIATION');
  return (
    <>
      <PageHead title={t('signals.report')} tabTitle={t('signals.report')} crumbs={[{ label: t('signals.title'), to: '/meldingen' }, { label: t('signals.report') }]} />
      <div className="stackv--l">
        <section className="note" aria-labelledby="geen-protocol">
          <Icon name="info" />
          <div>
            <h2 id="geen-protocol">{t(isSigned ? 'signals.none.titleSigned' : talkedAbout ? 'signals.none.title' : 'signals.none.titleNothing')}</h2>
            <p>{isSigned ? t('signals.none.textSigned', { day: formatWholeDay(talkedAbout!.validFrom), places }) : talkedAbout ? t('signals.none.text', { places }) : t('signals.none.textNothing')}</p>
            {talkedAbout && (
              <p>
                <Link to={cooperationPath(talkedAbout.id)}>{t(isSigned ? 'signals.none.readSigned' : 'signals.none.read')}</Link>
              </p>
            )}
          </div>
        </section>
        <section className="panel" aria-labelledby="wat-wel">
          <div className="panel__head">
            <h2 id="wat-wel">{t('signals.ways.title')}</h2>
          </div>
          <div className="panel__body stackv">
            <WaysOn />
            <div className="actions">
              <ButtonLink variant="main" icon="talk" to="/vragen/nieuw">
                {t('signals.ways.ask')}
              </ButtonLink>
            </div>
          </div>
        </section>
      </div>
    </>
  );
}
