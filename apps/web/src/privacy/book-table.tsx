import { useTranslation } from 'react-i18next';
import { Panel } from '../shared/page.js';
import { EVENTS, RECORDS, SEATS } from '../texts/nl/book.js';
import { type Column, type Group, placeOf } from './book-columns.js';

export type Sign = 'R' | 'S' | '–' | '✓';
const LOOKS: Record<Sign, string> = { R: 'R', S: 'S', '–': '0', '✓': 'R' };

/** A letter and a shape, and what they mean for who does not see them. */
export function Mark({ sign, verb, note, silent }: { sign: Sign; verb?: boolean; note?: number; silent?: boolean }) {
  const { t } = useTranslation();
  const means = sign === '✓' ? t('book.sign.may') : sign === '–' ? t(verb ? 'book.sign.mayNot' : 'book.sign.none') : t(`book.sign.${sign}`);
  return (
    <span className="mxw">
      <span className={`mx mx--${LOOKS[sign]}`} aria-hidden="true">
        {sign}
      </span>
      {note !== undefined && <sup aria-hidden="true">{note}</sup>}
      {!silent && (
        <span className="vh">
          {means} {note !== undefined && t('book.note', { number: note })}
        </span>
      )}
    </span>
  );
}

type Props = { part: 'classes' | 'verbs'; columns: readonly Column[]; names: readonly string[]; groups: readonly Group[]; notes: readonly string[][]; shown: number };

/** All columns beside each other; on a narrow screen only the one that is shown. */
export function BookTable({ part, columns, names, groups, notes, shown }: Props) {
  const { t } = useTranslation();
  const isVerbs = part === 'verbs';
  const there = groups.filter((group) => (isVerbs ? group.events : group.classes).length);
  return (
    <Panel id={isVerbs ? 'mag' : 'ziet'} title={t(isVerbs ? 'book.verbs' : 'book.table')}>
      <table className="matrix" data-show={shown}>
        <caption className="vh">{t(isVerbs ? 'book.verbsCaption' : 'book.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(isVerbs ? 'book.deed' : 'book.data')}</th>
            {names.map((name, index) => (
              <th key={name} scope="col" className={index === shown ? 'is-shown' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {there.map((group) => (
          <tbody key={`${group.record} ${group.seat}`}>
            <tr className="grp">
              <th scope="colgroup" colSpan={columns.length + 1}>
                {RECORDS[group.record] ?? group.record}, {SEATS[group.seat ?? 'own'] ?? group.seat}
              </th>
            </tr>
            {(isVerbs ? group.events : group.classes).map((name) => (
              <Row key={name} name={name} group={group} isVerbs={isVerbs} columns={columns} notes={notes} shown={shown} />
            ))}
          </tbody>
        ))}
      </table>
    </Panel>
  );
}

function Row({ name, group, isVerbs, columns, notes, shown }: Pick<Props, 'columns' | 'notes' | 'shown'> & { name: string; group: Group; isVerbs: boolean }) {
  const { t } = useTranslation();
  const label = isVerbs ? (EVENTS[`${group.record}.${name}`] ?? name) : name === 'CORE' ? t('book.core') : t(`dataClass.${name as Group['classes'][number]}`);
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((column, index) => {
        const { sign, conditions } = cellOf(column, group, name, isVerbs);
        const note = conditions.length ? notes.findIndex((each) => each.join('|') === conditions.join('|')) + 1 : undefined;
        return (
          <td key={index} className={index === shown ? 'is-shown' : undefined}>
            <Mark sign={sign} verb={isVerbs} note={note} />
          </td>
        );
      })}
    </tr>
  );
}

function cellOf(column: Column, group: Group, name: string, isVerbs: boolean): { sign: Sign; conditions: readonly string[] } {
  const place = placeOf(column, group);
  if (isVerbs) {
    const verb = place?.verbs.find(({ event }) => event === name);
    return { sign: verb ? '✓' : '–', conditions: verb?.conditions ?? [] };
  }
  const found = place?.classes.find(({ dataClass }) => dataClass === name);
  return { sign: (found?.sign as Sign | undefined) ?? '–', conditions: found?.conditions ?? [] };
}
