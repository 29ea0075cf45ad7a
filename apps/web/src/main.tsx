import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { loadConfig } from './app/session/config.js';
import { SessionKeeper } from './app/session/keeper.js';
import { beganHere, CALLBACK, createManager } from './app/session/manager.js';
import { handOver } from './app/session/second-window.js';
import { askByHash } from './shared/api/ask.js';
import { guardTab } from './shared/unsaved.js';
import './styles/index.css';
import './texts/i18n.js';

const search = new URLSearchParams(location.search);
const state = search.get('state');
// A second window in which somebody signed in again: the tab that waits takes it from here.
if (location.pathname === CALLBACK && state && !beganHere(state)) {
  await handOver(state);
  location.replace('/');
} else {
  const config = await loadConfig().catch(() => undefined);
  askByHash(config?.persisted ?? false);
  guardTab();
  createRoot(document.getElementById('root')!).render(<StrictMode>{<App setUp={config && { config, keeper: new SessionKeeper(createManager(config)) }} />}</StrictMode>);
}
