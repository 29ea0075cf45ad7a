import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DestructionItemsQuery, type DestructionItemsQueryVariables, DestructionItemsDocument, type DestructionListsQuery, type DestructionListsQueryVariables, DestructionListsDocument, SignDestructionDocument, TakeOffDestructionDocument } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { useClassWords } from '../shared/classes.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { formatDayWithYear, formatFullDay } from '../shared/format.js';
import { Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { TextDialog } from '../shared/overlay/text-dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';

type List = DestructionListsQuery['destructionLists']['nodes'][number];
type Item = DestructionItemsQuery['destructionItems']['nodes'][number];

/** The list that waits, and those of before. */
export function DestructionLists() {
  const { t } = useTranslation();
  const lists = useReadPages<DestructionListsQuery, DestructionListsQueryVariables, List>(DestructionListsDocument, { first: 25 }, ({ destructionLists }) => destructionLists);
  const rows = lists.nodes;
  if (!rows) return lists.error ? <Fault error={lists.error} onRetry={() => void lists.refetch()} /> : <Skeleton lines={4} />;
  const open = rows.find(({ signed }) => !signed);
  const earlier = rows.filter(({ signed }) => signed);
  return (
    <>
      <Panel id="te-ondertekenen" title={t('retention.open.title')}>
        {open ? <Open list={open} /> : <p className="panel__body soft">{t('retention.open.none')}</p>}
      </Panel>
      <Panel id="eerdere-lijsten" title={t('retention.earlier.title')}>
        {earlier.length ? earlier.map((list) => <Earlier key={list.id} list={list} />) : <p className="panel__body soft">{t('retention.earlier.none')}</p>}
        <More of={lists} />
      </Panel>
    </>
  );
}

function Open({ list }: { list: List }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <p className="panel__body soft">{t('retention.open.explained', { day: formatFullDay(list.proposedAt), edition: list.edition })}</p>
      <Items list={list} />
      {list.may.includes('sign') && (
        <div className="panel__body actions">
          <Button variant="main" icon="pen" onPress={() => setAsked(true)}>
            {t('retention.open.sign')}
          </Button>
        </div>
      )}
      {isAsked && <Signing list={list} onClose={() => setAsked(false)} />}
    </>
  );
}

function Signing({ list, onClose }: { list: List; onClose: () => void }) {
  const { t } = useTranslation();
  const sign = useChange(SignDestructionDocument, {
    onSuccess: () => {
      onClose();
      toast(t('retention.open.signed'));
    },
  });
  return (
    <Dialog title={t('retention.open.sign')} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        <p>{t('retention.open.sure', { count: list.items })}</p>
        <FaultNote error={sign.error} />
      </div>
      <div className="dialog__foot">
        <Button variant="bad" isPending={sign.isPending} onPress={() => sign.mutate({ id: list.id, version: list.version })}>
          {t('retention.open.confirm')}
        </Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function Earlier({ list }: { list: List }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="panel__body actions">
        <span>{t('retention.earlier.signed', { count: list.items, day: formatDayWithYear(list.signedAt!), name: list.signedBy! })}</span>
        <Button small aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {t(isShown ? 'retention.earlier.hide' : 'retention.earlier.show')}
        </Button>
      </div>
      {isShown && <Items list={list} />}
    </>
  );
}

const COLUMNS = ['number', 'what', 'closed', 'term', 'state'] as const;

function Items({ list }: { list: List }) {
  const { t } = useTranslation();
  const items = useReadPages<DestructionItemsQuery, DestructionItemsQueryVariables, Item>(DestructionItemsDocument, { listId: list.id, first: 25 }, ({ destructionItems }) => destructionItems);
  const rows = items.nodes;
  if (!rows) return items.error ? <Fault error={items.error} onRetry={() => void items.refetch()} /> : <Skeleton lines={3} />;
  return (
    <>
      <table className="table stack" role="table">
        <caption className="vh">{t('retention.items.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`retention.items.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <ItemRow key={row.id} row={row} isOpen={!list.signed} />
          ))}
        </tbody>
      </table>
      <More of={items} />
    </>
  );
}

function ItemRow({ row, isOpen }: { row: Item; isOpen: boolean }) {
  const { t } = useTranslation();
  const classWords = useClassWords();
  const [isAsked, setAsked] = useState(false);
  const takeOff = useChange(TakeOffDestructionDocument);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className="first">
          {t(`retention.rules.kind.${row.kind}`)} {row.number ? <span className="num">{row.number}</span> : null}
        </span>
      </th>
      <td role="cell" data-l={t('retention.items.columns.what')}>
        <div className="stackv--s">
          <span>{t(`retention.items.part.${row.part}`, { classes: classWords(row.classes) })}</span>
          <span className="small soft">{t('retention.items.counts', { messages: row.messages, notes: row.notes, files: row.files })}</span>
        </div>
      </td>
      <td role="cell" data-l={t('retention.items.columns.closed')}>
        <span>{formatDayWithYear(row.closedOn)}</span>
      </td>
      <td role="cell" data-l={t('retention.items.columns.term')}>
        <span>{t('retention.items.years', { count: row.years })}</span>
      </td>
      <td role="cell" data-l={t('retention.items.columns.state')}>
        <div className="stackv--s">
          <State row={row} />
          {isOpen && row.may.includes('takeOff') && (
            <Button small onPress={() => setAsked(true)}>
              {t('retention.items.takeOff')}
            </Button>
          )}
        </div>
        {isAsked && (
          <TextDialog
            title={t('retention.takeOff.title')}
            label={t('retention.takeOff.label')}
            hint={t('retention.takeOff.hint')}
            missing={t('retention.takeOff.missing')}
            audience={t('retention.takeOff.audience')}
            max={500}
            isPending={takeOff.isPending}
            error={takeOff.error}
            onSubmit={(reason, release) =>
              takeOff.mutate({ id: row.id, version: row.version, reason }, {
                onSuccess: () => {
                  release();
                  setAsked(false);
                  toast(t('retention.takeOff.done'));
                },
              })
            }
            onClose={() => setAsked(false)}
          />
        )}
      </td>
    </tr>
  );
}

function State({ row }: { row: Item }) {
  const { t } = useTranslation();
  if (row.waits) return <span className="tag tag--new">{t('retention.items.state.waits')}</span>;
  if (row.destroyedAt) return <span className="tag">{t('retention.items.state.destroyed', { day: formatDayWithYear(row.destroyedAt) })}</span>;
  if (row.takenOffBy) return <span className="pre">{t('retention.items.state.takenOff', { reason: row.takenOffReason!, name: row.takenOffBy })}</span>;
  return <span>{t(`retention.items.state.${row.keptWhy!}`)}</span>;
}
