import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { ChooseReceiversDocument, ReceiversDocument, ReferralDocument, SaveDraftDocument, SaveHouseholdDocument, WriteNoteDocument, type PersonOfHousehold, type ReferralChanges, type ReferralQuery } from '../../generated/graphql/graphql.js';
import { ask } from '../../shared/api/ask.js';
import { keyOf, queryClient } from '../../shared/api/query.js';
import { Autosave, type SaveState } from '../../shared/autosave.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { changeOf, inOrder, isMore, noteOf, SAVED_FIELDS, valuesOf, type Chosen, type DraftValues, type NoteClass, type SavedField } from './fields.js';

export type DraftRow = NonNullable<ReferralQuery['referral']>;
/** What saves itself, and can be written by two at once. */
export type Kept = SavedField | NoteClass | 'receivers';
/** Two versions of one thing; lists as JSON. */
export type Clash = { field: Kept; mine: string; theirs: string };
export type Conflict = { fresh: DraftRow; clashes: readonly Clash[] };

export type Draft = {
  row: DraftRow;
  form: UseFormReturn<DraftValues>;
  save: SaveState;
  conflict: Conflict | undefined;
  flush: () => Promise<boolean>;
  /** Who else of the household it is about: saved at once, with a key of its own for each act. */
  saveHousehold: (persons: PersonOfHousehold[], key: string) => Promise<void>;
  /** Keeps my version of these fields and takes the saved one of the others. */
  settle: (mine: readonly Kept[]) => void;
  /** Nothing holds somebody here any more. */
  release: () => void;
};

const LOOK_AGAIN_AFTER = 5000;
const NOTES: readonly NoteClass[] = ['HEALTH', 'JUDICIAL'];
type Savers = { fields: Autosave<ReferralChanges>; receivers: Autosave<{ receivers: Chosen[] }> } & { [note in NoteClass]: Autosave<{ body: string }> };
const KEPT: readonly Kept[] = [...SAVED_FIELDS, 'receivers', ...NOTES];
const isSaved = (field: string): field is SavedField => (SAVED_FIELDS as readonly string[]).includes(field);
const ORDER: readonly SaveState['is'][] = ['conflict', 'refused', 'retrying', 'saving', 'waiting', 'saved', 'idle'];

/** A draft that saves itself while it is written, and notices when somebody else wrote in it too. */
export function useDraft(first: DraftRow): Draft {
  const server = useRef(first);
  const [row, setRow] = useState(first);
  const [conflict, setConflict] = useState<Conflict>();
  const form = useForm<DraftValues>({ defaultValues: valuesOf(first) });
  const { savers, household } = useMemo(() => createSavers(server), []);
  const told = useRef(form.getValues('receivers'));
  const all = useMemo(() => Object.values(savers) as Autosave<object>[], [savers]);

  const subscribe = useCallback((listener: () => void) => {
    const stops = all.map((saver) => saver.subscribe(listener));
    return () => stops.forEach((stop) => stop());
  }, [all]);
  const save = useSyncExternalStore(subscribe, () => worst(all));
  const isClean = useSyncExternalStore(subscribe, () => all.every((saver) => saver.isClean));

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, values }) => {
          const field = name as keyof DraftValues | undefined;
          if (!field) return;
          if (form.getFieldState(field).error) form.clearErrors(field);
          if (field === 'HEALTH' || field === 'JUDICIAL') savers[field].change({ body: values[field] });
          else if (field === 'receivers') {
            savers.receivers.change({ receivers: values.receivers });
            // What the client did not hear of is talked over again.
            if (isMore(told.current, values.receivers)) for (const point of ['toldWhom', 'toldContent'] as const) form.setValue(point, false);
            told.current = values.receivers;
          }
          else if ((SAVED_FIELDS as readonly string[]).includes(field)) savers.fields.change(changeOf(field as SavedField, values));
        },
      }),
    [form, savers],
  );

  const take = useCallback((fresh: DraftRow, mine: readonly Kept[]) => {
    const typed = form.getValues();
    server.current = fresh;
    setRow(fresh);
    setConflict(undefined);
    const now = valuesOf(fresh);
    for (const field of KEPT) if (!mine.includes(field)) form.setValue(field, now[field]);
    savers.fields.resolve(mine.filter(isSaved).reduce<Partial<ReferralChanges>>((all, field) => ({ ...all, ...changeOf(field, typed) }), {}));
    savers.receivers.resolve(mine.includes('receivers') ? { receivers: typed.receivers } : {});
    for (const note of NOTES) savers[note].resolve(mine.includes(note) ? { body: typed[note] } : {});
  }, [form, savers]);

  useEffect(() => {
    if (save.is !== 'conflict') return;
    let isCurrent = true;
    const look = () => ask(ReferralDocument, { id: first.id }).then(({ referral }) => {
      if (!referral || !isCurrent) return;
      const clashes = clashesOf(touched(savers), form.getValues(), valuesOf(server.current), valuesOf(referral));
      if (clashes.length) setConflict({ fresh: referral, clashes });
      // Somebody wrote elsewhere in it: both stay.
      else take(referral, touched(savers));
    }).catch(() => void (isCurrent && setTimeout(() => void look(), LOOK_AGAIN_AFTER)));
    void look();
    return () => {
      isCurrent = false;
    };
  }, [save, first.id, savers, form, take]);

  const flush = useCallback(async () => {
    // In this order: the kind of question decides what may be chosen.
    for (const saver of all) if (!(await saver.flush())) return false;
    return true;
  }, [all]);
  const saveHousehold = useCallback(async (persons: PersonOfHousehold[], key: string) => {
    try {
      await household(persons, key);
      setRow((before) => ({ ...before, persons: server.current.persons }));
    } catch (error) {
      const { referral } = error instanceof Refusal && error.code === 'CONFLICT' ? await ask(ReferralDocument, { id: first.id }) : { referral: null };
      if (referral) take(referral, touched(savers));
      throw error;
    }
  }, [household, savers, take, first.id]);
  const hasAgreement = form.formState.dirtyFields.toldThat || form.formState.dirtyFields.agreedBy || form.formState.dirtyFields.agreedName;
  const release = useUnsaved(!isClean || Boolean(hasAgreement), async () => (await flush()) && !hasAgreement);

  // What was read before is old as soon as something was typed.
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: keyOf(ReferralDocument, { id: first.id }) }), [first.id]);

  return { row, form, save, conflict, flush, saveHousehold, settle: (mine) => conflict && take(conflict.fresh, [...mine, ...untouched(savers, conflict)]), release };
}


