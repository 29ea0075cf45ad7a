import { User } from 'oidc-client-ts';
import type { PortalConfig } from './config.js';
import { createSecondWindowClient } from './manager.js';

const CHANNEL = 'woonbrug.sign-in';
type Message = { state: string; url?: string; taken?: true };

export class WindowRefused extends Error {}

/**
 * Signs in again in a second window, so that this page stays as it is.
 * @throws WindowRefused when the browser opens no window
 */
export async function signInInSecondWindow(config: PortalConfig, how: { prompt?: 'login'; acr_values?: string }, signal: AbortSignal): Promise<User> {
  // Opened at once: only a press of a button may open a window.
  const second = window.open('', 'woonbrug-sign-in', 'popup,width=560,height=760');
  if (!second) throw new WindowRefused();
  const client = createSecondWindowClient(config);
  const { url, state } = await client.createSigninRequest({ ...how, request_type: 'si:p' });
  const channel = new BroadcastChannel(CHANNEL);
  const answer = new Promise<string>((resolve, reject) => {
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.state !== state.id || !data.url) return;
      channel.postMessage({ state: state.id, taken: true } satisfies Message);
      resolve(data.url);
    };
    signal.addEventListener('abort', () => reject(new DOMException('another window was opened', 'AbortError')));
  });
  second.location.replace(url);
  try {
    return new User(await client.processSigninResponse(await answer));
  } finally {
    channel.close();
  }
}

/** In the second window: hands the provider's answer to the tab that waits, and closes. Resolves when no tab took it. */
export async function handOver(state: string): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  const taken = new Promise<boolean>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Message>) => data.state === state && data.taken && resolve(true);
    setTimeout(() => resolve(false), 3000);
  });
  channel.postMessage({ state, url: location.href } satisfies Message);
  if (await taken) window.close();
  channel.close();
}
