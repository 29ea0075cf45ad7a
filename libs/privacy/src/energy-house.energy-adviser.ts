import { discreetFiles } from './attachments.js';
import { discreetConsulting, messages } from './conversing.js';
import { receiverHistory } from './history.js';
import { colleagues, energyReceiver, ownAnswer, page, worklist } from './parts.js';
import { away, teamwork } from './people.js';

/** Energy adviser of the Energiehuis: bound by discretion (decisions 6). */
export const energyHouseEnergyAdviser = page(colleagues, away, teamwork('ENERGY_ADVISER'), worklist, ownAnswer, energyReceiver, discreetFiles('HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'), messages, discreetConsulting, receiverHistory);
