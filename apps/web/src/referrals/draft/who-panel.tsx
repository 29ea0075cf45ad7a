import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatList } from '../../shared/format.js';
import { FieldError, fieldId, SelectField } from '../../shared/form/field.js';
import { Icon } from '../../shared/icon.js';
import { Panel } from '../../shared/page.js';
import { useMunicipalities, usePartners, useProtocols, useReferralTypes, type Partner, type ReferralType } from '../../shared/reference.js';
import { useMe } from '../../shared/session.js';
import type { DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

type Props = { row: DraftRow; form: UseFormReturn<DraftValues>; type: ReferralType | undefined };

/** What is needed, and which partner can do it. */
export function WhoPanel({ form, type }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const types = useReferralTypes();
  const { list } = usePartners();
  const protocols = useProtocols();
  const municipalities = useMunicipalities();
  const [typed, urgent] = useWatch({ control: form.control, name: ['municipality', 'urgent'] });
  const municipality = municipalities.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())?.name;
  const fits = (partner: Partner) => !municipality || !partner.municipalities.length || partner.municipalities.some(({ name }) => name === municipality);
  const candidates = list.filter(({ id, kind }) => id !== me.partner.id && type?.receiverKinds.includes(kind));
  const sorted = [...candidates].sort((a, b) => Number(fits(b)) - Number(fits(a)));
  const mayExchange = ({ id }: Partner) => !protocols || protocols.some(({ active, fromPartnerId, toPartnerId }) => active && fromPartnerId === me.partner.id && toPartnerId === id);
  const error = form.formState.errors.receiverId?.message;
  const term = type && (urgent ? type.urgentTerm : type.term);
  return (
    <Panel id="wie" title={t('draft.who.title')}>
      <div className="panel__body stackv">
        <SelectField registration={form.register('type', { onChange: () => form.setValue('receiverId', '') })} label={t('field.type')} options={types.list.filter(({ maySend }) => maySend).map(({ code, label }) => ({ value: code, label }))} />
        <fieldset className={error ? 'field--bad' : undefined} aria-describedby={error ? 'partner-fout' : undefined}>
          <legend className="label">{t('draft.who.legend')}</legend>
          <p className="hint">{municipality ? t('draft.who.hint', { municipality }) : t('draft.who.hintPlain')}</p>
          <FieldError id="partner-fout" error={error} />
          <div className="partners">
            {sorted.map((partner, index) =>
              mayExchange(partner) ? (
                <label key={partner.id} className="partner check" htmlFor={index ? `partner-${partner.id}` : fieldId('receiverId')}>
                  <input type="radio" id={index ? `partner-${partner.id}` : fieldId('receiverId')} value={partner.id} {...form.register('receiverId')} />
                  <span>
                    <b>{partner.name}</b>
                    <PartnerFacts partner={partner} term={term} fits={fits(partner)} municipality={municipality} />
                  </span>
                </label>
              ) : (
                <div key={partner.id} className="partner partner--no">
                  <span className="mute">
                    <Icon name="info" />
                  </span>
                  <div>
                    <b>{partner.name}</b>
                    <p>{t('draft.who.noProtocol')}</p>
                  </div>
                </div>
              ),
            )}
            {!sorted.length && <p className="soft">{t('draft.who.none')}</p>}
          </div>
        </fieldset>
        {type && (
          <label className="check">
            <input type="checkbox" {...form.register('urgent')} />
            <span>
              {t('draft.who.urgent')}
              <span className="hint">{t('draft.who.urgentHint', { count: type.urgentTerm })}</span>
            </span>
          </label>
        )}
      </div>
    </Panel>
  );
}

function PartnerFacts({ partner, term, fits, municipality }: { partner: Partner; term: number | undefined; fits: boolean; municipality: string | undefined }) {
  const { t } = useTranslation();
  const list = formatList(partner.municipalities.map(({ name }) => name));
  return (
    <>
      {list && <p>{fits ? t('draft.who.worksIn', { list }) : t('draft.who.notIn', { list, municipality: municipality ?? '' })}</p>}
      <span className="partner__facts">
        {term !== undefined && (
          <span>
            <Icon name="clock" size="s" />
            {t('draft.who.decides', { count: term })}
          </span>
        )}
        <span>
          <Icon name={partner.regime === 'PROFESSIONAL_SECRECY' ? 'shieldcheck' : 'shield'} size="s" />
          {t(`regime.${partner.regime}`)}
        </span>
      </span>
    </>
  );
}
