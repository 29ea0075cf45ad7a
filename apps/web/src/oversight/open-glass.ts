import { useEffect, useState } from 'react';
import { OpenGlassDocument, type OpenGlassQuery } from '../generated/graphql/graphql.js';
import { queryClient, useRead } from '../shared/api/query.js';

export type Glass = NonNullable<OpenGlassQuery['openGlass']>;

const MINUTE = 60_000;
const PLACES: { readonly [dossierKind: string]: string } = { Referral: '/doorverwijzingen', Consult: '/vragen' };

/** The page of the dossier that is open by it. */
export const pageOf = ({ dossierKind, dossierId }: Pick<Glass, 'dossierKind' | 'dossierId'>): string => `${PLACES[dossierKind] ?? ''}/${dossierId}`;

/** What is open for who is signed in, with the minutes that are left; when it ends, all that was read by it is read anew. */
export function useOpenGlass(mayBreak: boolean): { glass: Glass; minutes: number } | undefined {
  const glass = useRead(OpenGlassDocument, {}, { enabled: mayBreak, refetchInterval: MINUTE }).data?.openGlass;
  const [now, setNow] = useState(() => Date.now());
  const endsAt = glass && Date.parse(glass.endsAt);
  useEffect(() => {
    if (!endsAt) return undefined;
    const tick = () => {
      setNow(Date.now());
      if (Date.now() >= endsAt) void queryClient.resetQueries();
    };
    const timer = setInterval(tick, 10_000);
    tick();
    return () => clearInterval(timer);
  }, [endsAt]);
  return glass && endsAt! > now ? { glass, minutes: Math.ceil((endsAt! - now) / MINUTE) } : undefined;
}
