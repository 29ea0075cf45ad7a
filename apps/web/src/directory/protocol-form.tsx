import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DataClass, ExchangeProtocolText } from '../generated/graphql/graphql.js';
import { records } from '../generated/records.js';
import { DayField, FieldError, fieldId, SelectField, TextField } from '../shared/form/field.js';
import { parseDay, today, typedDay } from '../shared/format.js';
import { maxOf } from '../shared/limits.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';

export const PROTOCOL_FIELDS = ['toPartnerId', 'purpose', 'classes', 'legalBasis', 'frequency', 'security', 'retention', 'validFrom', 'validTo'] as const;
export type ProtocolValues = { toPartnerId: string; purpose: string; classes: DataClass[]; legalBasis: string; frequency: string; security: string; retention: string; validFrom: string; validTo: string };

const HOW = ['legalBasis', 'frequency', 'security', 'retention'] as const;
/** A note is its author's own, and how a sender fares is the sender's: neither ever flows. */
const NEVER: readonly DataClass[] = ['PRIVATE_NOTE', 'PROGRESS', 'MESSAGE'];
const SECRET: readonly DataClass[] = ['HEALTH', 'JUDICIAL'];
const CLASSES = (records.ExchangeProtocol.classes.values as readonly DataClass[]).filter((each) => !NEVER.includes(each));

export const protocolValuesOf = (row?: Omit<ExchangeProtocolText, 'validTo'> & { toPartnerId: string; validTo: string | null }): ProtocolValues =>
  row ? { ...row, classes: [...row.classes], validFrom: typedDay(row.validFrom), validTo: typedDay(row.validTo) } : { toPartnerId: '', purpose: '', classes: ['CORE', 'IDENTITY'], legalBasis: '', frequency: '', security: '', retention: '', validFrom: typedDay(today()), validTo: '' };

export const protocolTextOf = ({ purpose, classes, legalBasis, frequency, security, retention, validFrom, validTo }: ProtocolValues): ExchangeProtocolText => ({
  purpose: purpose.trim(), classes, legalBasis: legalBasis.trim(), frequency: frequency.trim(), security: security.trim(), retention: retention.trim(), validFrom: parseDay(validFrom)!, validTo: parseDay(validTo) ?? null,
});

type Props = { form: UseFormReturn<ProtocolValues>; isNew?: boolean };

/** What a protocol says: between whom and why, which facts, and how. */
export function ProtocolFields({ form, isNew }: Props) {
  const { t } = useTranslation();
  const { register, formState: { errors }, getValues } = form;
  const filled = (message: string) => (text: string) => Boolean(text.trim()) || message;
  const last = (typed: string) => {
    if (!typed.trim()) return true;
    const day = parseDay(typed);
    if (!day) return t('form.dayWrong');
    return day >= (parseDay(getValues('validFrom')) ?? '') || t('protocols.form.validToBefore');
  };
  return (
    <>
      <Panel id="partijen" title={t('protocols.form.parties')}>
        <div className="panel__body stackv">
          {isNew && <Receiver form={form} />}
          <TextField registration={register('purpose', { validate: filled(t('protocols.form.purposeMissing')) })} label={t('protocols.purpose')} hint={t('protocols.form.purposeHint')} error={errors.purpose?.message} maxLength={200} />
          <DayField registration={register('validFrom', { validate: (typed) => Boolean(parseDay(typed)) || t('form.dayWrong') })} label={t('protocols.form.validFrom')} error={errors.validFrom?.message} />
          <DayField registration={register('validTo', { validate: last })} label={t('protocols.form.validTo')} hint={t('protocols.form.validToHint')} error={errors.validTo?.message} />
        </div>
      </Panel>
      <Classes form={form} />
      <Panel id="hoe" title={t('protocols.form.how')}>
        <div className="panel__body stackv">
          {HOW.map((field) => (
            <TextField key={field} multiline registration={register(field, { validate: filled(t(`protocols.form.${field}Missing`)) })} label={t(`protocols.${field}`)} error={errors[field]?.message} maxLength={maxOf('ExchangeProtocol', field)} />
          ))}
        </div>
      </Panel>
    </>
  );
}

function Receiver({ form: { register, formState } }: Props) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { list } = usePartners();
  return (
    <SelectField
      registration={register('toPartnerId', { required: t('protocols.form.toMissing') })}
      label={t('protocols.to')}
      error={formState.errors.toPartnerId?.message}
      empty={t('form.choose')}
      options={list.filter(({ id }) => id !== partner.id).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function Classes({ form: { register, watch, formState } }: Props) {
  const { t } = useTranslation();
  const { list, calledOf } = usePartners();
  const receiver = list.find(({ id }) => id === watch('toPartnerId'));
  const isSworn = !receiver || receiver.regime === 'PROFESSIONAL_SECRECY';
  const error = formState.errors.classes?.message;
  return (
    <Panel id="gegevens" title={t('protocols.form.data')}>
      <fieldset className={error ? 'panel__body field--bad' : 'panel__body'} aria-describedby={error ? 'soorten-uitleg soorten-fout' : 'soorten-uitleg'}>
        <legend className="vh">{t('protocols.classes')}</legend>
        <p className="hint" id="soorten-uitleg">
          {t('protocols.form.classesHint')} {!isSworn && t('protocols.form.noSecrecy', { partner: calledOf(receiver.id) })}
        </p>
        <FieldError id="soorten-fout" error={error} />
        {CLASSES.filter((each) => isSworn || !SECRET.includes(each)).map((each, index) => (
          <label key={each} className="check" htmlFor={index ? fieldId(`classes-${each}`) : fieldId('classes')}>
            <input type="checkbox" id={index ? fieldId(`classes-${each}`) : fieldId('classes')} value={each} {...register('classes', { validate: (chosen) => chosen.length > 0 || t('protocols.form.classesMissing') })} />
            <span>{t(`dataClass.${each}`)}</span>
          </label>
        ))}
      </fieldset>
    </Panel>
  );
}
