import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BreakGlassDocument, GlassBreaksDocument, type GlassBreaksQuery, type GlassBreaksQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { formatFullDay, formatTime } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';
import { pageOf } from './open-glass.js';
import { SupportRequests } from './support-requests.js';

type Row = GlassBreaksQuery['glassBreaks']['nodes'][number];

/** Opens one dossier in need; and each time that it was done. */
export function Page() {
  const { t } = useTranslation();
  const decides = useDoor('SupportRequest.approve');
  if (!useDoor('GlassBreak.break')) return <NotFound />;
  return (
    <>
      <PageHead title={t('glass.title')} tabTitle={t('glass.title')} lead={t('glass.lead')} />
      <div className="cols cols--even oversight">
        <BreakPanel />
        <Panel id="regels" title={t('glass.rules.title')}>
          <div className="panel__body">
            <ul className="bullets">
              {(['told', 'trail', 'ends', 'kept'] as const).map((rule) => (
                <li key={rule}>{t(`glass.rules.${rule}`)}</li>
              ))}
            </ul>
          </div>
        </Panel>
      </div>
      {decides && <SupportRequests />}
      <Earlier />
    </>
  );
}

const LEAST = 20;

function BreakPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { number: '', reason: '' } });
  const open = useChange(BreakGlassDocument, { onSuccess: ({ breakGlass }) => void navigate(pageOf(breakGlass)) });
  const { errors } = formState;
  const isUnknown = open.error instanceof Refusal && open.error.code === 'NOT_FOUND';
  return (
    <Panel id="openen" title={t('glass.form.title')}>
      <form className="panel__body stackv" noValidate onSubmit={(event) => void handleSubmit(({ number, reason }) => open.mutate({ number: number.trim(), reason }))(event)}>
        <TextField
          registration={register('number', { validate: (text) => Boolean(text.trim()) || t('glass.form.numberMissing') })}
          label={t('glass.form.number')}
          hint={t('glass.form.numberHint')}
          error={errors.number?.message ?? (isUnknown ? t('glass.form.notFound') : undefined)}
          maxLength={40}
        />
        <TextField registration={register('reason', { validate: (text) => text.trim().length >= LEAST || t('glass.form.reasonMissing') })} label={t('glass.form.reason')} hint={t('glass.form.reasonHint')} error={errors.reason?.message} maxLength={500} multiline />
        {!isUnknown && <FaultNote error={open.error} />}
        <div className="actions">
          <Button type="submit" variant="main" icon="alert" isPending={open.isPending}>
            {t('glass.form.open')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Earlier() {
  const { t } = useTranslation();
  const breaks = useReadPages<GlassBreaksQuery, GlassBreaksQueryVariables, Row>(GlassBreaksDocument, { first: 25 }, ({ glassBreaks }) => glassBreaks);
  const rows = breaks.nodes;
  if (!rows) return breaks.error ? <Fault error={breaks.error} onRetry={() => void breaks.refetch()} /> : <Skeleton lines={4} />;
  return (
    <Panel id="eerder" title={t('glass.list.title')}>
      {rows.length ? <Breaks rows={rows} /> : <p className="panel__body soft">{t('glass.list.none')}</p>}
      <More of={breaks} />
    </Panel>
  );
}

const COLUMNS = ['who', 'number', 'when', 'reason'] as const;

function Breaks({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const isOpen = ({ endedAt, endsAt }: Row) => !endedAt && Date.parse(endsAt) > now;
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('glass.list.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`glass.list.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <span className="first">
                {row.personName}, {t(`role.${row.role}`)}
              </span>
            </th>
            <td role="cell" data-l={t('glass.list.columns.number')}>
              <span className="num">{row.number}</span>
            </td>
            <td role="cell" data-l={t('glass.list.columns.when')}>
              <span>
                {t('glass.list.period', { day: formatFullDay(row.openedAt), from: formatTime(row.openedAt), until: formatTime(row.endedAt ?? row.endsAt) })}
                {isOpen(row) && (
                  <>
                    {' '}
                    <span className="tag tag--new">{t('glass.list.isOpen')}</span>
                  </>
                )}
              </span>
            </td>
            <td role="cell" data-l={t('glass.list.columns.reason')}>
              <span className="pre">{row.reason}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
