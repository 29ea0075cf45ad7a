import { consultFlows } from '#consults';
import { directoryFlows } from '#directory';
import { attachmentFlow } from '#dossiers';
import { messageFlow } from '#dossiers';
import type { AnyFlow } from '#kernel';
import { oversightFlows } from '#oversight';
import { referralFlows } from '#referrals';

/** Every workflow of the portal: what the database must hold, and the pages that tell of them. */
export const flows: readonly AnyFlow[] = [...directoryFlows, attachmentFlow, ...referralFlows, ...consultFlows, messageFlow, ...oversightFlows];
