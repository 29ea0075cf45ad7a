import { clientFiles, senderFiles, swornFiles } from './attachments.js';
import { colleagues, ownAnswer, ownClients, page, refers, sender, swornReceiver, worklist } from './parts.js';

/** Helps own clients, refers them, and answers what is referred to the CAW (c2, c4). */
export const cawSocialWorker = page(colleagues, worklist, ownClients, refers, sender, ownAnswer, swornReceiver, clientFiles, senderFiles, swornFiles);
