import { useTranslation } from 'react-i18next';
import type { Wish } from '../../generated/graphql/graphql.js';
import { FieldError } from '../../shared/form/field.js';

const WISHES: readonly Wish[] = ['CLIENT', 'SENDER'];

/** Who no longer wants it to be shared. */
export function WishChoice({ value, isAsked, onChange }: { value: Wish | undefined; isAsked: boolean; onChange: (wish: Wish) => void }) {
  const { t } = useTranslation();
  const problem = isAsked && !value ? t('sharing.wish.missing') : undefined;
  return (
    <fieldset className={problem ? 'field--bad' : undefined} aria-describedby={problem ? 'wie-fout' : undefined}>
      <legend className="label">{t('sharing.wish.label')}</legend>
      <FieldError id="wie-fout" error={problem} />
      {WISHES.map((wish) => (
        <label className="check" key={wish}>
          <input type="radio" name="wie-wil" checked={value === wish} onChange={() => onChange(wish)} />
          <span>{t(`wish.${wish}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
