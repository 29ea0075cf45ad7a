import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RemoveFilterDocument, SavedFiltersDocument, SaveFilterDocument, type SavedFiltersQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { ChipSelect } from '../shared/chip-select.js';
import { FaultNote } from '../shared/faults.js';
import { TextField } from '../shared/form/field.js';
import { Icon } from '../shared/icon.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { toast } from '../shared/overlay/toasts.js';
import { isFiltered, PERIODS, searchOf, type TaskFilter, type WholeFilter, WHOSE } from './filter.js';
import { TASK_KINDS } from './task-text.js';

type Saved = SavedFiltersQuery['savedFilters'][number];

/** What of the worklist is shown; the choice stands in the address, and may be kept under a name. */
export function Filters({ filter, onChange }: { filter: WholeFilter; onChange: (changes: Partial<TaskFilter>) => void }) {
  const { t } = useTranslation();
  const all = t('app.all');
  return (
    <div className="filters" role="group" aria-label={t('worklist.filters')}>
      <ChipSelect label={t('worklist.kindFilter')} all={all} icon="filter" value={filter.kind} options={TASK_KINDS.map((value) => ({ value, label: t(`worklist.kind.${value}`) }))} onChange={(kind) => onChange({ kind: kind as TaskFilter['kind'] })} />
      <ChipSelect label={t('worklist.whoseFilter')} all={t('worklist.whose.all')} value={filter.whose} options={Object.values(WHOSE).map((value) => ({ value, label: t(`worklist.whose.${value}`) }))} onChange={(whose) => onChange({ whose: whose as TaskFilter['whose'] })} />
      <ChipSelect label={t('worklist.periodFilter')} all={t('worklist.period.all')} value={filter.period} options={Object.values(PERIODS).map((value) => ({ value, label: t(`worklist.period.${value}`) }))} onChange={(period) => onChange({ period: period as TaskFilter['period'] })} />
      <SavedMenu filter={filter} />
    </div>
  );
}

function SavedMenu({ filter }: { filter: WholeFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const saved = useRead(SavedFiltersDocument, {}).data?.savedFilters ?? [];
  const [open, setOpen] = useState<'save' | 'keep'>();
  const mayKeep = isFiltered(filter);
  if (!saved.length && !mayKeep) return null;
  const go = (key: React.Key) => {
    const chosen = saved.find(({ id }) => id === key);
    if (chosen) void navigate({ search: searchOf(chosen) });
    else setOpen(key as 'save' | 'keep');
  };
  return (
    <span className="filters__end">
      <MenuTrigger>
        <AriaButton className="linkbtn">
          <Icon name="pin" size="s" /> {t('worklist.saved.menu', { count: saved.length })}
        </AriaButton>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('worklist.saved.title')} onAction={go}>
            {saved.map(({ id, name }) => (
              <MenuItem key={id} id={id} className="menu__item" textValue={name}>
                {name}
              </MenuItem>
            ))}
            {saved.length > 0 && <Separator className="menu__line" />}
            {mayKeep && (
              <MenuItem id="save" className="menu__item" textValue={t('worklist.saved.save')}>
                <Icon name="plus" size="s" /> {t('worklist.saved.save')}
              </MenuItem>
            )}
            {saved.length > 0 && (
              <MenuItem id="keep" className="menu__item" textValue={t('worklist.saved.manage')}>
                <Icon name="edit" size="s" /> {t('worklist.saved.manage')}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {open === 'save' && <SaveDialog filter={filter} onClose={() => setOpen(undefined)} />}
      {open === 'keep' && <KeepDialog saved={saved} onClose={() => setOpen(undefined)} />}
    </span>
  );
}

function SaveDialog({ filter, onClose }: { filter: WholeFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: '' } });
  const save = useChange(SaveFilterDocument, {
    onSuccess: () => {
      toast(t('worklist.saved.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('worklist.saved.save')} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void handleSubmit(({ name }) => save.mutate({ ...filter, name: name.trim() }))(event)}>
        <div className="dialog__body stackv">
          <TextField registration={register('name', { validate: (text) => Boolean(text.trim()) || t('worklist.saved.nameMissing') })} label={t('worklist.saved.name')} hint={t('worklist.saved.hint')} error={formState.errors.name?.message} maxLength={60} />
          <FaultNote error={save.error} />
        </div>
        <div className="dialog__foot">
          <Button type="submit" variant="main" isPending={save.isPending}>
            {t('worklist.saved.save')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function KeepDialog({ saved, onClose }: { saved: readonly Saved[]; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useChange(RemoveFilterDocument, { onSuccess: () => toast(t('worklist.saved.removed')) });
  return (
    <Dialog title={t('worklist.saved.title')} isOpen onClose={onClose}>
      <div className="dialog__body stackv">
        {saved.length ? (
          <ul className="mandates">
            {saved.map(({ id, version, name }) => (
              <li key={id}>
                <span>{name}</span>
                <button type="button" className="linkbtn" aria-label={t('worklist.saved.removeOf', { name })} disabled={remove.isPending} onClick={() => remove.mutate({ id, version })}>
                  {t('worklist.saved.remove')}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('worklist.saved.none')}</p>
        )}
        <FaultNote error={remove.error} />
      </div>
      <div className="dialog__foot">
        <Button onPress={onClose}>{t('app.close')}</Button>
      </div>
    </Dialog>
  );
}
