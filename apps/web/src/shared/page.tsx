import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Names the tab; never a person or an address. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Woonbrug`;
  }, [title]);
}

export type Crumb = { label: string; to?: string };

/** The path above a page. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className="crumbs" aria-label={t('app.crumbs')}>
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={label} aria-current={to ? undefined : 'page'}>
            {to ? <Link to={to}>{label}</Link> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}

type HeadProps = { title: ReactNode; tabTitle: string; meta?: ReactNode; lead?: ReactNode; actions?: ReactNode; crumbs?: readonly Crumb[] };

/** Path, name, one line about it, and the page's own actions. */
export function PageHead({ title, tabTitle, meta, lead, actions, crumbs }: HeadProps) {
  usePageTitle(tabTitle);
  return (
    <>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {meta && <div className="head__meta">{meta}</div>}
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
    </>
  );
}

/** A white panel with its own heading. */
export function Panel({ title, count, aside, id, className, children }: { title: ReactNode; count?: number; aside?: ReactNode; id: string; className?: string; children: ReactNode }) {
  return (
    <section className={className ? `panel ${className}` : 'panel'} aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id} tabIndex={-1}>
          {title}
          {count !== undefined && <span className="n">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
