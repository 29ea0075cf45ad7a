import { useTranslation } from 'react-i18next';

/** Grey lines where a text will come. */
export function Skeleton({ lines = 4, title }: { lines?: number; title?: boolean }) {
  const { t } = useTranslation();
  const kinds = ['', 'skel--long', '', 'skel--short'];
  return (
    <div className="panel" aria-busy="true">
      <div className="panel__body skel-body stackv">
        <span className="vh" role="status">
          {t('app.loading')}
        </span>
        {title && <span className="skel skel--title" />}
        {Array.from({ length: lines }, (_, line) => (
          <span key={line} className={`skel ${kinds[line % kinds.length]}`} />
        ))}
      </div>
    </div>
  );
}

/** An empty list says what to do next. */
export function Empty({ title, text, level = 2, children }: { title: string; text: string; level?: 2 | 3; children?: React.ReactNode }) {
  const Title = `h${level}` as const;
  return (
    <div className="empty">
      <svg className="empty__pic" viewBox="0 0 88 72" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
        <path d="M8 54h72" stroke="#ffe615" strokeWidth="4" />
        <path d="M16 53c0-20 12-34 28-34s28 14 28 34M30 53V27M44 53V19M58 53V27" />
      </svg>
      <Title>{title}</Title>
      <p>{text}</p>
      {children}
    </div>
  );
}
