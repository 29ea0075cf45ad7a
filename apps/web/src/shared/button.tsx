import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './icon.js';

type Look = { variant?: 'main' | 'quiet' | 'bad'; small?: boolean; block?: boolean; icon?: IconName; iconAfter?: IconName };

const classOf = ({ variant, small, block }: Look): string => ['btn', variant && `btn--${variant}`, small && 'btn--s', block && 'btn--block'].filter(Boolean).join(' ');

/** A button; while `isPending` it keeps its place and says that it works. */
export function Button({ variant, small, block, icon, iconAfter, children, ...props }: Omit<ButtonProps, 'children' | 'className'> & Look & { children: ReactNode }) {
  return (
    <AriaButton {...props} className={classOf({ variant, small, block })}>
      {({ isPending }) => (
        <>
          {isPending ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
          {children}
          {iconAfter && <Icon name={iconAfter} />}
        </>
      )}
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
