import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DataClass } from '../../generated/graphql/graphql.js';
import { wholeOf } from '../../shared/classes.js';
import { Icon } from '../../shared/icon.js';
import { Panel } from '../../shared/page.js';
import { usePartners, type ReferralType } from '../../shared/reference.js';
import { SENSITIVE } from './agreements.js';
import type { Chosen, DraftValues } from './fields.js';
import { familiesOf, type Cell, type Family, type Possible } from './use-receivers.js';

type Part = 'HOUSEHOLD_SIZE' | 'INCOME_CONDITION' | 'INCOME_CATEGORY' | 'HOUSING_WISHES' | 'HOUSING_TECHNICAL';
type Props = { form: UseFormReturn<DraftValues>; type: ReferralType; possible: readonly Possible[] | undefined };

/** Who gets what: kinds of facts by chosen partners, within what each may get. */
export function ShareTable({ form, type, possible = [] }: Props) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const receivers = useWatch({ control: form.control, name: 'receivers' });
  const families = familiesOf(type.asks);
  const columns = receivers.flatMap((chosen) => possible.filter(({ partner }) => partner.id === chosen.partnerId).map((each) => ({ chosen, possible: each })));
  const choose = (partnerId: string, classes: DataClass[]) => form.setValue('receivers', receivers.map((each) => (each.partnerId === partnerId ? { ...each, classes } : each)), { shouldDirty: true });
  if (!columns.length) {
    return (
      <Panel id="delen" title={t('draft.table.title')}>
        <p className="panel__body soft">{t('draft.table.pickFirst')}</p>
      </Panel>
    );
  }
  return (
    <Panel id="delen" title={t('draft.table.title')} aside={<p className="small mute">{t('draft.table.lead')}</p>}>
      <table className="table stack share" role="table">
        <caption className="vh">{t('draft.table.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('draft.table.data')}
            </th>
            {columns.map(({ chosen }) => (
              <th key={chosen.partnerId} scope="col" role="columnheader">
                {nameOf(chosen.partnerId)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {families.map((family) => (
            <tr key={family.whole} role="row">
              <th scope="row" role="rowheader">
                {t(`dataClass.${family.whole}`)}
              </th>
              {columns.map((column) => (
                <ShareCell key={column.chosen.partnerId} family={family} {...column} onChoose={(classes) => choose(column.chosen.partnerId, classes)} />
              ))}
            </tr>
          ))}
          <tr role="row" className="sum">
            <th scope="row" role="rowheader">
              {t('draft.table.sum')}
            </th>
            {columns.map(({ chosen }) => (
              <Sum key={chosen.partnerId} chosen={chosen} families={families} />
            ))}
          </tr>
        </tbody>
      </table>
      <p className="panel__foot mute">
        {t('draft.table.foot')} <Link to="/privacymatrix">{t('draft.table.book')}</Link>
      </p>
    </Panel>
  );
}

function ShareCell({ family, chosen, possible, onChoose }: { family: Family; chosen: Chosen; possible: Possible; onChoose: (classes: DataClass[]) => void }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const cells = possible.cells.filter(({ dataClass }) => family.classes.includes(dataClass));
  const free = cells.filter(({ cap, always }) => !cap && !always);
  const hasWhole = free.some(({ dataClass }) => dataClass === family.whole);
  const isWhole = hasWhole && chosen.classes.includes(family.whole);
  const others = chosen.classes.filter((each) => !family.classes.includes(each));
  const own = chosen.classes.filter((each) => family.classes.includes(each) && each !== family.whole);
  const option = ({ dataClass }: Cell) => {
    const isPart = dataClass !== family.whole;
    if (isPart && isWhole) return null;
    const change = (isOn: boolean) => onChoose([...others, ...(isPart ? (isOn ? [...own, dataClass] : own.filter((each) => each !== dataClass)) : isOn ? [dataClass] : [])]);
    return (
      <label key={dataClass} className="check">
        <input type="checkbox" checked={chosen.classes.includes(dataClass)} onChange={(event) => change(event.target.checked)} />
        <span>
          {t(isPart ? 'draft.table.limited' : 'draft.table.share')} <span className="vh">{`${t(`dataClass.${dataClass}`)}: ${shortNameOf(chosen.partnerId)}`}</span>
          {isPart && <span className="hint">{t(`draft.table.part.${dataClass as Part}`)}</span>}
        </span>
      </label>
    );
  };
  const isAlways = cells.some(({ always }) => always);
  const reason = cells.find(({ cap }) => cap)?.says;
  return (
    <td role="cell" data-l={shortNameOf(chosen.partnerId)} className={!isAlways && !free.length ? 'is-cap' : undefined}>
      <span className="cell">
        {isAlways && (
          <span className="lim">
            <Icon name="check" size="s" />
            {t('draft.table.always')}
          </span>
        )}
        {!isAlways && !free.length && (
          <>
            <span className="lim">
              <Icon name="lock" size="s" />
              {t('draft.table.cannot')}
            </span>
            <span className="xs">{reason}</span>
          </>
        )}
        {free.map(option)}
        {free.length > 0 && SENSITIVE.includes(family.whole) && <span className="xs">{t('draft.table.apart')}</span>}
      </span>
    </td>
  );
}

function Sum({ chosen, families }: { chosen: Chosen; families: readonly Family[] }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const by = (has: (family: Family) => boolean) => families.filter(has).length;
  const whole = by(({ whole: each }) => ['CORE', 'IDENTITY'].includes(each) || chosen.classes.includes(each));
  const limited = by(({ whole: each }) => !chosen.classes.includes(each) && chosen.classes.some((one) => wholeOf(one) === each));
  return (
    <td role="cell" data-l={shortNameOf(chosen.partnerId)}>
      <span>
        {t('draft.table.count', { count: whole + limited, of: families.length })}
        {limited > 0 && t('draft.table.ofWhichLimited', { count: limited })}
      </span>
    </td>
  );
}
