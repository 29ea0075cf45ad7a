import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HandOverDocument, StaffDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import type { FieldFault } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { FaultNote } from '../shared/faults.js';
import { ErrorSummary } from '../shared/form/error-summary.js';
import { FieldError, fieldId } from '../shared/form/field.js';
import { today } from '../shared/format.js';
import { Confirm } from '../shared/overlay/dialog.js';
import { Panel } from '../shared/page.js';
import { useUnsaved } from '../shared/unsaved.js';
import type { FileRow } from './files.js';
import { AT_ONCE, FilesTable, NOTE } from './files-table.js';
import { HandOverDone } from './hand-over-done.js';

const WORKERS: readonly string[] = ['SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER'];
type Done = { to: string; files: readonly FileRow[] };

/** Which files, to whom, and what she must know of each; then once more as a whole. */
export function HandOverForm({ from, files, none }: { from: { id: string; name: string }; files: readonly FileRow[]; none: ReactNode }) {
  const { t } = useTranslation();
  const day = today();
  const colleagues = (useRead(StaffDocument, {}).data?.people ?? []).filter(({ id, active, mandates }) => active && id !== from.id && mandates.some(({ role, since, until }) => WORKERS.includes(role) && since <= day && (!until || until >= day)));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const [toId, setTo] = useState('');
  const [all, setAll] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<Done>();
  const release = useUnsaved(!done && (chosen.size > 0 || notes.size > 0));
  const to = colleagues.find(({ id }) => id === toId);
  // What is read anew may have less in it: only what is still there goes.
  const going = files.filter(({ dossierId }) => chosen.has(dossierId));
  const noteOf = (dossierId: string) => notes.get(dossierId) ?? '';
  const handOver = useChange(HandOverDocument, {
    onSuccess: () => {
      release();
      setAsking(false);
      setDone({ to: to!.name, files: going });
    },
  });
  const without = going.filter(({ dossierId }) => !noteOf(dossierId).trim());
  const faults: FieldFault[] = [
    ...(going.length ? [] : [{ field: 'kies', message: t('handover.noneChosen') }]),
    ...(to ? [] : [{ field: 'toId', message: t('handover.toMissing') }]),
    ...(without.length ? [{ field: `nota-${without[0].dossierId}`, message: t('handover.noteMissing', { count: without.length }) }] : []),
    ...(going.length > AT_ONCE ? [{ field: 'kies', message: t('handover.atMost', { count: AT_ONCE }) }] : []),
  ];
  const faultOf = (field: string) => (attempt ? faults.find((fault) => fault.field === field)?.message : undefined);
  const fill = () => setNotes((now) => new Map([...now, ...going.map(({ dossierId }) => [dossierId, all.trim()] as const)]));
  if (done) return <HandOverDone {...done} onAgain={() => (setDone(undefined), setChosen(new Set()), setNotes(new Map()), setAttempt(0))} />;
  if (!files.length) return <div className="panel">{none}</div>;
  return (
    <form
      noValidate
      className="handover"
      onSubmit={(event) => {
        event.preventDefault();
        handOver.reset();
        setAttempt(attempt + 1);
        if (!faults.length) setAsking(true);
      }}
    >
      {attempt > 0 && <ErrorSummary faults={faults} attempt={attempt} />}
      <FilesTable owner={from.name} files={files} chosen={chosen} onChoose={setChosen} noteOf={noteOf} onNote={(dossierId, note) => setNotes((now) => new Map(now).set(dossierId, note))} faultOf={faultOf} />
      <Panel id="aan-wie" title={t('handover.to')}>
        <div className="panel__body stackv handover__all">
          <div className={faultOf('toId') ? 'field field--bad' : 'field'}>
            <label htmlFor={fieldId('toId')}>{t('handover.to')}</label>
            <span className="hint" id="toId-hint">
              {t('handover.toHint')}
            </span>
            <FieldError error={faultOf('toId')} />
            <select className="input" id={fieldId('toId')} aria-describedby="toId-hint" value={toId} onChange={(event) => setTo(event.target.value)}>
              <option value="">{t('form.choose')}</option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="een-tekst">{t('handover.all')}</label>
            <span className="hint" id="een-tekst-hint">
              {t('handover.allHint')}
            </span>
            <textarea className="input" id="een-tekst" maxLength={NOTE} aria-describedby="een-tekst-hint" value={all} onChange={(event) => setAll(event.target.value)} />
          </div>
          <p>
            <Button isDisabled={!all.trim() || !going.length} onPress={fill}>
              {t('handover.fill')}
            </Button>
          </p>
          <FaultNote error={isAsking ? undefined : handOver.error} />
          <p>
            <Button type="submit" variant="main" icon="swap">
              {t('handover.next')}
            </Button>
          </p>
        </div>
      </Panel>
      <Confirm
        title={t('handover.confirmTitle')}
        text={t('handover.confirm', { count: going.length, from: from.name, to: to?.name ?? '' })}
        confirm={t('handover.next')}
        isOpen={isAsking}
        isPending={handOver.isPending}
        onConfirm={() => handOver.mutate({ fromId: from.id, toId, files: going.map(({ dossierId, version }) => ({ dossierId, version, note: noteOf(dossierId).trim() })) })}
        onClose={() => setAsking(false)}
      >
        <FaultNote error={handOver.error} />
      </Confirm>
    </form>
  );
}
