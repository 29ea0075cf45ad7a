import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonOfHousehold, Relation } from '../../generated/graphql/graphql.js';
import { NoConnection } from '../../shared/api/refusal.js';
import { useIntentKey } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { FaultNote } from '../../shared/faults.js';
import { formatWholeDay, parseDay, typedDay } from '../../shared/format.js';
import { DayField, SelectField, TextField } from '../../shared/form/field.js';
import { nameOf } from '../../shared/name.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { Panel } from '../../shared/page.js';
import { Audience } from '../../shared/withheld.js';
import type { Draft } from './use-draft.js';

const RELATIONS: readonly Relation[] = ['PARTNER', 'CHILD', 'PARENT', 'OTHER'];
type Values = { givenName: string; familyName: string; birthDate: string; relation: string };
type Person = Draft['row']['persons'][number];

/** Who else of the household it is about: each is shared only when she agreed herself. */
export function HouseholdPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Person | 'new'>();
  const { keyFor, settled } = useIntentKey();
  const persons = draft.row.persons.filter(({ leftOut }) => !leftOut);
  const inputOf = ({ id, givenName, familyName, birthDate, relation }: Person): PersonOfHousehold => ({ id, givenName: givenName!, familyName: familyName!, birthDate, relation });
  const keep = async (all: PersonOfHousehold[]) => {
    try {
      await draft.saveHousehold(all, keyFor(all));
      settled();
    } catch (error) {
      if (!(error instanceof NoConnection)) settled();
      throw error;
    }
  };
  const save = (changed: PersonOfHousehold) => {
    const others = persons.filter(({ id }) => id !== changed.id).map(inputOf);
    return keep([...others, changed]);
  };
  const [fault, setFault] = useState<unknown>();
  const remove = (gone: Person) => {
    setFault(undefined);
    keep(persons.filter(({ id }) => id !== gone.id).map(inputOf)).catch(setFault);
  };
  return (
    <Panel id="huisgenoten" title={t('draft.household.title')} aside={<Audience alone>{t('draft.household.audience')}</Audience>}>
      <div className="panel__body stackv">
        <p className="soft">{t('draft.household.lead')}</p>
        {persons.length > 0 && (
          <ul className="rows rows--plain" aria-label={t('draft.household.title')}>
            {persons.map((person) => (
              <li key={person.id}>
                <div>
                  <b>{nameOf(person)}</b>
                  <p className="rows__sub">{[t(`relation.${person.relation}`), person.birthDate && t('person.born', { date: formatWholeDay(person.birthDate) })].filter(Boolean).join(' · ')}</p>
                </div>
                <span className="actions">
                  <Button small onPress={() => setOpen(person)} aria-label={`${t('draft.household.change')}: ${nameOf(person)}`}>
                    {t('draft.household.change')}
                  </Button>
                  <Button small variant="quiet" onPress={() => remove(person)} aria-label={`${t('draft.household.remove')}: ${nameOf(person)}`}>
                    {t('draft.household.remove')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
        <FaultNote error={fault} />
        <p>
          <Button small icon="plus" onPress={() => setOpen('new')}>
            {t('draft.household.add')}
          </Button>
        </p>
      </div>
      {open && <PersonDialog person={open === 'new' ? undefined : open} onSave={save} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

function PersonDialog({ person, onSave, onClose }: { person: Person | undefined; onSave: (person: PersonOfHousehold) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<unknown>();
  const form = useForm<Values>({ defaultValues: { givenName: person?.givenName ?? '', familyName: person?.familyName ?? '', birthDate: typedDay(person?.birthDate), relation: person?.relation ?? '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ givenName, familyName, birthDate, relation }) => {
    try {
      await onSave({ id: person?.id, givenName: givenName.trim(), familyName: familyName.trim(), birthDate: parseDay(birthDate) ?? null, relation: relation as Relation });
      onClose();
    } catch (error) {
      setFault(error);
    }
  });
  const filled = { validate: (typed: string) => Boolean(typed.trim()) || t('draft.household.missing') };
  return (
    <Dialog title={t(person ? 'draft.household.changeTitle' : 'draft.household.add')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog__body stackv">
          <div className="two">
            <TextField prefix="persoon" registration={form.register('givenName', filled)} label={t('field.givenName')} error={errors.givenName?.message} maxLength={80} />
            <TextField prefix="persoon" registration={form.register('familyName', filled)} label={t('field.familyName')} error={errors.familyName?.message} maxLength={80} />
          </div>
          <DayField prefix="persoon" registration={form.register('birthDate', { validate: (typed) => !typed.trim() || Boolean(parseDay(typed)) || t('form.dayWrong') })} label={t('field.birthDate')} optional error={errors.birthDate?.message} />
          <SelectField prefix="persoon" registration={form.register('relation', filled)} label={t('field.relation')} empty={t('form.choose')} error={errors.relation?.message} options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))} />
          <FaultNote error={fault} />
        </div>
        <div className="dialog__foot">
          <Button variant="main" type="submit" isPending={isSubmitting}>
            {t('draft.household.save')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
