import { may } from '#kernel';
import { colleagues, ownAnswer, ownClients, page, sender, swornReceiver, worklist } from './parts.js';

/** Helps own clients, refers them, and answers what is referred to the CAW (c2, c4). */
export const cawSocialWorker = page(colleagues, worklist, ownClients, { Client: [may('refer', 'OWNER')] }, sender, ownAnswer, swornReceiver);
