import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Button } from '../../shared/button.js';
import { Icon, Mark, type IconName } from '../../shared/icon.js';
import { usePageTitle } from '../../shared/page.js';
import type { PortalConfig } from './config.js';
import type { SessionKeeper } from './keeper.js';
import type { SignInState } from './manager.js';
import { endedBy } from './marks.js';

const PROMISES: readonly { icon: IconName; text: 'only' | 'before' | 'after' }[] = [
  { icon: 'eyeoff', text: 'only' },
  { icon: 'eye', text: 'before' },
  { icon: 'history', text: 'after' },
];

/** Only paths of our own: nobody is led elsewhere by a link. */
const safe = (path: string | null): string => (path && /^\/(?!\/)/.test(path) && !path.startsWith('/aanmelden') ? path : '/');

/** The door: one button to the organisation's own sign-in. */
export function SignInPage({ keeper, config }: { keeper: SessionKeeper; config: PortalConfig }) {
  const { t } = useTranslation();
  const auth = useAuth();
  const [search] = useSearchParams();
  const [going, setGoing] = useState<'no' | 'going' | 'failed'>('no');
  const to = safe(search.get('naar'));
  usePageTitle(t('session.signIn'));
  if (auth.user) return <Navigate to={to} replace />;

  const signIn = () => {
    setGoing('going');
    const prompt = endedBy() === 'idle' ? 'login' : undefined;
    keeper.manager.signinRedirect({ prompt, state: { to } satisfies SignInState }).catch(() => setGoing('failed'));
  };

  return (
    <div className="signin">
      <main className="signin__form" id="inhoud" tabIndex={-1}>
        <div className="signin__box">
          <div className="brand signin__brand">
            <Mark />
            <span className="brand__name">
              Woonbrug<span className="brand__sub">{t('session.whose')}</span>
            </span>
          </div>
          <h1>{t('session.signIn')}</h1>
          <p className="lead">{endedBy() ? t(`session.ended.${endedBy()!}`) : t('session.useAccount')}</p>
          {going === 'failed' && (
            <div className="note note--bad" role="alert">
              <Icon name="alert" />
              <p>{t('session.fails.failed.text')}</p>
            </div>
          )}
          <Button variant="main" block isPending={going === 'going'} onPress={signIn}>
            {t('session.signIn')}
          </Button>
          {config.demo && <p className="small soft signin__demo">{t('session.demo')}</p>}
          <p className="small mute signin__demo">{t('session.noAccount')}</p>
          <p className="small signin__links">
            <Link to="/melden">{t('outside.report.link')}</Link>
            <Link to="/privacy">{t('app.privacy')}</Link>
            <Link to="/toegankelijkheid">{t('app.accessibility')}</Link>
          </p>
        </div>
      </main>
      <aside className="signin__side" aria-label={t('session.about')}>
        <div>
          <h2>{t('session.motto')}</h2>
          <ul>
            {PROMISES.map(({ icon, text }) => (
              <li key={text}>
                <Icon name={icon} />
                <span>{t(`session.promise.${text}`)}</span>
              </li>
            ))}
          </ul>
          <Bridge />
        </div>
      </aside>
    </div>
  );
}

function Bridge() {
  return (
    <svg className="signin__art" viewBox="0 0 440 150" aria-hidden="true" focusable="false" fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d="M20 112h400" stroke="#ffe615" strokeWidth="4" />
      <path d="M70 110c0-46 66-82 150-82s150 36 150 82" stroke="#fff" strokeWidth="3.5" />
      <path d="M110 110V71M147 110V48M184 110V33M220 110V28M256 110V33M293 110V48M330 110V71" stroke="#fff" strokeWidth="2.5" opacity=".75" />
      <path d="M18 110V86l16-14 16 14v24M390 110V86l16-14 16 14v24M30 110V96h8v14M402 110V96h8v14" stroke="#fff" strokeWidth="2.5" />
      <path d="M20 134c14-8 26-8 40 0s26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0" stroke="#7fa8e6" strokeWidth="2.5" />
    </svg>
  );
}
