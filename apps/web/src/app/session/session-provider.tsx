import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { provideAccess, send } from '../../shared/api/ask.js';
import { queryClient } from '../../shared/api/query.js';
import { Refusal } from '../../shared/api/refusal.js';
import { SessionContext, type Capacity, type Session } from '../../shared/session.js';
import { Starting } from '../../shared/starting.js';
import { SignInFails } from './sign-in-fails.js';
import type { SessionKeeper } from './keeper.js';
import { chooseCapacity, chosenCapacity, markEnded } from './marks.js';

type Facts = { name: string; capacities: Capacity[] };
type Reading = { is: 'reading' } | { is: 'unknown' } | { is: 'failed' } | { is: 'known'; facts: Facts };

/** Reads who is signed in and as what she may work, and gives both to the pages. */
export function SessionProvider({ keeper, children }: { keeper: SessionKeeper; children: ReactNode }) {
  const [reading, setReading] = useState<Reading>({ is: 'reading' });
  const [chosen, setChosen] = useState(chosenCapacity);
  const navigate = useNavigate();

  const read = useCallback(async () => {
    try {
      setReading({ is: 'known', facts: (await send('/session', {})) as Facts });
    } catch (error) {
      setReading({ is: error instanceof Refusal && error.code === 'UNAUTHENTICATED' ? 'unknown' : 'failed' });
    }
  }, []);

  useEffect(() => {
    provideAccess({ token: (refused) => keeper.token(refused), capacity: chosenCapacity, refused: () => void read(), prove: (why) => keeper.prove(why) });
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the state is set when the answer is there
    void read();
  }, [keeper, read]);

  const signOut = useCallback(() => {
    markEnded('out');
    chooseCapacity(undefined);
    queryClient.clear();
    void keeper.manager.signoutRedirect();
  }, [keeper]);

  const facts = reading.is === 'known' ? reading.facts : undefined;
  const capacity = facts?.capacities.find(({ id }) => id === chosen) ?? facts?.capacities[0];
  if (capacity && chosenCapacity() !== capacity.id) chooseCapacity(capacity.id);

  const session = useMemo<Session | undefined>(
    () =>
      facts && capacity
        ? {
            ...facts,
            capacity,
            switchTo: ({ id }) => {
              void navigate('/');
              chooseCapacity(id);
              queryClient.clear();
              setChosen(id);
            },
            signOut,
          }
        : undefined,
    [facts, capacity, signOut, navigate],
  );

  if (reading.is === 'reading') return <Starting />;
  if (reading.is === 'failed') return <SignInFails why="failed" onRetry={() => location.reload()} />;
  if (!session) return <SignInFails why={reading.is === 'unknown' ? 'unknown' : 'no-capacity'} onSignOut={signOut} />;
  return <SessionContext value={session}>{children}</SessionContext>;
}
