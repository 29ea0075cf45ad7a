import { discreetFiles } from './attachments.js';
import { colleagues, landlordReceiver, ownAnswer, page, worklist } from './parts.js';

/** A landlord: bound by discretion, opposing party in other dossiers; keeps no clients here (c4). */
export const housingCompanyTenancyOfficer = page(colleagues, worklist, ownAnswer, landlordReceiver, discreetFiles('HOUSEHOLD_SIZE', 'INCOME_CONDITION', 'HOUSING_WISHES'));
