import { Button, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';

type Props = { label: string; all: string; value: string | undefined; options: readonly { value: string; label: string }[]; icon?: IconName; onChange: (value: string | undefined) => void };

const ALL = 'alle';

/** A filter: what is chosen stands on it. */
export function ChipSelect({ label, all, value, options, icon, onChange }: Props) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Select aria-label={`${label}: ${chosen?.label ?? all}`} value={chosen?.value ?? ALL} onChange={(key) => onChange(key === ALL || key === null ? undefined : String(key))}>
      <Button className={chosen ? 'chip chip--on' : 'chip'}>
        {icon && <Icon name={icon} size="s" />}
        <span>
          {label}: <b>{chosen?.label ?? all}</b>
        </span>
        <Icon name="down" size="s" />
      </Button>
      <Popover className="menu" placement="bottom start">
        <ListBox>
          {[{ value: ALL, label: all }, ...options].map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu__item" textValue={option.label}>
              <span className="tick">
                <Icon name="check" />
              </span>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
