/** What one tab keeps over a reload: no names, no tokens, no typing. */
const read = (key: string) => sessionStorage.getItem(key) ?? undefined;
const write = (key: string, value: string | undefined) => (value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value));

const CAPACITY = 'woonbrug.capacity';
const ENDED = 'woonbrug.ended';

/** Id of the mandate in which this tab works. */
export const chosenCapacity = () => read(CAPACITY);
export const chooseCapacity = (mandateId: string | undefined) => write(CAPACITY, mandateId);

/** Why nobody is signed in here any more: `out` signed out, `idle` left alone. Until then a tab signs in by itself. */
export type Ended = 'out' | 'idle';
export const endedBy = () => read(ENDED) as Ended | undefined;
export const markEnded = (why: Ended | undefined) => write(ENDED, why);
