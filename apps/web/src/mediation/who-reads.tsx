import type { ReactNode } from 'react';
import { Icon } from '../shared/icon.js';

/** Who reads this room, at the top of it. */
export function WhoReads({ icon, title, children }: { icon: 'eye' | 'lock'; title: string; children: ReactNode }) {
  return (
    <p className="room__who">
      <Icon name={icon} />
      <span>
        <b>{title}</b> {children}
      </span>
    </p>
  );
}
