import { ReferredClientDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { Refusal } from '../shared/api/refusal.js';

/** The client for whom a referral is made. */
export const useClientIdentity = (clientId: string) => ({ ...useRead(ReferredClientDocument, { id: clientId }), notFound: new Refusal('NOT_FOUND', '') });
