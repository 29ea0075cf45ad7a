import { get, useFieldArray, useWatch, type FieldErrors, type Path, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button.js';
import { CheckField, SelectField, TextField } from '../shared/form/field.js';
import { Panel } from '../shared/page.js';

export type Values = { name: string; email: string; phone: string; street: string; place: string; topic: string; facts: string; tried: string; danger: boolean; dangerNote: string; renters: { givenName: string; familyName: string }[]; website: string };
const NOBODY = { givenName: '', familyName: '' };
export const EMPTY: Values = { name: '', email: '', phone: '', street: '', place: '', topic: '', facts: '', tried: '', danger: false, dangerNote: '', renters: [NOBODY], website: '' };
const TOPICS = ['PAYMENT', 'LIVEABILITY', 'MAINTENANCE', 'DAMAGE', 'RENT_PRICE', 'INDEXATION', 'DEPOSIT', 'NOTICE_PERIOD', 'LANGUAGE'] as const;
const RENTERS = 10;

/** The fields in the order of the page. */
export const orderOf = (renters: number): readonly string[] => ['name', 'email', 'phone', 'street', 'place', ...Array.from({ length: renters }, (_, at) => [`renters.${at}.givenName`, `renters.${at}.familyName`]).flat(), 'topic', 'facts', 'tried', 'dangerNote'];

type Props = { form: UseFormReturn<Values> };

export function ReportFields({ form, places }: Props & { places: readonly { name: string; postcodes: string[] }[] }) {
  const { t } = useTranslation();
  const danger = useWatch({ control: form.control, name: 'danger' });
  const of = useField(form);
  const required = (field: 'name' | 'street' | 'place' | 'topic' | 'facts' | 'dangerNote') => of(field, { validate: (text: unknown) => Boolean(String(text).trim()) || t(`outside.report.missing.${field}`) });
  const isAddress = { validate: (text: unknown) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(text).trim()) || t('outside.report.emailWrong') };
  const homes = places.flatMap(({ name, postcodes }) => postcodes.map((postcode) => ({ value: `${postcode} ${name}`, label: `${postcode} ${name}` })));
  return (
    <>
      <Panel id="u" title={t('outside.report.you')}>
        <div className="panel__body stackv">
          <TextField {...required('name')} label={t('outside.report.name')} maxLength={120} autoComplete="name" />
          <TextField {...of('email', isAddress)} label={t('outside.report.email')} hint={t('outside.report.emailHint')} type="email" maxLength={120} autoComplete="email" />
          <TextField {...of('phone')} label={t('outside.report.phone')} type="tel" maxLength={30} autoComplete="tel" optional size="narrow" />
        </div>
      </Panel>
      <Panel id="woning" title={t('outside.report.home')}>
        <div className="panel__body stackv">
          <TextField {...required('street')} label={t('outside.report.street')} maxLength={120} />
          <SelectField {...required('place')} label={t('outside.report.place')} options={homes} empty={t('outside.report.choose')} />
        </div>
      </Panel>
      <Renters form={form} />
      <Panel id="spanning" title={t('outside.report.matter')}>
        <div className="panel__body stackv">
          <SelectField {...required('topic')} label={t('outside.report.topic')} options={TOPICS.map((topic) => ({ value: topic, label: t(`outside.report.topics.${topic}`) }))} empty={t('outside.report.choose')} />
          <TextField {...required('facts')} label={t('outside.report.facts')} hint={t('outside.report.factsHint')} multiline maxLength={4000} />
          <TextField {...of('tried')} label={t('outside.report.tried')} multiline maxLength={4000} optional />
          <CheckField registration={form.register('danger')} label={t('outside.report.danger')} hint={t('outside.report.dangerHint')} />
          {danger && <TextField {...required('dangerNote')} label={t('outside.report.dangerNote')} multiline maxLength={1000} />}
        </div>
      </Panel>
      <div className="vh" aria-hidden="true">
        <label>
          Website
          <input tabIndex={-1} autoComplete="off" {...form.register('website')} />
        </label>
      </div>
    </>
  );
}

/** Everybody on the lease: one at least. */
function Renters({ form }: Props) {
  const { t } = useTranslation();
  const of = useField(form);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'renters' });
  const required = (at: number, field: 'givenName' | 'familyName') => of(`renters.${at}.${field}`, { validate: (text: unknown) => Boolean(String(text).trim()) || t(`outside.report.missing.${field}`, { number: at + 1 }) });
  return (
    <Panel id="huurders" title={t('outside.report.renters')} aside={<p className="small mute">{t('outside.report.rentersHint')}</p>}>
      <div className="panel__body stackv">
        {fields.map(({ id }, at) => (
          <fieldset key={id}>
            <legend className="vh">{t('outside.report.renter', { count: at + 1 })}</legend>
            <div className="renter-line">
              <TextField {...required(at, 'givenName')} label={t('outside.report.givenName')} maxLength={80} />
              <TextField {...required(at, 'familyName')} label={t('outside.report.familyName')} maxLength={80} />
              {fields.length > 1 && (
                <Button icon="x" aria-label={t('outside.report.less', { count: at + 1 })} onPress={() => remove(at)}>
                  {t('outside.report.less', { count: at + 1 })}
                </Button>
              )}
            </div>
          </fieldset>
        ))}
        {fields.length < RENTERS && (
          <div className="actions">
            <Button icon="plus" onPress={() => append(NOBODY)}>
              {t('outside.report.more')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** What React Hook Form found wrong with one field, also of a renter. */
export const messageOf = (errors: FieldErrors<Values>, field: string): string | undefined => {
  const found: unknown = get(errors, field);
  return (found as { message?: string } | undefined)?.message;
};

const useField = ({ register, formState: { errors } }: UseFormReturn<Values>) => (name: Path<Values>, rules: object = {}) => ({ registration: register(name, rules), error: messageOf(errors, name) });
