import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AskSupportDocument, LeaveSupportDocument, SupportLooksDocument, type SupportLooksQuery, type SupportLooksQueryVariables, WithdrawSupportDocument } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { SelectField, TextField } from '../shared/form/field.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useDoor } from '../shared/session.js';
import { pageOf } from './open-glass.js';
import { isOpenNow, SupportTable } from './support-table.js';

type Row = SupportLooksQuery['supportLooks']['nodes'][number];

/** What whoever supports the platform asked to look at, and how far that is. */
export function Page() {
  const { t } = useTranslation();
  if (!useDoor('SupportLook.ask')) return <NotFound />;
  return (
    <>
      <PageHead title={t('support.title')} tabTitle={t('support.title')} lead={t('support.lead')} />
      <div className="cols cols--even oversight">
        <AskPanel />
        <Panel id="regels" title={t('support.rules.title')}>
          <div className="panel__body">
            <ul className="bullets">
              {(['second', 'told', 'trail', 'ends'] as const).map((rule) => (
                <li key={rule}>{t(`support.rules.${rule}`)}</li>
              ))}
            </ul>
          </div>
        </Panel>
      </div>
      <Looks />
    </>
  );
}

const LEAST = 20;

function AskPanel() {
  const { t } = useTranslation();
  const { list } = usePartners();
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { partnerId: '', number: '', reason: '' } });
  const ask = useChange(AskSupportDocument, {
    onSuccess: () => {
      toast(t('support.done.ask'));
      reset();
    },
  });
  const { errors } = formState;
  return (
    <Panel id="vragen" title={t('support.form.title')}>
      <form className="panel__body stackv" noValidate onSubmit={(event) => void handleSubmit((asked) => ask.mutate({ ...asked, number: asked.number.trim() }))(event)}>
        <SelectField
          registration={register('partnerId', { required: t('support.form.partnerMissing') })}
          label={t('support.form.partner')}
          error={errors.partnerId?.message}
          empty={t('form.choose')}
          options={list.filter(({ kind }) => kind !== 'MUNICIPALITY').map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          registration={register('number', { validate: (text) => Boolean(text.trim()) || t('glass.form.numberMissing') })}
          label={t('glass.form.number')}
          hint={t('glass.form.numberHint')}
          error={errors.number?.message}
          maxLength={40}
        />
        <TextField registration={register('reason', { validate: (text) => text.trim().length >= LEAST || t('glass.form.reasonMissing') })} label={t('glass.form.reason')} hint={t('glass.form.reasonHint')} error={errors.reason?.message} maxLength={500} multiline />
        <FaultNote error={ask.error} />
        <div className="actions">
          <Button type="submit" variant="main" icon="send" isPending={ask.isPending}>
            {t('support.form.ask')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Looks() {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const looks = useReadPages<SupportLooksQuery, SupportLooksQueryVariables, Row>(SupportLooksDocument, { first: 25 }, ({ supportLooks }) => supportLooks, { refetchInterval: 60_000 });
  const rows = looks.nodes;
  if (!rows) return looks.error ? <Fault error={looks.error} onRetry={() => void looks.refetch()} /> : <Skeleton lines={4} />;
  return (
    <Panel id="gevraagd" title={t('support.list.mine')}>
      {rows.length ? <SupportTable caption={t('support.list.mine')} who={t('support.list.partner')} rows={rows} nameOf={(row) => nameOf(row.partnerId)} actionsOf={(row) => <Actions row={row} />} /> : <p className="panel__body soft">{t('support.list.none')}</p>}
      <More of={looks} />
    </Panel>
  );
}

function Actions({ row }: { row: Row }) {
  const { t } = useTranslation();
  const withdraw = useChange(WithdrawSupportDocument, { onSuccess: () => toast(t('support.done.withdraw')) });
  const leave = useChange(LeaveSupportDocument, { onSuccess: () => toast(t('support.done.end')) });
  const version = { id: row.id, version: row.version };
  return (
    <>
      {isOpenNow(row) && (
        <ButtonLink small variant="main" to={pageOf(row)}>
          {t('support.action.go', { number: row.number })}
        </ButtonLink>
      )}
      {row.may.includes('withdraw') && (
        <Button small isPending={withdraw.isPending} onPress={() => withdraw.mutate(version)}>
          {t('support.action.withdraw')}
        </Button>
      )}
      {row.may.includes('end') && isOpenNow(row) && (
        <Button small isPending={leave.isPending} onPress={() => leave.mutate(version)}>
          {t('support.action.end')}
        </Button>
      )}
      <FaultNote error={withdraw.error ?? leave.error} />
    </>
  );
}
