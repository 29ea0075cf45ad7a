import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';

type Holder = { save?: () => Promise<boolean> };

const holders = new Set<Holder>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Whether something typed in this tab is not on the server yet. */
export const hasUnsaved = (): boolean => holders.size > 0;

export const useHasUnsaved = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, hasUnsaved);

/** Saves what can save itself; tells whether nothing is left. */
export async function saveAll(): Promise<boolean> {
  for (const holder of holders) if (!(await holder.save?.())) return false;
  return true;
}

/**
 * Says that this part of the page holds something unsaved, so that leaving asks first.
 * @returns to be called when it was saved, right before going elsewhere
 */
export function useUnsaved(isUnsaved: boolean, save?: () => Promise<boolean>): () => void {
  const holder = useRef<Holder>({});
  useEffect(() => {
    holder.current.save = save;
  });
  const release = useCallback(() => {
    holders.delete(holder.current);
    tell();
  }, []);
  useEffect(() => {
    if (!isUnsaved) return release();
    holders.add(holder.current);
    tell();
    return release;
  }, [isUnsaved, release]);
  return release;
}

const warn = (event: BeforeUnloadEvent) => {
  if (hasUnsaved()) event.preventDefault();
};

/** Closing or reloading the tab asks first while something is unsaved. */
export const guardTab = (): void => addEventListener('beforeunload', warn);
