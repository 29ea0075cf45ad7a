import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { NoConnection } from '../api/refusal.js';
import { upload } from '../api/upload.js';
import { useIntentKey } from '../api/use-change.js';

export type NewFile = { dossierId: string; dataClass: string; partnerIds: readonly string[]; description: string; file: File };

/** Sends a file under one key, and tells under which id it is kept. */
export function useSending() {
  const { keyFor, settled } = useIntentKey();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const sending = async ({ file, partnerIds, ...fields }: NewFile): Promise<string> => {
    setSent(0);
    stop.current = new AbortController();
    const form = new FormData();
    const intent = { ...fields, partnerIds, name: file.name, size: file.size, at: file.lastModified };
    for (const [name, value] of Object.entries({ key: keyFor(intent), ...fields })) form.append(name, value);
    for (const id of partnerIds) form.append('partnerIds', id);
    form.append('file', file, file.name);
    try {
      const { attachment } = await upload('/attachment', form, { onProgress: setSent, signal: stop.current.signal });
      settled();
      return attachment.id;
    } catch (error) {
      if (!(error instanceof NoConnection)) settled();
      throw error;
    }
  };
  return { sending, sent };
}

/** Sends a file, once; `sent` goes from 0 to 1 while it leaves. Stops when who asks for it is gone. */
export function useAdding({ onSuccess }: { onSuccess: () => void }) {
  const client = useQueryClient();
  const { sending, sent } = useSending();
  const adding = useMutation({
    networkMode: 'always',
    mutationFn: sending,
    onSuccess: async () => {
      await client.invalidateQueries();
      onSuccess();
    },
  });
  return { ...adding, sent };
}
