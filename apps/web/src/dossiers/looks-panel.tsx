import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LooksDocument, type LooksQuery, type LooksQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { useClassWords } from '../shared/classes.js';
import { FaultNote } from '../shared/faults.js';
import { formatList, formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { Panel } from '../shared/page.js';

type Row = LooksQuery['looks']['nodes'][number];
/** One person or organisation on one day, with all that she did. */
type Seen = { key: string; day: string; who: string; role: Row['role']; kinds: Row['kind'][]; glass: boolean; classes: Row['classes'] };

/** Who looked, day by day: read only when asked for, since that is a look too. */
export function LooksPanel({ dossierId, isAlone = false }: { dossierId: string; isAlone?: boolean }) {
  const { t } = useTranslation();
  const words = useClassWords();
  const [isOpen, setOpen] = useState(false);
  const { nodes, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadPages<LooksQuery, LooksQueryVariables, Row>(LooksDocument, { dossierId, first: 40 }, ({ looks }) => looks, { enabled: isOpen });
  const seen = together(nodes ?? [], ({ person, partner, partnerKind, role }) => (role === 'PLATFORM_ADMIN' ? t('history.looks.support') : (person?.name ?? partner?.name ?? t(`history.looks.kindOf.${partnerKind}`))));
  const days = [...new Set(seen.map(({ day }) => day))];
  return (
    <Panel id="wie-keek" title={t('history.looks.title')}>
      <div className="panel__body stackv--s">
        <p className="soft small">{t(isAlone ? 'history.looks.textAlone' : 'history.looks.text')}</p>
        {!isOpen && (
          <Button small icon="eye" onPress={() => setOpen(true)}>
            {t('history.looks.open')}
          </Button>
        )}
        {isOpen && !nodes && (error ? <FaultNote error={error} /> : <Skeleton lines={3} />)}
        {nodes?.length === 0 && <p className="soft">{t('history.looks.none')}</p>}
        {days.map((day) => (
          <section key={day} aria-label={formatWholeDay(day)}>
            <h3 className="looks__day">{formatWholeDay(day)}</h3>
            <ul className="looks">
              {seen
                .filter((each) => each.day === day)
                .map((each) => (
                  <li key={each.key}>
                    <span>
                      <b>{each.who}</b>
                      {each.role !== 'PLATFORM_ADMIN' && `, ${t(`role.${each.role}`).toLowerCase()}`}
                    </span>
                    <span className="line small">
                      {formatList(each.kinds.map((kind) => t(`history.looks.kind.${kind}`)))}
                      {each.classes.length > 0 && `: ${words(each.classes)}`}
                    </span>
                    {each.glass && (
                      <span className="looks__glass small">
                        <Icon name="alert" size="s" /> {t('history.looks.glass')}
                      </span>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {hasNextPage && (
          <Button small isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

const ORDER: readonly Row['kind'][] = ['LOOKED', 'CHANGED', 'LISTED', 'DENIED'];

/** What one did on a day in one function reads as one line. */
function together(rows: readonly Row[], nameOf: (row: Row) => string): Seen[] {
  const seen = new Map<string, Seen>();
  for (const row of rows) {
    const key = [row.day, row.personal, nameOf(row), row.role].join('|');
    const before = seen.get(key);
    const kinds = ORDER.filter((kind) => kind === row.kind || before?.kinds.includes(kind));
    seen.set(key, { key, day: row.day, who: nameOf(row), role: row.role, kinds, glass: row.glass || Boolean(before?.glass), classes: [...new Set([...(before?.classes ?? []), ...row.classes])] });
  }
  return [...seen.values()];
}
