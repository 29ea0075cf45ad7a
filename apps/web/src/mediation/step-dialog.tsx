import { useTranslation } from 'react-i18next';
import { StaffDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { today } from '../shared/format.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { Audience } from '../shared/withheld.js';
import { FormDialog, type FieldSpec } from './form-dialog.js';
import type { Mediation } from './mediation.page.js';
import { STEPS, type StepName } from './steps.js';

/** Steps of which the landlord sees something, when it has a place in the portal. */
const SEEN = ['accept', 'outOfScope', 'agree', 'decline', 'notReached', 'succeed', 'partly', 'close'] as const;
const MAX = { reason: 1000, way: 300, text: 2000, report: 4000 } as const;

/** Asks what one step of the mediation needs, and takes it. */
export function StepDialog({ step, row, onClose }: { step: StepName; row: Mediation; onClose: () => void }) {
  const { t } = useTranslation();
  const { personId, role } = useMe();
  const { shortNameOf } = usePartners();
  const staff = useCounsellors();
  const landlord = shortNameOf(row.landlordId);
  const { document, asks = [], bad = false } = STEPS[step] as { document: (typeof STEPS)[StepName]['document']; asks?: readonly (keyof typeof MAX | 'side' | 'personId')[]; bad?: boolean };
  // Who is no coordinator takes it for herself.
  const isTaking = step === 'assign' && role !== 'COORDINATOR';
  const isForAnother = step === 'handOver' && personId !== row.mediatorId;
  const words = isTaking ? 'take' : isForAnother ? 'handOverFor' : step;
  const reads = row.landlordId ? (step === 'handOver' ? 'handOverReads' : 'stepReads') : 'stepReadsOwn';
  const seen = row.landlordId ? SEEN.find((each) => each === step) : undefined;
  const fieldOf = (name: (typeof asks)[number]): FieldSpec => {
    if (name === 'side') return { name, kind: 'choice', label: t('mediation.side.label'), options: (['RENTER', 'LANDLORD'] as const).map((value) => ({ value, label: t(`mediation.side.${value}`) })) };
    if (name === 'personId') return { name, kind: 'choice', label: t('mediation.colleague'), hint: t('mediation.colleagueHint'), missing: t('mediation.colleagueMissing'), options: staff.filter(({ id }) => id !== row.mediatorId && (step === 'assign' || id !== personId)).map(({ id, name: label }) => ({ value: id, label })) };
    return { name, kind: name === 'way' ? 'line' : 'long', label: t(`mediation.ask.${name}`), hint: step === 'stop' ? t('mediation.ask.stopHint') : t(`mediation.ask.${name}Hint`), optional: step === 'stop', max: MAX[name] };
  };
  return (
    <FormDialog
      title={t(`mediation.step.${words}.title`)}
      text={
        <p>
          {t(`mediation.step.${words}.text`, { mediator: row.mediatorName ?? '' })} {seen && t(`mediation.landlordSees.${seen}`, { landlord })}
        </p>
      }
      fields={isTaking ? [] : asks.map(fieldOf)}
      bad={bad}
      done={t(`mediation.step.${words}.done`)}
      document={document}
      variables={(answers) => ({ id: row.id, version: row.version, ...(isTaking && { personId }), ...answers })}
      foot={<Audience alone>{t(`mediation.${reads}`, { landlord })}</Audience>}
      onClose={onClose}
    />
  );
}

/** Who may mediate today. */
function useCounsellors() {
  const day = today();
  return (useRead(StaffDocument, {}).data?.people ?? []).filter(({ active, mandates }) => active && mandates.some(({ role, since, until }) => role === 'HOUSING_COUNSELLOR' && since <= day && (!until || until >= day)));
}
