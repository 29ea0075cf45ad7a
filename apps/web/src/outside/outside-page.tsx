import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionBanner } from '../app/shell/connection-banner.js';
import { Footer } from '../app/shell/footer.js';
import { LeaveGuard } from '../app/shell/leave-guard.js';
import { Refusal } from '../shared/api/refusal.js';
import { FaultNote } from '../shared/faults.js';
import { Icon, Mark } from '../shared/icon.js';
import { usePageTitle } from '../shared/page.js';

/** A page for who has no account: no menu, no way to sign in, and a tab that names nobody. */
export function OutsidePage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <>
      <a className="skip" href="#inhoud">
        {t('app.skip')}
      </a>
      <header className="topbar">
        <span className="brand">
          <Mark />
          <span className="brand__name">
            Woonbrug<span className="brand__sub">{t('app.region')}</span>
          </span>
        </span>
      </header>
      <ConnectionBanner />
      <main className="main main--open outside" id="inhoud" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <LeaveGuard />
    </>
  );
}

/** What was done: it takes the focus, so that it is read out. */
export function Done({ title, children }: { title: string; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="stackv">
      <h1 ref={head} tabIndex={-1}>
        {title}
      </h1>
      <div className="note note--good">
        <Icon name="check" />
        <div className="stackv">{children}</div>
      </div>
    </div>
  );
}

/** Why it did not work, when it is not about a field. */
export function OutsideFault({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isAtField = error instanceof Refusal && error.fields.length > 0;
  return <FaultNote error={isAtField ? null : error instanceof Refusal && error.code === 'LIMIT' ? new Refusal('LIMIT', t('outside.tooMuch')) : error} />;
}

export const isGone = (error: unknown): boolean => error instanceof Refusal && error.code === 'NOT_FOUND';
