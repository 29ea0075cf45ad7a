import { useSyncExternalStore } from 'react';

const PROBE_EVERY = 10_000;

let lost = false;
let probing: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Tells that a request got no answer; asks again on its own until one comes. */
export function connectionLost(): void {
  if (lost) return;
  lost = true;
  probing = setInterval(() => void probe(), PROBE_EVERY);
  addEventListener('online', onlineAgain);
  for (const listener of listeners) listener();
}

/** Tells that the server answers. */
export function connectionFound(): void {
  if (!lost) return;
  lost = false;
  clearInterval(probing);
  removeEventListener('online', onlineAgain);
  for (const listener of listeners) listener();
}

const onlineAgain = () => void probe();

/** Asks the server for a sign of life now. */
export async function probe(): Promise<void> {
  const answer = await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  if (answer?.ok) connectionFound();
}

/** Whether the last request got no answer. */
export const useIsLost = (): boolean => useSyncExternalStore(subscribe, () => lost);

/** Calls back when the connection is there again. */
export const onFound = (then: () => void): (() => void) => subscribe(() => !lost && then());
