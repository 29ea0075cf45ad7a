import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const isEmpty = (value: ReactNode): boolean => value === undefined || value === null || value === false || value === '';

/** A list of facts with their names. */
export function Facts({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return <dl className={narrow ? 'facts facts--narrow' : 'facts'}>{children}</dl>;
}

/** One fact; when nothing is in it, it says so. */
export function Fact({ label, children }: { label: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd className="pre">{isEmpty(children) ? <span className="mute">{t('fact.nothing')}</span> : children}</dd>
    </div>
  );
}

/** Lines of one fact without the empty ones; nothing at all when all are. */
export function lines(...all: readonly ReactNode[]): ReactNode {
  const filled = all.filter((line) => !isEmpty(line));
  if (!filled.length) return undefined;
  return filled.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
