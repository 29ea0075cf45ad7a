import { useTranslation } from 'react-i18next';
import type { ContentFieldsFragment, DataClass } from '../generated/graphql/graphql.js';
import { Icon } from '../shared/icon.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import { CLASSES, useClassText } from './facts.js';

type Props = { row: ContentFieldsFragment; seen: ContentFieldsFragment | null; classes: readonly DataClass[]; partnerId: string; reasonOf?: (dataClass: DataClass) => string | undefined };

/** What one wrote beside what a partner reads of it, as the server made it with the partner's rules. */
export function Compare({ row, seen, classes, partnerId, reasonOf }: Props) {
  const { t } = useTranslation();
  const textOf = useClassText();
  const { list, calledOf, shortNameOf } = usePartners();
  const partner = calledOf(partnerId);
  const regime = list.find(({ id }) => id === partnerId)?.regime;
  const nothing = <span className="mute">{t('draft.check.nothing')}</span>;
  const shown: DataClass[] = ['CORE', ...CLASSES.filter((dataClass) => classes.includes(dataClass))];
  const personsOf = (of: ContentFieldsFragment) => of.persons.map((person) => nameOf(person)).join('\n');
  return (
    <div className="panel panel--clip">
      <table className="compare stack" role="table">
        <caption className="vh">{t('draft.check.caption', { partner })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <span className="vh">{t('draft.table.data')}</span>
            </th>
            <th scope="col" role="columnheader">
              {t('draft.check.wrote')}
            </th>
            <th scope="col" role="columnheader" className="them">
              {t('draft.check.sees', { partner })}
              {regime && <small>{t(`regime.${regime}`)}</small>}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((dataClass) => {
            const hidden = seen ? seen.withheld.find((each) => each.dataClass === dataClass) : { why: 'NOT_SHARED' as const };
            return (
              <tr key={dataClass} role="row">
                <th scope="row" role="rowheader">
                  {t(`dataClass.${dataClass}`)}
                </th>
                <td role="cell" className="pre" data-l={t('draft.check.wroteShort')}>
                  <span>{textOf(row, dataClass) || nothing}</span>
                </td>
                <td role="cell" className={hidden ? 'them is-cut' : 'them pre'} data-l={t('draft.check.seesShort', { partner: shortNameOf(partnerId) })}>
                  {hidden ? (
                    <span>
                      <span className="cut">
                        <Icon name="lock" size="s" />
                        {t('draft.check.cut', { partner })}
                      </span>
                      <span className="cut__why">{reasonOf?.(dataClass) ?? t(`draft.check.why.${hidden.why}`)}</span>
                    </span>
                  ) : (
                    <span>{textOf(seen!, dataClass) || nothing}</span>
                  )}
                </td>
              </tr>
            );
          })}
          {row.persons.length > 0 && (
            <tr role="row">
              <th scope="row" role="rowheader">
                {t('draft.household.title')}
              </th>
              <td role="cell" className="pre" data-l={t('draft.check.wroteShort')}>
                <span>{personsOf(row)}</span>
              </td>
              <td role="cell" className="them pre" data-l={t('draft.check.seesShort', { partner: shortNameOf(partnerId) })}>
                <span>{(seen && personsOf(seen)) || <span className="mute">{t('draft.check.nobody')}</span>}</span>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
