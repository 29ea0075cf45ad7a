import { colleagues, ownAnswer, ownClients, page, swornReceiver, worklist } from './parts.js';

/** Answers what is referred to the Woondienst and follows up; no type of referral starts there yet (c2, c4). */
export const woondienstHousingCounsellor = page(colleagues, worklist, ownClients, ownAnswer, swornReceiver);
