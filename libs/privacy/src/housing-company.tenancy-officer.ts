import { discreetFiles } from './attachments.js';
import { discreetConsulting, messages } from './conversing.js';
import { reports } from './mediation.js';
import { receiverHistory } from './history.js';
import { colleagues, landlordReceiver, ownAnswer, page, worklist } from './parts.js';
import { away, teamwork } from './people.js';

/** A landlord: bound by discretion, opposing party in other dossiers; keeps no clients here (c4). */
export const housingCompanyTenancyOfficer = page(colleagues, away, teamwork('TENANCY_OFFICER'), worklist, ownAnswer, landlordReceiver, discreetFiles('HOUSEHOLD_SIZE', 'INCOME_CONDITION', 'HOUSING_WISHES'), messages, discreetConsulting, receiverHistory, reports);
