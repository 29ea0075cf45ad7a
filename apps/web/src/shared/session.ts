import { createContext, useContext } from 'react';
import type { MeQuery, Role } from '../generated/graphql/graphql.js';

export type Capacity = { id: string; partnerId: string; partner: string; role: Role; until: string | null };

/** Who is signed in, and in which capacity she works now. */
export type Session = {
  name: string;
  capacities: readonly Capacity[];
  capacity: Capacity;
  switchTo: (capacity: Capacity) => void;
  signOut: () => void;
};

export const SessionContext = createContext<Session | undefined>(undefined);
export const MeContext = createContext<MeQuery['me'] | undefined>(undefined);

/** Whether this portal sends mail at all. */
export const MailsContext = createContext(false);
export const useMails = (): boolean => useContext(MailsContext);

export const useSessionIfAny = (): Session | undefined => useContext(SessionContext);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is signed in here');
  return session;
}

/** The capacity as the server knows it, with the doors it may use. */
export function useMe(): MeQuery['me'] {
  const me = useContext(MeContext);
  if (!me) throw new Error('outside of the shell');
  return me;
}

/** Whether this capacity may use a door ("Client.open"). */
export const useDoor = (door: string): boolean => useMe().doors.includes(door);
