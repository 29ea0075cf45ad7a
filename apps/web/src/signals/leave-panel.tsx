import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReportBreachDocument, WithdrawSignalDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { formatDay } from '../shared/format.js';
import { TextDialog } from '../shared/overlay/text-dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import type { SignalRow } from './signal.page.js';
import { isOver } from './stages.js';

const ACTS = ['breach', 'withdraw'] as const;
type Act = (typeof ACTS)[number];
const VERBS = { breach: 'reportBreach', withdraw: 'withdraw' } as const;
const MAX = { breach: 2000, withdraw: 1000 } as const;

/** Each side may stop at any moment; and may say that the other does not keep to what was signed. */
export function LeavePanel({ row }: { row: SignalRow }) {
  const { t } = useTranslation();
  const { id, version, may, stages } = row;
  const [open, setOpen] = useState<Act>();
  const left = stages.find(({ event }) => event === 'LANDLORD_LEFT');
  const told = stages.find(({ event }) => event === 'LANDLORD_TOLD_BREACH');
  const acts = left ? [] : ACTS.filter((act) => may.includes(VERBS[act]));
  const onSuccess = (act: Act) => () => {
    setOpen(undefined);
    toast(t(`signals.leave.${act}.done`));
  };
  const withdraw = useChange(WithdrawSignalDocument, { onSuccess: onSuccess('withdraw') });
  const breach = useChange(ReportBreachDocument, { onSuccess: onSuccess('breach') });
  if (!acts.length && !left && !told) return null;
  const { isPending, error } = open === 'breach' ? breach : withdraw;
  const submit = (text: string, release: () => void) => (release(), open === 'breach' ? breach.mutate({ id, version, text }) : withdraw.mutate({ id, version, reason: text }));
  return (
    <Panel id="anders" title={t('signals.leave.title')}>
      <div className="panel__body stackv--s small">
        {told && <p className="soft">{t('signals.leave.breached', { day: formatDay(told.at) })} {!isOver(row) && t('signals.leave.hears')}</p>}
        {left && <p className="soft">{t('signals.leave.stopped', { day: formatDay(left.at) })} {!isOver(row) && t('signals.leave.finishes')}</p>}
        {acts.map((act) => (
          <Button key={act} block small icon={act === 'breach' ? 'alert' : 'undo'} onPress={() => setOpen(act)}>
            {t(`signals.leave.${act}.title`)}
          </Button>
        ))}
      </div>
      {open && (
        <TextDialog
          title={t(`signals.leave.${open}.title`)}
          label={t(`signals.leave.${open}.label`)}
          hint={t(`signals.leave.${open}.hint`)}
          missing={t(`signals.leave.${open}.missing`)}
          audience={t('signals.leave.reads')}
          max={MAX[open]}
          bad={open === 'withdraw'}
          isPending={isPending}
          error={error}
          onSubmit={submit}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
}
