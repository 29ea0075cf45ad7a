import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { StaffChangesDocument, type StaffChangesQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { DayField } from '../shared/form/field.js';
import { formatWholeDay, isoDay, parseDay, today, typedDay } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';

type Changes = StaffChangesQuery['staffChanges'];

const inDays = (days: number): string => isoDay(new Date(Date.now() + days * 86_400_000));

/** Who began and who ends in a period, and how many files somebody leaves behind. */
export function Page() {
  const { t } = useTranslation();
  const isAdmin = useDoor('AccessReview.confirm');
  const [search, setSearch] = useSearchParams();
  const period = { from: search.get('van') ?? inDays(-30), until: search.get('tot') ?? inDays(60) };
  const changes = useRead(StaffChangesDocument, period, { enabled: isAdmin, keepPrevious: true });
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: { from: typedDay(period.from), until: typedDay(period.until) } });
  const valid = (text: string) => Boolean(parseDay(text)) || t('form.dayWrong');
  const after = (text: string) => valid(text) !== true ? t('form.dayWrong') : parseDay(text)! >= (parseDay(getValues('from')) ?? '') || t('directory.form.untilBefore');
  if (!isAdmin) return <NotFound />;
  const found = changes.data?.staffChanges;
  return (
    <>
      <PageHead crumbs={[{ label: t('directory.title'), to: '/medewerkers' }, { label: t('calendar.changes.title') }]} title={t('calendar.changes.title')} tabTitle={t('calendar.changes.title')} lead={t('calendar.changes.lead')} />
      <form noValidate className="panel panel__body period" onSubmit={(event) => void handleSubmit(({ from, until }) => setSearch({ van: parseDay(from)!, tot: parseDay(until)! }))(event)}>
        <DayField registration={register('from', { validate: valid })} label={t('calendar.changes.from')} error={formState.errors.from?.message} />
        <DayField registration={register('until', { validate: after })} label={t('calendar.changes.until')} error={formState.errors.until?.message} />
        <Button type="submit">{t('calendar.changes.show')}</Button>
      </form>
      {changes.error && !found ? <Fault error={changes.error} onRetry={() => void changes.refetch()} /> : !found ? <Skeleton lines={5} /> : null}
      {found && (
        <div className="cols cols--even">
          <List id="vertrekt" title={t('calendar.changes.leavers')} nothing={t('calendar.changes.noLeavers')} people={found.leavers} />
          <List id="begint" title={t('calendar.changes.joiners')} nothing={t('calendar.changes.noJoiners')} people={found.joiners} />
        </div>
      )}
    </>
  );
}

function List({ id, title, nothing, people }: { id: string; title: string; nothing: string; people: readonly (Changes['joiners'][number] & Partial<Changes['leavers'][number]>)[] }) {
  const { t } = useTranslation();
  return (
    <Panel id={id} title={title} count={people.length || undefined}>
      {people.length ? (
        <ul className="rows">
          {people.map(({ personId, name, role, day, openFiles }) => (
            <li key={`${personId} ${role}`}>
              <div>
                <p className="rows__title">{name}</p>
                <p className="rows__sub">
                  {role ? t(`role.${role}`) : t('directory.inactive')}
                  {day && ` · ${t(openFiles === undefined ? 'calendar.changes.since' : day < today() ? 'calendar.changes.ended' : 'calendar.changes.ends', { day: formatWholeDay(day) })}`}
                </p>
              </div>
              {openFiles !== undefined && <div className="rows__end">{openFiles > 0 ? <b>{t('calendar.changes.files', { count: openFiles })}</b> : <span className="small mute">{t('calendar.changes.noFiles')}</span>}</div>}
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel__body soft">{nothing}</p>
      )}
    </Panel>
  );
}
