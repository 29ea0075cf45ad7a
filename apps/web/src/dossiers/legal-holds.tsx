import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { HoldDossierDocument, LegalHoldsDocument, type LegalHoldsQuery, type LegalHoldsQueryVariables, LiftHoldDocument } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { formatDayWithYear } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { TextDialog } from '../shared/overlay/text-dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';

type Row = LegalHoldsQuery['legalHolds']['nodes'][number];

const LEAST = 10;
const COLUMNS = ['number', 'reason', 'who', 'state'] as const;

/** Dossiers that are kept beyond their term, and one more. */
export function LegalHolds() {
  const { t } = useTranslation();
  const holds = useReadPages<LegalHoldsQuery, LegalHoldsQueryVariables, Row>(LegalHoldsDocument, { first: 25 }, ({ legalHolds }) => legalHolds);
  const rows = holds.nodes;
  if (!rows) return holds.error ? <Fault error={holds.error} onRetry={() => void holds.refetch()} /> : <Skeleton lines={3} />;
  return (
    <Panel id="langer-bewaard" title={t('retention.holds.title')}>
      {rows.length ? <Holds rows={rows} /> : <p className="panel__body soft">{t('retention.holds.none')}</p>}
      <More of={holds} />
      <Hold />
    </Panel>
  );
}

function Hold() {
  const { t } = useTranslation();
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { number: '', reason: '' } });
  const hold = useChange(HoldDossierDocument, {
    onSuccess: () => {
      reset();
      toast(t('retention.takeOff.done'));
    },
  });
  const { errors } = formState;
  const isUnknown = hold.error instanceof Refusal && hold.error.code === 'NOT_FOUND';
  return (
    <form className="panel__body stackv" noValidate aria-label={t('retention.holds.form')} onSubmit={(event) => void handleSubmit(({ number, reason }) => hold.mutate({ number: number.trim(), reason }))(event)}>
      <h3>{t('retention.holds.form')}</h3>
      <TextField
        registration={register('number', { validate: (text) => Boolean(text.trim()) || t('retention.holds.numberMissing') })}
        label={t('retention.holds.number')}
        hint={t('retention.holds.numberHint')}
        error={errors.number?.message ?? (isUnknown ? t('retention.holds.notFound') : undefined)}
        maxLength={40}
      />
      <TextField registration={register('reason', { validate: (text) => text.trim().length >= LEAST || t('retention.holds.reasonMissing') })} label={t('retention.takeOff.label')} hint={t('retention.takeOff.hint')} error={errors.reason?.message} maxLength={500} multiline />
      {!isUnknown && <FaultNote error={hold.error} />}
      <div className="actions">
        <Button type="submit" isPending={hold.isPending}>
          {t('retention.holds.hold')}
        </Button>
      </div>
    </form>
  );
}

function Holds({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('retention.holds.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`retention.holds.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              <span className="first">
                {t(`retention.rules.kind.${row.kind}`)} {row.number ? <span className="num">{row.number}</span> : null}
              </span>
            </th>
            <td role="cell" data-l={t('retention.holds.columns.reason')}>
              <span className="pre">{row.reason}</span>
            </td>
            <td role="cell" data-l={t('retention.holds.columns.who')}>
              <span>{t('retention.holds.by', { name: row.setBy, day: formatDayWithYear(row.setAt) })}</span>
            </td>
            <td role="cell" data-l={t('retention.holds.columns.state')}>
              <Held row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Held({ row }: { row: Row }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const lift = useChange(LiftHoldDocument);
  if (row.lifted) return <span className="pre">{t('retention.holds.lifted', { day: formatDayWithYear(row.liftedAt!), reason: row.liftReason! })}</span>;
  return (
    <div className="stackv--s">
      <span className="tag tag--new">{t('retention.holds.is')}</span>
      {row.may.includes('lift') && (
        <Button small onPress={() => setAsked(true)}>
          {t('retention.holds.lift')}
        </Button>
      )}
      {isAsked && (
        <TextDialog
          title={t('retention.holds.liftTitle')}
          label={t('retention.holds.liftLabel')}
          hint={t('retention.takeOff.hint')}
          missing={t('retention.holds.liftMissing')}
          audience={t('retention.takeOff.audience')}
          max={500}
          isPending={lift.isPending}
          error={lift.error}
          onSubmit={(reason, release) =>
            lift.mutate({ id: row.id, version: row.version, reason }, {
              onSuccess: () => {
                release();
                setAsked(false);
                toast(t('retention.holds.liftDone'));
              },
            })
          }
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
