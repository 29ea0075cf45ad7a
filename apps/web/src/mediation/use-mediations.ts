import { useEffect } from 'react';
import { MediationsDocument, type MediationsQuery, type MediationsQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';

export type Row = MediationsQuery['mediations']['nodes'][number];

/** Every mediation that one may see: a board shows all of them. */
export function useMediations() {
  const pages = useReadPages<MediationsQuery, MediationsQueryVariables, Row>(MediationsDocument, { first: 50 }, ({ mediations }) => mediations);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return pages;
}
