import { useEffect, useState } from 'react';
import { OpenGlassDocument, OpenSupportDocument } from '../generated/graphql/graphql.js';
import { queryClient, useRead } from '../shared/api/query.js';

/** What is open for a while: by breaking the glass oneself, or as support that was let in. */
export type Glass = { by: 'glass' | 'support'; id: string; version: number; number: string; dossierId?: string | null; dossierKind?: string | null; endsAt?: string | null };

const MINUTE = 60_000;
const PLACES: { readonly [dossierKind: string]: string } = { Referral: '/doorverwijzingen', Consult: '/vragen', MediationCase: '/bemiddelingen', TensionSignal: '/meldingen' };

/** The page of the dossier that is open by it. */
export const pageOf = ({ dossierKind, dossierId }: Pick<Glass, 'dossierKind' | 'dossierId'>): string => `${PLACES[dossierKind ?? ''] ?? ''}/${dossierId ?? ''}`;

/** What is open for who is signed in, with the minutes that are left; when it ends, all that was read by it is read anew. */
export function useOpenGlass(doors: readonly string[]): { glass: Glass; minutes: number } | undefined {
  const broken = useRead(OpenGlassDocument, {}, { enabled: doors.includes('GlassBreak.break'), refetchInterval: MINUTE }).data?.openGlass;
  const letIn = useRead(OpenSupportDocument, {}, { enabled: doors.includes('SupportLook.ask'), refetchInterval: MINUTE }).data?.openSupport;
  const glass: Glass | undefined = broken ? { ...broken, by: 'glass' } : letIn ? { ...letIn, by: 'support' } : undefined;
  const [now, setNow] = useState(() => Date.now());
  const endsAt = glass?.endsAt ? Date.parse(glass.endsAt) : undefined;
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
