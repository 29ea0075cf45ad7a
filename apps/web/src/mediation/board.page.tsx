import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../shared/button.js';
import { ChipSelect } from '../shared/chip-select.js';
import { Fault } from '../shared/faults.js';
import { formatList } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { useMunicipalities, usePartners } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import { DEFAULT_TERMS, useAgreements, type Agreement } from './agreements.js';
import { AsLandlord } from './as-landlord.js';
import { Board } from './board.js';
import { EndedList, MediationList } from './mediation-list.js';
import { Mark } from './marks.js';
import { isOver } from './stages.js';
import { useMediations, type Row } from './use-mediations.js';

const NOBODY = 'niemand';

/** All mediations of the Woondienst: as a board, or as a list. */
export function Page() {
  const [search] = useSearchParams();
  const all = useMediations();
  const { list } = useAgreements();
  const agreements = list.filter(({ inForce }) => inForce);
  const landlord = search.get('zoals') ?? undefined;
  const rows = all.nodes;
  const [mediator, topic] = [search.get('bemiddelaar'), search.get('thema')];
  const shown = rows?.filter((row) => (!mediator || (row.mediatorId ?? NOBODY) === mediator) && (!topic || row.topic.toLowerCase() === topic)) ?? [];
  return (
    <>
      <Head agreements={agreements} />
      {all.error && !rows ? <Fault error={all.error} onRetry={() => void all.refetch()} /> : !rows ? <Skeleton lines={10} /> : null}
      {rows && landlord && <AsLandlord landlordId={landlord} rows={rows} />}
      {rows && !landlord && (
        <>
          <Choices rows={rows} />
          {search.get('weergave') === 'lijst' ? <MediationList rows={shown.filter(({ state }) => !isOver(state))} /> : <Board rows={shown} terms={agreements[0]?.text.terms ?? DEFAULT_TERMS} />}
          <EndedList rows={shown.filter(({ state }) => isOver(state))} />
          <WhatLandlordsSee companies={[...new Set([...agreements.map(({ companyId }) => companyId), ...rows.flatMap(({ landlordId }) => landlordId ?? [])])]} />
        </>
      )}
    </>
  );
}

function Head({ agreements }: { agreements: readonly Agreement[] }) {
  const { t } = useTranslation();
  const mayReport = useDoor('TensionSignal.report');
  const { shortNameOf } = usePartners();
  const municipalities = useMunicipalities();
  const namesOf = (codes: readonly string[]) => formatList(codes.map((code) => municipalities.find(({ nis }) => nis === code)?.name ?? code).sort());
  return (
    <PageHead
      title={t('mediation.title')}
      tabTitle={t('mediation.title')}
      actions={
        mayReport && (
          <ButtonLink variant="main" icon="plus" to="/meldingen/nieuw">
            {t('signals.report')}
          </ButtonLink>
        )
      }
      meta={agreements.map(({ id, companyId, edition, municipalities: codes }) => (
        <span className="rowx" key={id}>
          <span>{t('mediation.agreement', { partner: shortNameOf(companyId), edition })}</span>
          <Mark look="ok">{t('mediation.active')}</Mark>
          <span>{namesOf(codes)}</span>
        </span>
      ))}
    />
  );
}

/** How it is shown, and which of them; the choice stands in the address. */
function Choices({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const isList = search.get('weergave') === 'lijst';
  const mediators = [...new Map(rows.map(({ mediatorId, mediatorName }) => [mediatorId ?? NOBODY, mediatorName ?? t('mediation.nobody')])).entries()].map(([value, label]) => ({ value, label }));
  const topics = [...new Set(rows.map(({ topic }) => topic))].map((topic) => ({ value: topic.toLowerCase(), label: t(`mediation.topic.${topic}`) }));
  const byLabel = (options: { value: string; label: string }[]) => options.sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  return (
    <div className="filters" role="group" aria-label={t('mediation.choices')}>
      {(['board', 'list'] as const).map((way) => (
        <button key={way} type="button" className={(way === 'list') === isList ? 'chip chip--on' : 'chip'} aria-pressed={(way === 'list') === isList} onClick={() => put('weergave', way === 'list' ? 'lijst' : undefined)}>
          <Icon name={way} size="s" />
          {t(`mediation.way.${way}`)}
        </button>
      ))}
      <span className="filters__gap" />
      <ChipSelect label={t('mediation.mediator')} all={t('app.all')} value={search.get('bemiddelaar') ?? undefined} options={byLabel(mediators)} onChange={(value) => put('bemiddelaar', value)} />
      <ChipSelect label={t('mediation.topicFilter')} all={t('app.all')} value={search.get('thema') ?? undefined} options={byLabel(topics)} onChange={(value) => put('thema', value)} />
    </div>
  );
}

/** What a landlord finds of all this; and a look at it. */
function WhatLandlordsSee({ companies }: { companies: readonly string[] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  if (!companies.length) return null;
  return (
    <div className="note note--plain board__note">
      <Icon name="info" />
      <div>
        <p>
          {t('mediation.sees', { who: formatList(companies.map(shortNameOf)), count: companies.length })}{' '}
          {companies.map((id) => (
            <span key={id}>
              <Link to={`?zoals=${id}`}>{t('mediation.asLandlord', { partner: shortNameOf(id) })}</Link>{' '}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}
