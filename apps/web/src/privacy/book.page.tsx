import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivacyBookDocument, type PrivacyBookQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatList } from '../shared/format.js';
import { Shape } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { type Column, columnsOf, groupsOf, notesOf } from './book-columns.js';
import { BookTable, Mark } from './book-table.js';

type Book = PrivacyBookQuery['privacyBook'];

/** Who may see and do what: the book by which the portal itself lives. */
export function Page() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead(PrivacyBookDocument, {});
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={10} />;
  const book = data.privacyBook;
  return (
    <>
      <PageHead
        title={t('book.title')}
        tabTitle={t('book.title')}
        lead={t('book.lead')}
        meta={
          <span className="status status--ok">
            <Shape name="ok" />
            {t('book.version', { version: book.version })}
          </span>
        }
        actions={
          <Button variant="main" icon="print" onPress={() => window.print()}>
            {t('book.print')}
          </Button>
        }
      />
      <Laws book={book} />
      <Legend />
      <Tables book={book} />
    </>
  );
}

function Laws({ book: { laws } }: { book: Book }) {
  const { t } = useTranslation();
  return (
    <Panel id="wetten" title={t('book.laws.title')}>
      <ul className="panel__body bullets laws">
        {laws.map(({ says, source }) => (
          <li key={says}>
            {says} <span className="mute small">{t('book.laws.source', { source })}</span>
          </li>
        ))}
        <li>
          {t('book.laws.excluded')} <span className="mute small">{t('book.laws.source', { source: 'BR-P18' })}</span>
        </li>
      </ul>
    </Panel>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('book.legend')}>
      <ul className="panel__body legend">
        {(['R', 'S', '–'] as const).map((sign) => (
          <li key={sign}>
            <Mark sign={sign} silent />
            <span>{t(`book.sign.${sign === '–' ? 'none' : sign}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "OCMW en CAW, maatschappelijk werker" */
function useColumnName(): (column: Column) => string {
  const { t } = useTranslation();
  const role = (of: Column) => t(`book.role.${of.role}`);
  return (column) => (column.kinds.length > 3 ? `${role(column)}, ${t('book.every')}` : `${formatList(column.kinds.map((kind) => t(`book.kind.${kind}`)))}, ${role(column)}`);
}

function Tables({ book }: { book: Book }) {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const [shown, setShown] = useState(0);
  const columns = columnsOf(book.places);
  const names = columns.map(nameOf);
  const groups = groupsOf(columns);
  const notes = notesOf(columns);
  return (
    <>
      <div className="field matrix-pick noprint">
        <label htmlFor="kolom">{t('book.pick')}</label>
        <select className="input" id="kolom" value={shown} onChange={(event) => setShown(Number(event.target.value))}>
          {names.map((name, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {(['classes', 'verbs'] as const).map((part) => (
        <BookTable key={part} part={part} columns={columns} names={names} groups={groups} notes={notes} shown={shown} />
      ))}
      <section className="notes" aria-labelledby="noten">
        <h2 id="noten">{t('book.notes')}</h2>
        <ol>
          {notes.map((conditions) => (
            <li key={conditions.join('|')}>{conditions.length > 1 ? t('book.anyOf', { first: conditions.slice(0, -1).join('; '), rest: conditions[conditions.length - 1] }) : conditions[0]}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
