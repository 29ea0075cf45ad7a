import { discreetFiles } from './attachments.js';
import { colleagues, energyReceiver, ownAnswer, page, worklist } from './parts.js';

/** Energy adviser of the Energiehuis: bound by discretion (decisions 6). */
export const energyHouseEnergyAdviser = page(colleagues, worklist, ownAnswer, energyReceiver, discreetFiles('HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'));
