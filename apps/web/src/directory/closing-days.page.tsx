import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AddClosingDayDocument, ClosingDaysDocument, RemoveClosingDayDocument, type ClosingDaysQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { DayField, TextField } from '../shared/form/field.js';
import { formatFullDay, formatWholeDay, parseDay, today } from '../shared/format.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { Confirm, Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, Panel } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';

type Closing = ClosingDaysQuery['closingDays'][number];

/** On which days one's organisation is closed: they count in none of its terms. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayAdd = useDoor('ClosingDay.add');
  const days = useRead(ClosingDaysDocument, {});
  const [opened, setOpened] = useState<'add' | Closing>();
  const close = () => setOpened(undefined);
  const present = (days.data?.closingDays ?? []).filter(({ removedAt }) => !removedAt).sort((a, b) => a.day.localeCompare(b.day));
  const coming = present.filter(({ day }) => day >= today());
  const past = present.filter(({ day }) => day < today()).reverse();
  return (
    <>
      <PageHead
        crumbs={[{ label: t('directory.title'), to: '/medewerkers' }, { label: t('calendar.title') }]}
        title={t('calendar.title')}
        tabTitle={t('calendar.title')}
        lead={t('calendar.lead', { partner: partner.name })}
        actions={
          mayAdd && (
            <Button variant="main" icon="plus" onPress={() => setOpened('add')}>
              {t('calendar.add')}
            </Button>
          )
        }
      />
      {days.error && !days.data ? <Fault error={days.error} onRetry={() => void days.refetch()} /> : !days.data ? <Skeleton lines={5} /> : null}
      {days.data && (
        <>
          <Panel id="komend" title={t('calendar.coming')} count={coming.length || undefined}>
            {coming.length ? <Days days={coming} onRemove={setOpened} /> : <Empty level={3} title={t('calendar.empty.title')} text={t(mayAdd ? 'calendar.empty.text' : 'calendar.empty.ask')} />}
          </Panel>
          {past.length > 0 && (
            <Panel id="voorbij" title={t('calendar.past')}>
              <Days days={past} onRemove={setOpened} />
            </Panel>
          )}
        </>
      )}
      {opened === 'add' && <AddDialog onClose={close} />}
      {opened && opened !== 'add' && <RemoveDialog closing={opened} onClose={close} />}
    </>
  );
}

function Days({ days, onRemove }: { days: readonly Closing[]; onRemove: (closing: Closing) => void }) {
  const { t } = useTranslation();
  const mayRemove = days.some(({ may, day }) => may.includes('remove') && day > today());
  const columns = ['day', 'label', 'setBy', ...(mayRemove ? (['actions'] as const) : [])] as const;
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('calendar.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`calendar.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {days.map((closing) => (
          <tr key={closing.id} role="row">
            <th scope="row" role="rowheader">
              <span className="first">{formatFullDay(closing.day)}</span>
            </th>
            <td role="cell" data-l={t('calendar.columns.label')}>
              <span>{closing.label}</span>
            </td>
            <td role="cell" data-l={t('calendar.columns.setBy')}>
              <span>{closing.setBy}</span>
            </td>
            {mayRemove && (
              <td role="cell" data-l={t('calendar.columns.actions')}>
                {closing.may.includes('remove') && closing.day > today() && (
                  <button type="button" className="linkbtn" aria-label={t('calendar.removeOf', { day: formatWholeDay(closing.day) })} onClick={() => onRemove(closing)}>
                    {t('calendar.remove')}
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { day: '', label: '' } });
  const add = useChange(AddClosingDayDocument, {
    onSuccess: ({ addClosingDay }) => {
      toast(t('calendar.added', { day: formatWholeDay(addClosingDay.day) }));
      onClose();
    },
  });
  const { errors } = formState;
  const valid = (text: string) => {
    const day = parseDay(text);
    if (!day) return t('form.dayWrong');
    return day > today() || t('calendar.future');
  };
  return (
    <Dialog title={t('calendar.add')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void handleSubmit(({ day, label }) => add.mutate({ day: parseDay(day)!, label: label.trim() }))(event)}>
        <div className="dialog__body stackv">
          <p>{t('calendar.addText')}</p>
          <DayField registration={register('day', { validate: valid })} label={t('calendar.columns.day')} error={errors.day?.message} />
          <TextField registration={register('label', { validate: (text) => Boolean(text.trim()) || t('calendar.labelMissing') })} label={t('calendar.columns.label')} hint={t('calendar.labelHint')} error={errors.label?.message} maxLength={80} />
          <FaultNote error={add.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={add.isPending}>
            {t('calendar.add')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function RemoveDialog({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const { t } = useTranslation();
  const day = formatWholeDay(closing.day);
  const remove = useChange(RemoveClosingDayDocument, {
    onSuccess: () => {
      toast(t('calendar.removed', { day }));
      onClose();
    },
  });
  return (
    <Confirm title={t('calendar.removeTitle', { day })} text={t('calendar.removeText')} confirm={t('calendar.remove')} bad isOpen isPending={remove.isPending} onConfirm={() => remove.mutate({ id: closing.id, version: closing.version })} onClose={onClose}>
      <FaultNote error={remove.error} />
    </Confirm>
  );
}