function createSavers(server: { current: DraftRow }): { savers: Savers; household: (persons: PersonOfHousehold[], key: string) => Promise<void> } {
  const inTurn = turns();
  const versionOf = versions(server);
  const note = (dataClass: NoteClass) =>
    new Autosave<{ body: string }>(async ({ body = '' }, key) => {
      const { id: dossierId } = server.current;
      const before = noteOf(server.current, dataClass);
      const { writeNote } = await ask(WriteNoteDocument, { key, dossierId, id: before?.id, version: before?.version ?? 0, dataClass, body });
      server.current = { ...server.current, notes: [...server.current.notes.filter(({ id }) => id !== writeNote.id), writeNote] };
    });
  const household = (persons: PersonOfHousehold[], key: string) =>
    inTurn(async () => {
      const { saveHousehold } = await ask(SaveHouseholdDocument, { key, id: server.current.id, version: versionOf(key), persons });
      server.current = { ...server.current, ...saveHousehold };
    });
  const fields = new Autosave<ReferralChanges>((changes, key) =>
    inTurn(async () => {
      if (!Object.keys(changes).length) return;
      const { id } = server.current;
      const { saveDraft } = await ask(SaveDraftDocument, { key, id, version: versionOf(key), changes });
      server.current = { ...server.current, ...changes, ...saveDraft } as DraftRow;
      if (PLACE.some((field) => field in changes)) void queryClient.invalidateQueries({ queryKey: keyOf(ReceiversDocument, { id }) });
    }),
  );
  const receivers = new Autosave<{ receivers: Chosen[] }>(({ receivers: chosen = [] }, key) =>
    inTurn(async () => {
      const { chooseReceivers } = await ask(ChooseReceiversDocument, { key, id: server.current.id, version: versionOf(key), receivers: chosen });
      server.current = { ...server.current, ...chooseReceivers };
    }),
  );
  return { savers: { fields, receivers, HEALTH: note('HEALTH'), JUDICIAL: note('JUDICIAL') }, household };
}

/** What says whether a partner can be asked. */
const PLACE: readonly SavedField[] = ['municipality', 'type', 'opposingPartnerId'];

/** One after the other: each needs the version that the one before it made. */
function turns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.catch(() => undefined).then(work);
    last = mine;
    return mine;
  };
}

/** The version that goes with a key: whatever is asked again is asked in the same words. */
function versions(server: { current: DraftRow }): (key: string) => number {
  const held = new Map<string, number>();
  return (key) => {
    if (!held.has(key)) held.set(key, server.current.version!);
    return held.get(key)!;
  };
}

function worst(savers: readonly Autosave<object>[]): SaveState {
  const states = savers.map(({ state }) => state).sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
  const [first] = states;
  if (first.is !== 'saved') return first;
  return states.reduce((last, state) => (state.is === 'saved' && last.is === 'saved' && state.at > last.at ? state : last), first);
}

/** What I typed that is not on the server yet. */
const touched = (savers: Savers): Kept[] => [...(Object.keys(savers.fields.unsaved) as SavedField[]), ...(savers.receivers.isClean ? [] : ['receivers' as const]), ...NOTES.filter((note) => !savers[note].isClean)];

/** As one text, so that versions can be compared and shown. */
function textOf(values: DraftValues, field: Kept): string {
  const value = field === 'receivers' ? inOrder(values.receivers) : values[field];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const clashesOf = (fields: readonly Kept[], mine: DraftValues, before: DraftValues, theirs: DraftValues): Clash[] =>
  fields.filter((field) => textOf(theirs, field) !== textOf(before, field) && textOf(theirs, field) !== textOf(mine, field)).map((field) => ({ field, mine: textOf(mine, field), theirs: textOf(theirs, field) }));

/** What I typed in fields that nobody else touched: it stays mine. */
const untouched = (savers: Savers, { clashes }: Conflict): Kept[] => touched(savers).filter((field) => !clashes.some((clash) => clash.field === field));
