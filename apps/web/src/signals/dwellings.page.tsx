import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DwellingsDocument, ImportDwellingsDocument, type DwellingsQuery } from '../generated/graphql/graphql.js';
import { saveAs } from '../shared/api/download.js';
import { useRead } from '../shared/api/query.js';
import { Refusal } from '../shared/api/refusal.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote, NotFound } from '../shared/faults.js';
import { FieldError } from '../shared/form/field.js';
import { Icon } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { toast } from '../shared/overlay/toasts.js';
import { PageHead, Panel } from '../shared/page.js';
import { SearchBox } from '../shared/search-box.js';
import { useDoor, useMe } from '../shared/session.js';
import { Audience } from '../shared/withheld.js';

type Row = DwellingsQuery['dwellings'][number];
const TEMPLATE = '\ufeffnummer;straat;postcode;gemeente\r\nW-0001;Ooigemstraat 22;8710;Wielsbeke\r\n';
/** What the server takes in one question, in bytes. */
const LARGEST = 90_000;
/** How many homes are laid out at once. */
const SHOWN = 50;

/** The homes that one's own company lets: nobody else reads the list. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const [mayRead, mayImport] = [useDoor('Dwelling.read'), useDoor('Dwelling.import')];
  const { data, error, refetch } = useRead(DwellingsDocument, {}, { enabled: mayRead });
  if (!mayRead) return <NotFound />;
  return (
    <>
      <PageHead title={t('signals.dwellings.title')} tabTitle={t('signals.dwellings.title')} lead={t('signals.dwellings.lead')} crumbs={[{ label: t('signals.title'), to: '/meldingen' }, { label: t('signals.dwellings.title') }]} />
      <div className="stackv--l">
        {mayImport && <ImportPanel hasSome={Boolean(data?.dwellings.length)} />}
        {error && !data ? <Fault error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={6} /> : null}
        {data && (
          <Panel id="lijst" title={t('signals.dwellings.list')} count={data.dwellings.length} aside={<Audience alone>{t('signals.dwellings.audience', { partner: partner.shortName })}</Audience>}>
            {data.dwellings.length ? <List rows={data.dwellings} /> : <Empty title={t('signals.dwellings.empty')} text={t('signals.dwellings.emptyText')} level={3} />}
          </Panel>
        )}
      </div>
    </>
  );
}

function ImportPanel({ hasSome }: { hasSome: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const bring = useChange(ImportDwellingsDocument, {
    onSuccess: ({ importDwellings }) => {
      if (input.current) input.current.value = '';
      toast(t('signals.dwellings.done', { count: importDwellings.length }));
    },
  });
  const submit = async () => {
    const file = input.current?.files?.[0];
    const wrong = !file ? t('attachments.fileMissing') : file.size > LARGEST ? t('signals.dwellings.tooLarge') : undefined;
    setProblem(wrong);
    if (file && !wrong) bring.mutate({ file: await file.text() });
    else input.current?.focus();
  };
  return (
    <Panel
      id="bestand"
      title={t(hasSome ? 'signals.dwellings.again' : 'signals.dwellings.import')}
      aside={
        <Button small variant="quiet" onPress={() => saveAs(new Blob([TEMPLATE], { type: 'text/csv' }), 'woningen.csv')}>
          {t('signals.dwellings.template')}
        </Button>
      }
    >
      <div className="panel__body stackv">
        <p className="small soft">{t('signals.dwellings.how')}</p>
        <div className={problem ? 'field field--bad' : 'field'}>
          <label htmlFor="woningen-bestand">{t('signals.dwellings.file')}</label>
          <span className="hint" id="woningen-hint">
            {t('signals.dwellings.fileHint')}
          </span>
          <FieldError id="woningen-fout" error={problem} />
          <input className="input input--file" id="woningen-bestand" ref={input} type="file" accept=".csv,text/csv" aria-describedby={problem ? 'woningen-hint woningen-fout' : 'woningen-hint'} aria-invalid={problem ? true : undefined} onChange={() => setProblem(undefined)} />
        </div>
        <Faults error={bring.error} />
        <div className="actions">
          <Button variant={hasSome ? undefined : 'main'} isPending={bring.isPending} onPress={() => void submit()}>
            {t('signals.dwellings.bring')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** Every line that is wrong, with what to do; nothing was entered. */
function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof Refusal) || error.code !== 'INVALID') return <FaultNote error={error} />;
  const lines = [...new Set(error.fields.map(({ message }) => message))];
  return (
    <div className="note note--bad" role="alert">
      <Icon name="alert" />
      <div>
        <h3>{t('signals.dwellings.wrong')}</h3>
        {!lines.includes(error.message) && <p>{error.message}</p>}
        <ul className="bullets">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function List({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const asked = plain(words).split(/\s+/).filter(Boolean);
  const found = rows.filter(({ reference, street, postcode, municipality }) => asked.every((word) => plain(`${reference} ${street} ${postcode} ${municipality}`).includes(word)));
  return (
    <>
      {rows.length > SHOWN && (
        <div className="panel__body">
          <SearchBox label={t('signals.form.search')} value={words} onChange={setWords} />
        </div>
      )}
      <table className="table stack" role="table">
        <caption className="vh">{t('signals.dwellings.list')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['reference', 'street', 'postcode', 'municipality'] as const).map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`signals.dwellings.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {found.slice(0, SHOWN).map((row) => (
            <tr key={row.id} role="row">
              <th scope="row" role="rowheader" className="num">
                {row.reference}
              </th>
              {(['street', 'postcode', 'municipality'] as const).map((column) => (
                <td key={column} role="cell" data-l={t(`signals.dwellings.column.${column}`)}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > SHOWN && <p className="panel__foot small mute">{t('signals.dwellings.more', { shown: SHOWN, count: found.length })}</p>}
    </>
  );
}
