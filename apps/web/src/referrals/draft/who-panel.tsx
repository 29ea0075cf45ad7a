import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FieldError, fieldId, SelectField, TextField } from '../../shared/form/field.js';
import { Icon } from '../../shared/icon.js';
import { Skeleton } from '../../shared/loading.js';
import { Panel } from '../../shared/page.js';
import { useMunicipalities, usePartners, useReferralTypes, type Partner, type ReferralType } from '../../shared/reference.js';
import type { DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';
import type { Possible } from './use-receivers.js';

type Props = { row: DraftRow; form: UseFormReturn<DraftValues>; type: ReferralType | undefined; possible: readonly Possible[] | undefined };

/** What is needed, and which partners can do it. */
export function WhoPanel({ row, form, type, possible }: Props) {
  const { t } = useTranslation();
  const types = useReferralTypes();
  const { list } = usePartners();
  const municipalities = useMunicipalities();
  const [receivers, urgent] = useWatch({ control: form.control, name: ['receivers', 'urgent'] });
  const partnerOf = ({ partner: { id } }: Possible) => list.find((each) => each.id === id)!;
  const sorted = possible && [...possible].sort((a, b) => Number(b.possible) - Number(a.possible) || Number(b.needsProtocol) - Number(a.needsProtocol));
  const error = form.formState.errors.receivers?.message;
  const term = type && (urgent ? type.urgentTerm : type.term);
  const toggle = (partnerId: string, isChosen: boolean) => {
    const others = row.transfer && isChosen ? [] : receivers.filter((each) => each.partnerId !== partnerId);
    form.setValue('receivers', isChosen ? [...others, { partnerId, classes: [] }] : others, { shouldDirty: true });
  };
  const landlords = list.filter(({ kind }) => kind === 'HOUSING_COMPANY');
  return (
    <Panel id="wie" title={t('draft.who.title')}>
      <div className="panel__body stackv">
        <div className="two">
          <SelectField registration={form.register('type', { onChange: () => form.setValue('receivers', [], { shouldDirty: true }) })} label={t('field.type')} options={types.list.filter(({ maySend }) => maySend).map(({ code, label }) => ({ value: code, label }))} />
          <TextField registration={form.register('municipality')} label={t('draft.who.where')} error={form.formState.errors.municipality?.message} list="gemeenten" maxLength={80} />
        </div>
        <datalist id="gemeenten">
          {municipalities.map(({ nis, name }) => (
            <option key={nis} value={name} />
          ))}
        </datalist>
        {type?.opposes && (
          <SelectField registration={form.register('opposingPartnerId')} label={t('field.opposingPartnerId')} hint={t('draft.who.opposing')} empty={t('draft.who.noOpposing')} options={landlords.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        <fieldset className={error ? 'field--bad' : undefined} aria-describedby={error ? 'partner-fout' : undefined}>
          <legend className="label">{t(row.transfer ? 'draft.who.legendOne' : 'draft.who.legend')}</legend>
          <p className="hint">{t('draft.who.hint')}</p>
          <FieldError id="partner-fout" error={error} />
          {!sorted && <Skeleton lines={4} />}
          <div className="partners" id={fieldId('receivers')} tabIndex={-1}>
            {sorted?.map((each) => {
              const partner = partnerOf(each);
              const isChosen = receivers.some(({ partnerId }) => partnerId === partner.id);
              if (!each.possible && !isChosen) return <NotPossible key={partner.id} partner={partner} possible={each} />;
              return (
                <label key={partner.id} className="partner check">
                  <input type={row.transfer ? 'radio' : 'checkbox'} name={row.transfer ? 'overnemer' : undefined} checked={isChosen} onChange={(event) => toggle(partner.id, event.target.checked)} />
                  <span>
                    <b>{partner.name}</b>
                    {each.says && <p className="error">{each.says}</p>}
                    <PartnerFacts partner={partner} term={term} />
                  </span>
                </label>
              );
            })}
            {sorted?.length === 0 && <p className="soft">{t('draft.who.none')}</p>}
          </div>
        </fieldset>
        {receivers.length > 1 && (
          <label className="check">
            <input type="checkbox" {...form.register('openReceivers')} />
            <span>
              {t('field.openReceivers')}
              <span className="hint">{t('draft.who.openHint')}</span>
            </span>
          </label>
        )}
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

function NotPossible({ partner, possible: { says, needsProtocol } }: { partner: Partner; possible: Possible }) {
  const { t } = useTranslation();
  return (
    <div className="partner partner--no">
      <span className="mute">
        <Icon name="info" />
      </span>
      <div>
        <b>{partner.name}</b>
        <p>{says}</p>
        {needsProtocol && (
          <p>
            <Link to="/protocollen">{t('draft.who.protocols')}</Link>
          </p>
        )}
      </div>
    </div>
  );
}

function PartnerFacts({ partner, term }: { partner: Partner; term: number | undefined }) {
  const { t } = useTranslation();
  return (
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
  );
}
