import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { ChooseReceiversDocument, ReceiversDocument, ReferralDocument, SaveDraftDocument, SaveHouseholdDocument, WriteNoteDocument, type PersonOfHousehold, type ReferralChanges, type ReferralQuery } from '../../generated/graphql/graphql.js';
import { ask } from '../../shared/api/ask.js';
import { keyOf, queryClient } from '../../shared/api/query.js';
import { Autosave, type SaveState } from '../../shared/autosave.js';
import { useUnsaved } from '../../shared/unsaved.js';
import { changeOf, noteOf, SAVED_FIELDS, valuesOf, type Chosen, type DraftValues, type NoteClass, type SavedField } from './fields.js';

export type DraftRow = NonNullable<ReferralQuery['referral']>;
export type Clash = { field: SavedField | NoteClass; mine: string; theirs: string };
export type Conflict = { fresh: DraftRow; clashes: readonly Clash[] };

export type Draft = {
  row: DraftRow;
  form: UseFormReturn<DraftValues>;
  save: SaveState;
  conflict: Conflict | undefined;
  flush: () => Promise<boolean>;
  /** Who else of the household it is about: saved at once. */
  saveHousehold: (persons: PersonOfHousehold[]) => Promise<void>;
  /** Keeps my version of these fields and takes the saved one of the others. */
  settle: (mine: readonly (SavedField | NoteClass)[]) => void;
  /** Nothing holds somebody here any more. */
  release: () => void;
};

const LOOK_AGAIN_AFTER = 5000;
const NOTES: readonly NoteClass[] = ['HEALTH', 'JUDICIAL'];
type Savers = { fields: Autosave<ReferralChanges>; receivers: Autosave<{ receivers: Chosen[] }> } & { [note in NoteClass]: Autosave<{ body: string }> };
const ORDER: readonly SaveState['is'][] = ['conflict', 'refused', 'retrying', 'saving', 'waiting', 'saved', 'idle'];

/** A draft that saves itself while it is written, and notices when somebody else wrote in it too. */
export function useDraft(first: DraftRow): Draft {
  const server = useRef(first);
  const [row, setRow] = useState(first);
  const [conflict, setConflict] = useState<Conflict>();
  const form = useForm<DraftValues>({ defaultValues: valuesOf(first) });
  const savers = useMemo(() => createSavers(server), []);
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
          else if (field === 'receivers') savers.receivers.change({ receivers: values.receivers });
          else if ((SAVED_FIELDS as readonly string[]).includes(field)) savers.fields.change(changeOf(field as SavedField, values));
        },
      }),
    [form, savers],
  );

  const take = useCallback((fresh: DraftRow, mine: readonly (SavedField | NoteClass)[]) => {
    const typed = form.getValues();
    server.current = fresh;
    setRow(fresh);
    setConflict(undefined);
    let fields: Partial<ReferralChanges> = {};
    for (const field of mine) if (!isNote(field)) fields = { ...fields, ...changeOf(field, typed) };
    const now = valuesOf(fresh);
    for (const field of [...SAVED_FIELDS, ...NOTES]) if (!mine.includes(field)) form.setValue(field as 'question', now[field as 'question']);
    // Whom one chose oneself stays chosen.
    savers.receivers.resolve(savers.receivers.isClean ? {} : { receivers: typed.receivers });
    if (savers.receivers.isClean) form.setValue('receivers', now.receivers);
    savers.fields.resolve(fields);
    for (const note of NOTES) savers[note].resolve(mine.includes(note) ? { body: typed[note] } : {});
  }, [form, savers]);

  useEffect(() => {
    if (save.is !== 'conflict') return;
    let isCurrent = true;
    const look = () => ask(ReferralDocument, { id: first.id }).then(({ referral }) => {
      if (!referral || !isCurrent) return;
      const touched = [...Object.keys(savers.fields.unsaved), ...NOTES.filter((note) => !savers[note].isClean)] as (SavedField | NoteClass)[];
      const clashes = clashesOf(touched, form.getValues(), valuesOf(server.current), valuesOf(referral));
      if (clashes.length) setConflict({ fresh: referral, clashes });
      // Somebody wrote elsewhere in it: both stay.
      else take(referral, touched);
    }).catch(() => void (isCurrent && setTimeout(() => void look(), LOOK_AGAIN_AFTER)));
    void look();
    return () => {
      isCurrent = false;
    };
  }, [save, first.id, savers, form, take]);

  const flush = useCallback(async () => {
    const done = await Promise.all(all.map((saver) => saver.flush()));
    return done.every(Boolean);
  }, [all]);
  const saveHousehold = useCallback(async (persons: PersonOfHousehold[]) => {
    if (!(await flush())) return;
    const { id, version } = server.current;
    const { saveHousehold: saved } = await ask(SaveHouseholdDocument, { key: crypto.randomUUID(), id, version: version!, persons });
    server.current = { ...server.current, ...saved };
    setRow(server.current);
  }, [flush]);
  const hasAgreement = form.formState.dirtyFields.toldThat || form.formState.dirtyFields.agreedBy || form.formState.dirtyFields.agreedName;
  const release = useUnsaved(!isClean || Boolean(hasAgreement), async () => (await flush()) && !hasAgreement);

  // What was read before is old as soon as something was typed.
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: keyOf(ReferralDocument, { id: first.id }) }), [first.id]);

  return { row, form, save, conflict, flush, saveHousehold, settle: (mine) => conflict && take(conflict.fresh, [...mine, ...untouched(savers, conflict)]), release };
}

