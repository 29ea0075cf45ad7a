import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../shared/button.js';
import { Icon } from '../../shared/icon.js';
import { Cover } from '../../shared/overlay/dialog.js';
import { useSession } from '../../shared/session.js';
import { useHasUnsaved } from '../../shared/unsaved.js';
import type { PortalConfig } from './config.js';
import { useIdle } from './idle.js';
import type { SessionKeeper } from './keeper.js';
import type { SignInState } from './manager.js';
import { signInInSecondWindow, WindowRefused } from './second-window.js';

/** Asks in time whether somebody is still there, or who she is; when the sign-in has ended it covers the page until she signs in again. */
export function SessionEnd({ keeper, config }: { keeper: SessionKeeper; config: PortalConfig }) {
  const lock = useSyncExternalStore(keeper.subscribe, () => keeper.lock);
  const { left, stay } = useIdle(!lock, () => keeper.end('idle'));
  const onStay = () => {
    stay();
    void keeper.manager.getUser().then((user) => keeper.renew(user)).catch(() => undefined);
  };
  const proof = useSyncExternalStore(keeper.subscribe, () => keeper.proof);
  if (lock) return <Locked keeper={keeper} config={config} />;
  if (left !== undefined) return <StillThere left={left} onStay={onStay} />;
  if (proof) return <Prove keeper={keeper} config={config} onCancel={() => proof.answer(false)} />;
  return null;
}

function StillThere({ left, onStay }: { left: number; onStay: () => void }) {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const hasUnsaved = useHasUnsaved();
  const seconds = Math.ceil(left / 1000);
  return (
    <Cover title={t('session.idle.title')}>
      <div className="dialog__body">
        <p>{t('session.idle.text')}</p>
        <p className="clock" role="timer">
          {t('session.idle.clock', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
        </p>
        <p className="small soft">{t(hasUnsaved ? 'session.idle.unsaved' : 'session.idle.saved')}</p>
      </div>
      <div className="dialog__foot">
        <Button variant="main" autoFocus onPress={onStay}>
          {t('session.idle.stay')}
        </Button>
        {!hasUnsaved && (
          <Button icon="logout" onPress={signOut}>
            {t('session.signOut')}
          </Button>
        )}
      </div>
    </Cover>
  );
}

function Locked({ keeper, config }: { keeper: SessionKeeper; config: PortalConfig }) {
  const { t } = useTranslation();
  const hasUnsaved = useHasUnsaved();
  const { pathname, search } = useLocation();
  const lock = keeper.lock ?? 'ended';
  // Who was asked for proof when the sign-in ended gives it now.
  const prompt = lock === 'idle' || keeper.proof ? 'login' : undefined;
  const { state, setState, open } = useSecondWindow(keeper, config, { prompt, acr_values: keeper.proof && config.stepUpAcr });
  const here = () => void keeper.manager.signinRedirect({ prompt, state: { to: pathname + search } satisfies SignInState }).catch(() => setState('failed'));

  return (
    <Cover title={t(`session.locked.${lock}`)} opaque>
      <div className="dialog__body">
        <p>{t(hasUnsaved ? 'session.locked.unsaved' : 'session.locked.saved')}</p>
        <WindowNote state={state} />
      </div>
      <div className="dialog__foot">
        <Button variant="main" autoFocus onPress={() => (hasUnsaved ? void open() : here())}>
          {t('session.locked.again')}
        </Button>
        {hasUnsaved && state !== 'rest' && <Button onPress={here}>{t('session.locked.giveUp')}</Button>}
      </div>
    </Cover>
  );
}

/** Before what opens much at once: the page behind it goes on where it was. */
function Prove({ keeper, config, onCancel }: { keeper: SessionKeeper; config: PortalConfig; onCancel: () => void }) {
  const { t } = useTranslation();
  const { state, open } = useSecondWindow(keeper, config, { prompt: 'login', acr_values: config.stepUpAcr });
  return (
    <Cover title={t('session.prove.title')}>
      <div className="dialog__body">
        <p>{t('session.prove.text')}</p>
        <WindowNote state={state} />
      </div>
      <div className="dialog__foot">
        <Button variant="main" autoFocus onPress={() => void open()}>
          {t('session.locked.again')}
        </Button>
        <Button onPress={onCancel}>{t('app.cancel')}</Button>
      </div>
    </Cover>
  );
}

type WindowState = 'rest' | 'waiting' | 'refused' | 'failed';

/** A new sign-in of the same person, in a second window. */
function useSecondWindow(keeper: SessionKeeper, config: PortalConfig, how: Parameters<typeof signInInSecondWindow>[1]) {
  const [state, setState] = useState<WindowState>('rest');
  const attempt = useRef<AbortController>(undefined);
  useEffect(() => () => attempt.current?.abort(), []);
  const open = async () => {
    attempt.current?.abort();
    attempt.current = new AbortController();
    setState('waiting');
    try {
      await keeper.resume(await signInInSecondWindow(config, how, attempt.current.signal));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setState(error instanceof WindowRefused ? 'refused' : 'failed');
    }
  };
  return { state, setState, open };
}

function WindowNote({ state }: { state: WindowState }) {
  const { t } = useTranslation();
  if (state === 'rest') return null;
  return (
    <p className="note note--plain locked__note" role="status">
      <Icon name={state === 'waiting' ? 'info' : 'alert'} />
      <span>{t(`session.locked.${state}`)}</span>
    </p>
  );
}
