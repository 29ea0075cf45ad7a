import { clientFiles, senderFiles, swornFiles } from './attachments.js';
import { colleagues, ownAnswer, ownClients, page, refers, sender, swornReceiver, worklist } from './parts.js';

/** Answers what is referred to the Woondienst, follows up, and refers on (c2, c4). */
export const woondienstHousingCounsellor = page(colleagues, worklist, ownClients, refers, sender, ownAnswer, swornReceiver, clientFiles, senderFiles, swornFiles);
