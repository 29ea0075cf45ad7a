import { Navigate, useParams } from 'react-router';
import { CaseOfSignalDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Fault, NotFound } from '../shared/faults.js';
import { Skeleton } from '../shared/loading.js';

/** A signal has no page of its own for who mediates: it stands in the landlord's room of its case. */
export function Page() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(CaseOfSignalDocument, { id });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={6} />;
  const mediation = data.signal?.mediation;
  return mediation ? <Navigate to={`/bemiddelingen/${mediation.id}?kamer=verhuurder`} replace /> : <NotFound />;
}
