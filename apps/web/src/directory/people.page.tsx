import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleDocument, type PeopleQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { LeaversPanel } from '../people/leavers.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Fault } from '../shared/faults.js';
import { formatWholeDay, today } from '../shared/format.js';
import { Shape } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { useDoor, useMe } from '../shared/session.js';
import { AddPersonDialog, RenameDialog } from './person-dialogs.js';
import { AccessDialog } from './access-dialog.js';
import { OrganisationLinks, ReviewPanel } from './review-panel.js';
import { EndMandateDialog, GiveMandateDialog } from './mandate-dialogs.js';

export type PersonRow = PeopleQuery['people'][number];
export type MandateRow = PersonRow['mandates'][number];

type Opened = { is: 'add' } | { is: 'rename' | 'access' | 'give'; person: PersonRow } | { is: 'end'; person: PersonRow; mandate: MandateRow };

/** Who works at one's partner and as what; no case content. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const mayAdd = useDoor('Person.add');
  const mayHandOver = useDoor('Person.handOver');
  const people = useRead(PeopleDocument, {});
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const rows = people.data?.people;
  return (
    <>
      <PageHead
        title={t('directory.title')}
        tabTitle={t('directory.title')}
        lead={t('directory.lead', { partner: partner.name })}
        actions={
          <>
            <ButtonLink to="/afwezigheden">{t('absence.title')}</ButtonLink>
            {mayHandOver && (
              <ButtonLink icon="swap" to="/overdragen">
                {t('handover.open')}
              </ButtonLink>
            )}
            {mayAdd && (
              <Button variant="main" icon="plus" onPress={() => setOpened({ is: 'add' })}>
                {t('directory.add')}
              </Button>
            )}
          </>
        }
      />
      <OrganisationLinks />
      <ReviewPanel />
      {people.error && !rows ? <Fault error={people.error} onRetry={() => void people.refetch()} /> : !rows ? <Skeleton lines={8} /> : null}
      {rows && <div className="panel">{rows.length ? <People rows={rows} onOpen={setOpened} /> : <Empty title={t('directory.empty.title')} text={t('directory.empty.text')} />}</div>}
      <LeaversPanel />
      {opened?.is === 'add' && <AddPersonDialog onClose={close} />}
      {opened?.is === 'rename' && <RenameDialog person={opened.person} onClose={close} />}
      {opened?.is === 'access' && <AccessDialog person={opened.person} onClose={close} />}
      {opened?.is === 'give' && <GiveMandateDialog person={opened.person} onClose={close} />}
      {opened?.is === 'end' && <EndMandateDialog person={opened.person} mandate={opened.mandate} onClose={close} />}
    </>
  );
}

type RowsProps = { rows: readonly PersonRow[]; onOpen: (opened: Opened) => void };

function People({ rows, onOpen }: RowsProps) {
  const { t } = useTranslation();
  const mayAct = rows.some(({ may }) => may.length > 0);
  const columns = ['name', 'mandates', 'state', ...(mayAct ? (['actions'] as const) : [])] as const;
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('directory.table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`directory.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((person) => (
          <tr key={person.id} role="row">
            <th scope="row" role="rowheader">
              {person.name}
              {person.username && <span className="table__sub">{person.username}</span>}
            </th>
            <td role="cell" data-l={t('directory.table.mandates')}>
              <Mandates person={person} onEnd={(mandate) => onOpen({ is: 'end', person, mandate })} />
            </td>
            <td role="cell" data-l={t('directory.table.state')}>
              <span className={person.active ? 'status status--ok' : 'status status--off'}>
                <Shape name={person.active ? 'ok' : 'off'} />
                {t(person.active ? 'directory.active' : 'directory.inactive')}
              </span>
            </td>
            {mayAct && (
              <td role="cell" data-l={t('directory.table.actions')}>
                <PersonActions person={person} onOpen={onOpen} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PersonActions({ person, onOpen }: { person: PersonRow; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const label = (text: string) => `${text}: ${person.name}`;
  return (
    <span className="rowactions">
      {person.may.includes('mandate') && person.active && (
        <button type="button" className="linkbtn" aria-label={label(t('directory.give'))} onClick={() => onOpen({ is: 'give', person })}>
          {t('directory.give')}
        </button>
      )}
      {person.may.includes('change') && (
        <>
          <button type="button" className="linkbtn" aria-label={label(t('directory.rename'))} onClick={() => onOpen({ is: 'rename', person })}>
            {t('directory.rename')}
          </button>
          <button type="button" className="linkbtn" aria-label={label(t(person.active ? 'directory.deactivate' : 'directory.activate'))} onClick={() => onOpen({ is: 'access', person })}>
            {t(person.active ? 'directory.deactivate' : 'directory.activate')}
          </button>
        </>
      )}
    </span>
  );
}

function Mandates({ person, onEnd }: { person: PersonRow; onEnd: (mandate: MandateRow) => void }) {
  const { t } = useTranslation();
  if (!person.mandates.length) return <span className="mute">{t('directory.noMandate')}</span>;
  return (
    <ul className="mandates">
      {person.mandates.map((mandate) => {
        const { id, role, municipality, political, since, until, may } = mandate;
        const isOver = until !== null && until < today();
        const period = isOver ? t('directory.ended', { until: formatWholeDay(until) }) : until ? t('directory.periodUntil', { since: formatWholeDay(since), until: formatWholeDay(until) }) : t('directory.period', { since: formatWholeDay(since) });
        return (
          <li key={id}>
            <span className={isOver ? 'mute' : undefined}>
              <b>{t(`role.${role}`)}</b>
              {municipality && ` ${t('directory.in', { municipality })}`}
              {political && ` (${t('directory.political')})`}
              <span className="table__sub">{period}</span>
            </span>
            {may.includes('end') && !isOver && (
              <button type="button" className="linkbtn" aria-label={t('directory.endOf', { role: t(`role.${role}`), name: person.name })} onClick={() => onEnd(mandate)}>
                {t('directory.end')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
