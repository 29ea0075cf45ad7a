import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../shared/page.js';
import { FieldError, fieldId } from '../shared/form/field.js';
import { Status } from '../shared/status.js';
import type { FileRow } from './files.js';

/** As many files go in one act, and a note of this length with each: what one request can hold. */
export const AT_ONCE = 100;
export const NOTE = 400;

type Props = {
  owner: string;
  files: readonly FileRow[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  noteOf: (dossierId: string) => string;
  onNote: (dossierId: string, note: string) => void;
  faultOf: (field: string) => string | undefined;
};

/** What hangs on a colleague: chosen one by one, or all that is shown at once. */
export function FilesTable({ owner, files, chosen, onChoose, noteOf, onNote, faultOf }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const shown = files.filter(({ name, number, partner }) => [name, number, partner].some((text) => text.toLowerCase().includes(wanted)));
  const isWhole = shown.length > 0 && shown.every(({ dossierId }) => chosen.has(dossierId));
  const toggle = (ids: readonly string[], isOn: boolean) => onChoose(new Set(isOn ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const here = files.filter(({ dossierId }) => chosen.has(dossierId)).length;
  return (
    <Panel id="dossiers" title={t('handover.which')} aside={<span className="small soft" role="status">{t('handover.chosen', { count: here, all: files.length })}</span>}>
      <div className="panel__body handover__tools">
        <label className="check" htmlFor={fieldId('kies')}>
          <input type="checkbox" id={fieldId('kies')} checked={isWhole} onChange={(event) => toggle(shown.map(({ dossierId }) => dossierId), event.target.checked)} />
          <span>{t('handover.selectAll', { count: shown.length })}</span>
        </label>
        <input className="input" type="search" autoComplete="off" maxLength={100} aria-label={t('handover.find')} placeholder={t('handover.find')} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      {faultOf('kies') && (
        <div className="panel__body">
          <FieldError error={faultOf('kies')} />
        </div>
      )}
      <table className="table stack" role="table">
        <caption className="vh">{t('handover.table.caption', { name: owner })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['client', 'who', 'state', 'note'] as const).map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`handover.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((file) => (
            <Row key={file.dossierId} file={file} isChosen={chosen.has(file.dossierId)} note={noteOf(file.dossierId)} fault={faultOf(`nota-${file.dossierId}`)} onToggle={(isOn) => toggle([file.dossierId], isOn)} onNote={(note) => onNote(file.dossierId, note)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type RowProps = { file: FileRow; isChosen: boolean; note: string; fault: string | undefined; onToggle: (isOn: boolean) => void; onNote: (note: string) => void };

function Row({ file: { dossierId, name, number, type, partner, state }, isChosen, note, fault, onToggle, onNote }: RowProps) {
  const { t } = useTranslation();
  const called = name === number || !number ? name : `${name}, ${number}`;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <label className="check">
          <input type="checkbox" aria-label={t('handover.selectOf', { name: called })} checked={isChosen} onChange={(event) => onToggle(event.target.checked)} />
          <span>
            {name}
            <span className="table__sub">{[name === number ? '' : number, type].filter(Boolean).join(' · ')}</span>
          </span>
        </label>
      </th>
      <td role="cell" data-l={t('handover.table.who')}>
        <span>{partner}</span>
      </td>
      <td role="cell" data-l={t('handover.table.state')}>
        <Status state={state} />
      </td>
      <td role="cell" data-l={t('handover.table.note')}>
        {isChosen ? (
          <span className={fault ? 'field--bad' : undefined}>
            <FieldError error={fault} />
            <textarea className="input" id={fieldId(`nota-${dossierId}`)} aria-label={t('handover.noteOf', { name: called })} maxLength={NOTE} value={note} onChange={(event) => onNote(event.target.value)} />
          </span>
        ) : (
          <span className="mute">–</span>
        )}
      </td>
    </tr>
  );
}
