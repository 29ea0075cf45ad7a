import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { FieldFault } from '../../shared/api/refusal.js';
import { AttachmentsPanel } from '../../shared/attachments/attachments-panel.js';
import { Button } from '../../shared/button.js';
import { ErrorSummary } from '../../shared/form/error-summary.js';
import { fieldId } from '../../shared/form/field.js';
import { nameOf } from '../../shared/name.js';
import { PageHead } from '../../shared/page.js';
import { useReferralTypes } from '../../shared/reference.js';
import { Saved } from '../../shared/saved.js';
import { Status } from '../../shared/status.js';
import { PrivateNotes } from '../private-notes.js';
import { Steps } from '../steps.js';
import { AgreementPanel } from './agreement-panel.js';
import { CheckStep } from './check-step.js';
import { ConflictNote } from './conflict-note.js';
import { DataPanel } from './data-panel.js';
import { HouseholdPanel } from './household-panel.js';
import { QuestionPanel } from './question-panel.js';
import { ShareTable } from './share-table.js';
import { useDraft, type DraftRow } from './use-draft.js';
import { useMissing } from './use-missing.js';
import { useReceivers } from './use-receivers.js';
import { WhoPanel } from './who-panel.js';

const CHECK = 'nakijken';

/** The form, and after it the look at what will be sent. */
export function DraftEditor({ first }: { first: DraftRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft(first);
  const { form, row, save, flush } = draft;
  const [search, setSearch] = useSearchParams();
  const types = useReferralTypes();
  const possible = useReceivers(first.id);
  const missing = useMissing();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isGoing, setGoing] = useState(false);
  const typeCode = useWatch({ control: form.control, name: 'type' });
  const type = types.find(typeCode);
  // What was filled in since leaves the list.
  const open = faults.filter(({ field }) => form.formState.errors[field as 'question']);
  const isChecking = search.get('stap') === CHECK && type && !missing(form.getValues(), type).length;

  const check = async () => {
    if (!type) return;
    const found = missing(form.getValues(), type);
    form.clearErrors();
    setFaults(found);
    for (const { field, message } of found) form.setError(field as 'question', { message });
    if (found.length) return setAttempt((count) => count + 1);
    setGoing(true);
    const isSaved = await flush();
    setGoing(false);
    if (isSaved) setSearch({ stap: CHECK });
  };

  // What the server does not take is said at its field.
  const refusal = save.is === 'refused' ? save.faults : undefined;
  const shown = refusal?.length ? refusal.map(({ field, message }) => ({ field: fieldOfFault(field), message })) : open;
  useEffect(() => {
    if (!refusal?.length) return;
    for (const { field, message } of refusal) form.setError(fieldOfFault(field), { message });
  }, [refusal, form]);
  const goToRef = useRef<string>(undefined);
  const back = (field?: string) => {
    goToRef.current = field && fieldId(fieldOfFault(field));
    setSearch({});
  };
  useFocusOnStep(Boolean(isChecking), goToRef);

  const title = t(isChecking ? 'draft.check.title' : row.transfer ? 'draft.titleTransfer' : 'draft.title');
  return (
    <>
      <ErrorSummary faults={shown} attempt={attempt} title={refusal?.length ? t('form.notTaken') : undefined} />
      {save.is === 'refused' && !save.faults.length && <p role="alert" className="note note--bad">{save.message}</p>}
      <PageHead
        title={title}
        tabTitle={title}
        crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: t('draft.title') }]}
        meta={
          <>
            <Status state="DRAFT" />
            <Saved state={save.is === 'idle' ? { is: 'saved', at: new Date(row.changedAt!) } : save} />
            <span>{t('draft.audience')}</span>
          </>
        }
        lead={isChecking ? t('draft.check.lead') : undefined}
        actions={
          !isChecking && (
            <Button variant="quiet" onPress={() => void navigate('/werklijst')}>
              {t('draft.later')}
            </Button>
          )
        }
      />
      <ConflictNote draft={draft} />
      <div className="guide">
        <Steps current={isChecking ? 'check' : 'content'} notes={{ client: nameOf(row), type: type?.label }} />
        <div>
          {isChecking ? (
            <CheckStep draft={draft} type={type} possible={possible} onBack={back} />
          ) : (
            <>
              <QuestionPanel row={row} form={form} />
              <WhoPanel row={row} form={form} type={type} possible={possible} />
              {type && <DataPanel row={row} form={form} type={type} />}
              <HouseholdPanel draft={draft} />
              {type && <ShareTable form={form} type={type} possible={possible} />}
              <AttachmentsPanel dossierId={row.id} of="referral" />
              <PrivateNotes referral={row} />
              <AgreementPanel row={row} form={form} type={type} />
              <div className="sendbar">
                <p className="small mute">{t('draft.bar.nothingYet')}</p>
                <Button variant="main" iconAfter="arrow" isPending={isGoing} onPress={() => void check()}>
                  {t('draft.bar.check')}
                </Button>
              </div>
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** The server names a whole where the form has its parts. */
const PARTS: { readonly [whole: string]: string | undefined } = { agreement: 'toldThat', classes: 'sensitive' };
const fieldOfFault = (field: string): 'question' => (PARTS[field] ?? field) as 'question';

/** Another step is another page for the keyboard. */
function useFocusOnStep(isChecking: boolean, goToRef: { current: string | undefined }) {
  const before = useRef(isChecking);
  useEffect(() => {
    if (before.current === isChecking) return;
    before.current = isChecking;
    scrollTo(0, 0);
    // What is wrong with somebody's agreement has no field of that name.
    const input = isChecking || !goToRef.current ? null : (document.getElementById(goToRef.current) ?? document.getElementById('akkoord'));
    goToRef.current = undefined;
    if (input) input.focus();
    else document.getElementById('inhoud')?.focus({ preventScroll: true });
  }, [isChecking, goToRef]);
}
