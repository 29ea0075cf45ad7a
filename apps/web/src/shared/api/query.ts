import { QueryClient, useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../../generated/graphql/graphql.js';
import { ask } from './ask.js';
import { isPassing } from './refusal.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 5 * 60_000, networkMode: 'always', retry: (count, error) => count < 2 && isPassing(error), refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The key under which an answer is kept. */
export const keyOf = (document: TypedDocumentString<unknown, never>, variables?: unknown): readonly unknown[] => {
  const name = /(?:query|mutation) (\w+)/.exec(document.toString())?.[1];
  return variables === undefined ? [name] : [name, variables];
};

type Options = { enabled?: boolean; staleTime?: number; refetchInterval?: number; keepPrevious?: boolean };

/** Reads from the server and keeps the answer. */
export function useRead<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, { keepPrevious, ...options }: Options = {}): UseQueryResult<Result> {
  return useQuery({
    queryKey: keyOf(document as TypedDocumentString<unknown, never>, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    ...(keepPrevious ? { placeholderData: (previous: Result | undefined) => previous } : {}),
    ...options,
  } as Parameters<typeof useQuery<Result>>[0]);
}

type Page<Node> = { nodes: Node[]; next: string | null };

/** Reads a list page by page, with the server's cursor. */
export function useReadPages<Result, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  pageOf: (result: Result) => Page<Node>,
  options: { enabled?: boolean; refetchInterval?: number } = {},
): UseInfiniteQueryResult<Node[]> & { nodes: Node[] | undefined } {
  const query = useInfiniteQuery<Page<Node>, Error, Node[], readonly unknown[], string | undefined>({
    queryKey: keyOf(document, variables),
    queryFn: async ({ pageParam, signal }) => pageOf(await ask(document, { ...variables, after: pageParam } as unknown as Variables, signal)),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: (data: InfiniteData<Page<Node>, string | undefined>) => data.pages.flatMap(({ nodes }) => nodes),
    ...options,
  });
  return { ...query, nodes: query.data };
}
