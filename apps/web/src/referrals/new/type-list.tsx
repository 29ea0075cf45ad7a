import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerKind } from '../../generated/graphql/graphql.js';
import { formatList } from '../../shared/format.js';
import { FieldError } from '../../shared/form/field.js';
import { SearchBox } from '../../shared/search-box.js';
import type { ReferralType } from '../../shared/reference.js';

type Props = { types: readonly ReferralType[]; picked: string | undefined; onPick: (code: string) => void; error: string | undefined };
type Group = PartnerKind | 'TOGETHER';

/** So many can be overlooked at once. */
const FEW = 5;

/** A question that several kinds of partner can take up together stands apart. */
const groupOf = ({ receivers }: ReferralType): Group => (receivers.length > 1 ? 'TOGETHER' : receivers[0].kind);

const holds = ({ label, help }: ReferralType, words: string): boolean => words.toLowerCase().split(/\s+/).every((word) => `${label} ${help}`.toLowerCase().includes(word));

/** The kinds of question, by whom they go to; with a search when there are many. */
export function TypeList({ types, picked, onPick, error }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  // What was picked stays in sight.
  const found = types.filter((type) => type.code === picked || holds(type, words));
  const groups = [...new Set(types.map(groupOf))];
  const headed = types.length > FEW;
  return (
    <>
      {headed && <SearchBox label={t('draft.types.search')} hint={t('draft.types.hint')} value={words} onChange={setWords} />}
      <fieldset aria-describedby={error ? 'soort-fout' : undefined}>
        <legend className="vh">{t('referrals.choose.typeTitle')}</legend>
        <FieldError id="soort-fout" error={error} />
        {groups.map((group) => {
          const own = found.filter((type) => groupOf(type) === group);
          if (!own.length) return null;
          return (
            <div key={group} className="choices" role="group" aria-label={t(`draft.types.group.${group}`)}>
              {headed && <h3>{t(`draft.types.group.${group}`)}</h3>}
              {own.map((type) => (
                <OneType key={type.code} type={type} isPicked={type.code === picked} onPick={onPick} />
              ))}
            </div>
          );
        })}
      </fieldset>
      <p role="status" className={found.length ? 'vh' : 'soft'}>
        {words && (found.length ? t('draft.types.found', { count: found.length }) : t('draft.types.none', { words }))}
      </p>
    </>
  );
}

function OneType({ type: { code, label, help, receivers }, isPicked, onPick }: { type: ReferralType; isPicked: boolean; onPick: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className="choice">
      <input type="radio" name="type" value={code} checked={isPicked} onChange={() => onPick(code)} />
      <span>
        <b>{label}</b>
        <small>{help}</small>
        {receivers.length > 1 && <small>{t('referrals.choose.to', { kinds: formatList(receivers.map(({ kind }) => t(`referrals.partnerKind.${kind}`))) })}</small>}
      </span>
    </label>
  );
}
