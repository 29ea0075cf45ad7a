import { consultFlows } from '#consults';
import { directoryFlows } from '#directory';
import { attachmentFlow } from '#dossiers';
import { messageFlow } from '#dossiers';
import type { AnyFlow } from '#kernel';
import { cooperationFlows, mediationFlow, signalFlow } from '#mediation';
import { oversightFlows } from '#oversight';
import { referralFlows } from '#referrals';

/** Every workflow of the portal: what the database must hold, and the pages that tell of them. */
export const flows: readonly AnyFlow[] = [...directoryFlows, ...cooperationFlows, attachmentFlow, ...referralFlows, ...consultFlows, messageFlow, signalFlow, mediationFlow, ...oversightFlows];