const isNote = (field: string): field is NoteClass => (NOTES as readonly string[]).includes(field);

function createSavers(server: { current: DraftRow }): Savers {
  const inTurn = turns();
  const versionOf = versions(server);
  const note = (dataClass: NoteClass) =>
    new Autosave<{ body: string }>(async ({ body = '' }, key) => {
      const { id: dossierId } = server.current;
      const before = noteOf(server.current, dataClass);
      const { writeNote } = await ask(WriteNoteDocument, { key, dossierId, id: before?.id, version: before?.version ?? 0, dataClass, body });
      server.current = { ...server.current, notes: [...server.current.notes.filter(({ id }) => id !== writeNote.id), writeNote] };
    });
  return {
    fields: new Autosave<ReferralChanges>((changes, key) =>
      inTurn(async () => {
        if (!Object.keys(changes).length) return;
        const { id } = server.current;
        const { saveDraft } = await ask(SaveDraftDocument, { key, id, version: versionOf(key), changes });
        server.current = { ...server.current, ...changes, ...saveDraft } as DraftRow;
        if (PLACE.some((field) => field in changes)) void queryClient.invalidateQueries({ queryKey: keyOf(ReceiversDocument, { id }) });
      }),
    ),
    receivers: new Autosave<{ receivers: Chosen[] }>(({ receivers = [] }, key) =>
      inTurn(async () => {
        const { id } = server.current;
        const { chooseReceivers } = await ask(ChooseReceiversDocument, { key, id, version: versionOf(key), receivers });
        server.current = { ...server.current, ...chooseReceivers };
      }),
    ),
    HEALTH: note('HEALTH'),
    JUDICIAL: note('JUDICIAL'),
  };
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

function clashesOf(touched: readonly (SavedField | NoteClass)[], mine: DraftValues, before: DraftValues, theirs: DraftValues): Clash[] {
  return touched.filter((field) => differs(theirs, before, field) && differs(theirs, mine, field)).map((field) => ({ field, mine: String(mine[field]), theirs: String(theirs[field]) }));
}

const differs = (one: DraftValues, other: DraftValues, field: SavedField | NoteClass): boolean => JSON.stringify(one[field]) !== JSON.stringify(other[field]);

/** What I typed in fields that nobody else touched: it stays mine. */
function untouched(savers: Savers, { clashes }: Conflict): (SavedField | NoteClass)[] {
  const typed = [...Object.keys(savers.fields.unsaved), ...NOTES.filter((note) => !savers[note].isClean)] as (SavedField | NoteClass)[];
  return typed.filter((field) => !clashes.some((clash) => clash.field === field));
}
