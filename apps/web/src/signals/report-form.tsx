import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../shared/api/refusal.js';
import { Button, ButtonLink } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { ErrorSummary } from '../shared/form/error-summary.js';
import { Icon } from '../shared/icon.js';
import { PageHead } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { Audience } from '../shared/withheld.js';
import { FactsPanel } from './facts-panel.js';
import { FilesPanel } from './files-panel.js';
import { FromPanel } from './from-panel.js';
import { HomePanel } from './home-panel.js';
import type { Agreement } from './protocol.js';
import { RentersPanel } from './renters-panel.js';
import { TermsPanel } from './terms-panel.js';
import { useReport } from './use-report.js';
import { EMPTY, type Values } from './values.js';
import { RefusedHere } from './ways-on.js';

/** @param agreement by which a company reports; absent: by the Woondienst, with the default terms */
export function ReportForm({ agreement }: { agreement: Agreement | undefined }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const form = useForm<Values>({ defaultValues: EMPTY });
  const report = useReport(form);
  const isListed = report.error instanceof Refusal && (report.error.code === 'NO_PROTOCOL' || report.error.fields.length > 0);
  const isCompany = Boolean(agreement);
  if (report.made) return <FilesLeft report={report} />;
  return (
    <>
      <ErrorSummary faults={report.faults} attempt={report.attempt} />
      <PageHead title={t('signals.report')} tabTitle={t('signals.report')} lead={t(isCompany ? 'signals.form.lead' : 'signals.form.leadOwn')} crumbs={isCompany ? [{ label: t('signals.title'), to: '/meldingen' }, { label: t('signals.report') }] : undefined} />
      <form noValidate onSubmit={(event) => void report.submit(event)}>
        <div className="cols">
          <div>
            {!isCompany && <FromPanel form={form} />}
            <HomePanel form={form} agreement={agreement} />
            <RentersPanel form={form} />
            <FactsPanel form={form} />
            <FilesPanel sending={report.sending} />
          </div>
          <aside className="stackv--l aside" aria-label={t('signals.form.aside')}>
            <TermsPanel agreement={agreement} />
            <Readers isCompany={isCompany} />
          </aside>
        </div>
        <RefusedHere error={report.error} />
        {!isListed && <FaultNote error={report.error} />}
        <div className="sendbar">
          <Audience>{isCompany ? t('signals.form.reads') : t('signals.form.readsOwn', { partner: partner.shortName })}</Audience>
          <ButtonLink variant="quiet" to={isCompany ? '/meldingen' : '/werklijst'}>
            {t('app.cancel')}
          </ButtonLink>
          <Button type="submit" variant="main" icon="send" isPending={report.isPending}>
            {t('signals.form.send')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Who reads what, before anything leaves. */
function Readers({ isCompany }: { isCompany: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="note" aria-labelledby="wie-leest">
      <Icon name="shieldcheck" />
      <div>
        <h2 id="wie-leest">{t('signals.form.readersTitle')}</h2>
        <p>{t(isCompany ? 'signals.form.readers' : 'signals.form.readersOwn')}</p>
      </div>
    </section>
  );
}

/** The signal is made; some of its files are on their way, or did not arrive. */
function FilesLeft({ report: { made, sending, again, leave } }: { report: ReturnType<typeof useReport> }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('signals.form.made')} tabTitle={t('signals.form.made')} meta={<span className="num">{made!.number}</span>} lead={t(sending.isPending ? 'signals.form.filesLeave' : 'signals.form.filesLeft')} />
      <FilesPanel sending={sending} isMade />
      <div className="sendbar">
        <Button onPress={() => void leave()}>{t('signals.form.withoutFiles')}</Button>
        <Button variant="main" icon="sync" isPending={sending.isPending} onPress={() => void again()}>
          {t('signals.form.again')}
        </Button>
      </div>
    </>
  );
}
