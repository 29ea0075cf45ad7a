import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { wholeOf } from '../../shared/classes.js';
import { formatList } from '../../shared/format.js';
import { TextField } from '../../shared/form/field.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type ReferralType } from '../../shared/reference.js';
import { useMe } from '../../shared/session.js';
import { Audience } from '../../shared/withheld.js';
import { ClassFields } from './class-fields.js';
import { FIELDS_OF, type Chosen, type DraftValues, type NoteClass } from './fields.js';
import type { DraftRow } from './use-draft.js';

type Props = { row: DraftRow; form: UseFormReturn<DraftValues>; type: ReferralType };

const NOTES: readonly NoteClass[] = ['HEALTH', 'JUDICIAL'];

/** The facts that this kind of question asks, each class with who reads it. */
export function DataPanel({ row, form, type }: Props) {
  const { t } = useTranslation();
  const { regime } = useMe();
  const receivers = useWatch({ control: form.control, name: 'receivers' });
  const asked = (Object.keys(FIELDS_OF) as DataClass[]).filter((dataClass) => type.asks.includes(dataClass) && !row.withheld.some((one) => one.dataClass === dataClass));
  const notes = NOTES.filter((dataClass) => type.asks.includes(dataClass) && regime === 'PROFESSIONAL_SECRECY');
  return (
    <Panel id="gegevens" title={t('draft.data.title')} aside={<p className="small mute">{t('draft.data.lead')}</p>}>
      <div className="panel__body">
        {asked.map((dataClass) => (
          <Block key={dataClass} dataClass={dataClass} receivers={receivers}>
            <ClassFields dataClass={dataClass} form={form} required={type.required} isAddressProtected={row.addressProtected} />
          </Block>
        ))}
        {notes.map((dataClass) => (
          <Block key={dataClass} dataClass={dataClass} receivers={receivers}>
            <TextField registration={form.register(dataClass)} label={t(`draft.data.${dataClass}`)} hint={t('draft.data.secret')} optional multiline maxLength={4000} size="full" />
          </Block>
        ))}
      </div>
    </Panel>
  );
}

function Block({ dataClass, receivers, children }: { dataClass: DataClass; receivers: readonly Chosen[]; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { calledOf } = usePartners();
  const readers = receivers.filter(({ classes }) => classes.includes(dataClass) || classes.includes(wholeOf(dataClass)!));
  const id = `blok-${dataClass}`;
  return (
    <section className="block" aria-labelledby={id}>
      <div className="block__head">
        <h3 id={id}>{t(`dataClass.${dataClass}`)}</h3>
        {readers.length ? <Audience>{t('draft.data.goesTo', { partners: formatList(readers.map(({ partnerId }) => calledOf(partnerId))) })}</Audience> : <Audience alone>{t('draft.data.stays')}</Audience>}
      </div>
      <div className="block__body stackv">{children}</div>
    </section>
  );
}
