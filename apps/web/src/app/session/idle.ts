import { useEffect, useRef, useState } from 'react';

const MINUTE = 60_000;
/** How long nobody may touch the tab before it asks, and how long the question stands. */
export const IDLE_AFTER = 20 * MINUTE;
export const ASK_FOR = 2 * MINUTE;

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Milliseconds until the tab is locked, once the question stands; `stay` takes the question away. */
export function useIdle(isOn: boolean, onEnd: () => void): { left: number | undefined; stay: () => void } {
  const last = useRef(0);
  const [left, setLeft] = useState<number>();
  const asking = left !== undefined;
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (!isOn) return;
    last.current ||= Date.now();
    const sign = () => {
      // While the question stands only its own button counts.
      if (!asking) last.current = Date.now();
    };
    const tick = () => {
      const idle = Date.now() - last.current;
      if (idle >= IDLE_AFTER + ASK_FOR) {
        setLeft(undefined);
        last.current = Date.now();
        end.current();
      } else setLeft(idle >= IDLE_AFTER ? IDLE_AFTER + ASK_FOR - idle : undefined);
    };
    for (const type of SIGNS) addEventListener(type, sign, { passive: true, capture: true });
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      for (const type of SIGNS) removeEventListener(type, sign, { capture: true });
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [isOn, asking]);
  return {
    left,
    stay: () => {
      last.current = Date.now();
      setLeft(undefined);
    },
  };
}
