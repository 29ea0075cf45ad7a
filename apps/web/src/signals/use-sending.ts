import { useState } from 'react';
import { NoConnection } from '../shared/api/refusal.js';
import { useAdding } from '../shared/attachments/use-adding.js';
import { useFaultText } from '../shared/faults.js';

/** A file that somebody chose; `fault` says why it did not arrive. */
export type Chosen = { id: string; file: File; description: string; isSent: boolean; fault?: string };
export type Sending = ReturnType<typeof useSending>;

/** Files that wait until there is a signal for them, and then leave one by one. */
export function useSending() {
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const faultText = useFaultText();
  const adding = useAdding({ onSuccess: () => undefined });
  const mark = (id: string, changes: Partial<Chosen>) => setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  const send = async (to: { dossierId: string; partnerIds: readonly string[] }): Promise<boolean> => {
    let isAll = true;
    for (const { id, file, description } of files.filter(({ isSent }) => !isSent)) {
      mark(id, { fault: undefined });
      try {
        await adding.mutateAsync({ ...to, dataClass: 'MESSAGE', description: description.trim(), file });
        mark(id, { isSent: true });
      } catch (error) {
        isAll = false;
        mark(id, { fault: faultText(error) });
        // The next one would not arrive either, and the same key must ask again.
        if (error instanceof NoConnection) break;
      }
    }
    return isAll;
  };
  return {
    files,
    add: (chosen: readonly File[]) => setFiles((all) => [...all, ...chosen.map((file) => ({ id: crypto.randomUUID(), file, description: '', isSent: false }))]),
    describe: (id: string, description: string) => mark(id, { description }),
    remove: (id: string) => setFiles((all) => all.filter((each) => each.id !== id)),
    send,
    isPending: adding.isPending,
    part: adding.sent,
  };
}
