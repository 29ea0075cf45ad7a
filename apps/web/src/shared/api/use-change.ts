import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TypedDocumentString } from '../../generated/graphql/graphql.js';
import { ask } from './ask.js';
import { NoConnection } from './refusal.js';

type Options<Result> = { onSuccess?: (result: Result) => void | Promise<void>; /** The page goes elsewhere: it does not first wait for what it read to be read anew. */ leaves?: boolean };

/** One key per intent: kept while the same thing is asked again without an answer, new for anything else. */
export function useIntentKey(): { keyFor: (intent: unknown) => string; settled: () => void } {
  const held = useRef<{ intent: string; key: string } | undefined>(undefined);
  return {
    keyFor: (intent) => {
      const text = JSON.stringify(intent);
      if (held.current?.intent !== text) held.current = { intent: text, key: crypto.randomUUID() };
      return held.current.key;
    },
    settled: () => {
      held.current = undefined;
    },
  };
}

/** Changes something on the server, once, and lets what was read before be read anew. */
export function useChange<Result, Variables extends { key: string }>(
  document: TypedDocumentString<Result, Variables>,
  { onSuccess, leaves }: Options<Result> = {},
): UseMutationResult<Result, Error, Omit<Variables, 'key'>> {
  const client = useQueryClient();
  const { keyFor, settled } = useIntentKey();
  return useMutation({
    mutationFn: async (variables: Omit<Variables, 'key'>) => {
      try {
        const result = await ask(document, { ...variables, key: keyFor(variables) } as Variables);
        settled();
        return result;
      } catch (error) {
        if (!(error instanceof NoConnection)) settled();
        throw error;
      }
    },
    onSuccess: async (result) => {
      if (!leaves) await client.invalidateQueries();
      await onSuccess?.(result);
      if (leaves) void client.invalidateQueries();
    },
  });
}
