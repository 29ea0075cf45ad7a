import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './icon.js';

type Look = { variant?: 'main' | 'quiet' | 'bad'; small?: boolean; block?: boolean; icon?: IconName; iconAfter?: IconName };

const classOf = ({ variant, small, block }: Look): string => ['btn', variant && `btn--${variant}`, small && 'btn--s', block && 'btn--block'].filter(Boolean).join(' ');

type Props = Omit<ButtonProps, 'children' | 'className' | 'isPending'> & Look & { isPending?: boolean; children: ReactNode };

/** A button; while `isPending` it keeps its place and its focus, says that it works, and takes no second press. */
export function Button({ variant, small, block, icon, iconAfter, children, isPending, onPress, type, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <AriaButton {...props} className={classOf({ variant, small, block })} type={isPending ? 'button' : type} onPress={isPending ? undefined : onPress} data-pending={isPending || undefined}>
      {isPending ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
      <span role="status" className="vh">
        {isPending && t('app.busy')}
      </span>
    </AriaButton>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant, small, block, icon, children, ...props }: Omit<LinkProps, 'className'> & Look) {
  return (
    <Link {...props} className={classOf({ variant, small, block })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
