import { discreetConsulting, messages } from './conversing.js';
import { colleagues, energyReceiver, ownAnswer, page, worklist } from './parts.js';

/** Energy adviser of the Energiehuis: bound by discretion (decisions 6). */
export const energyHouseEnergyAdviser = page(colleagues, worklist, ownAnswer, energyReceiver, messages, discreetConsulting);
