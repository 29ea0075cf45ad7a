import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PeopleDocument, TrailDocument, type TrailFieldsFragment, type TrailQuery, type TrailQueryVariables, UnusualLooksDocument, type UnusualLooksQuery, type UnusualLooksQueryVariables } from '../generated/graphql/graphql.js';
import { useRead, useReadPages } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { DayField, SelectField, TextField } from '../shared/form/field.js';
import { parseDay, typedDay } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { TrailTable } from './trail-table.js';

/** Who of one's own organisation looked at what, when and why; for its DPO alone. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  if (!useDoor('Person.audit')) return <NotFound />;
  return (
    <>
      <PageHead title={t('trail.title')} tabTitle={t('trail.title')} lead={t('trail.lead', { partner: partner.name })} />
      <UnusualPanel />
      <LinesPanel />
    </>
  );
}

function UnusualPanel() {
  const { t } = useTranslation();
  const looks = useReadPages<UnusualLooksQuery, UnusualLooksQueryVariables, TrailFieldsFragment>(UnusualLooksDocument, { first: 10 }, ({ unusualLooks }) => unusualLooks);
  const lines = looks.nodes;
  if (!lines) return looks.error ? <Fault error={looks.error} onRetry={() => void looks.refetch()} /> : <Skeleton lines={3} />;
  return (
    <Panel id="opvallend" title={t('trail.unusual.title')}>
      <p className="panel__body soft">{t(lines.length ? 'trail.unusual.text' : 'trail.unusual.none')}</p>
      {lines.length > 0 && <TrailTable lines={lines} caption={t('trail.unusual.title')} />}
      <More of={looks} />
    </Panel>
  );
}

function LinesPanel() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter = { personId: search.get('wie'), number: search.get('nummer'), day: search.get('dag') };
  const trail = useReadPages<TrailQuery, TrailQueryVariables, TrailFieldsFragment>(TrailDocument, { first: 25, ...filter }, ({ trail: page }) => page);
  const lines = trail.nodes;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Panel id="regels" title={t('trail.list')}>
      <FilterForm key={search.toString()} {...filter} onShow={setSearch} />
      {isFiltered && (
        <p className="panel__body">
          <button type="button" className="linkbtn" onClick={() => setSearch({})}>
            {t('trail.filter.clear')}
          </button>
        </p>
      )}
      {!lines ? trail.error ? <Fault error={trail.error} onRetry={() => void trail.refetch()} /> : <Skeleton lines={8} /> : lines.length ? <TrailTable lines={lines} caption={t('trail.caption')} /> : <Empty level={3} title={t('trail.none.title')} text={t('trail.none.text')} />}
      <More of={trail} />
    </Panel>
  );
}

type Filter = { personId: string | null; number: string | null; day: string | null };

function FilterForm({ personId, number, day, onShow }: Filter & { onShow: (search: { [name: string]: string }) => void }) {
  const { t } = useTranslation();
  const people = useRead(PeopleDocument, {}).data?.people ?? [];
  const { register, handleSubmit, formState } = useForm({ values: { personId: people.length ? (personId ?? '') : '', number: number ?? '', day: typedDay(day) } });
  const submit = handleSubmit((given) => {
    const found = { wie: given.personId, nummer: given.number.trim(), dag: given.day.trim() ? parseDay(given.day)! : '' };
    onShow(Object.fromEntries(Object.entries(found).filter(([, value]) => value)));
  });
  const named = [...people].sort((a, b) => a.name.localeCompare(b.name, 'nl')).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form noValidate className="panel__body period" onSubmit={(event) => void submit(event)}>
      <SelectField registration={register('personId')} label={t('trail.filter.person')} options={named} empty={t('trail.filter.everybody')} size="narrow" />
      <TextField registration={register('number')} label={t('trail.filter.number')} maxLength={40} size="narrow" />
      <DayField registration={register('day', { validate: (text) => !text.trim() || Boolean(parseDay(text)) || t('form.dayWrong') })} label={t('trail.filter.day')} error={formState.errors.day?.message} />
      <Button type="submit" icon="filter">
        {t('trail.filter.show')}
      </Button>
    </form>
  );
}
