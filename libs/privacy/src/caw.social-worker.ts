import { clientFiles, senderFiles, swornFiles } from './attachments.js';
import { clientNotes, messages, swornConsulting } from './conversing.js';
import { enters } from './imports.js';
import { ownHistory, receiverHistory } from './history.js';
import { colleagues, ownAnswer, ownClients, page, refers, sender, swornReceiver, worklist } from './parts.js';
import { away, teamwork } from './people.js';

/** Helps own clients, refers them, and answers what is referred to the CAW (c2, c4). */
export const cawSocialWorker = page(colleagues, away, teamwork('SOCIAL_WORKER'), worklist, ownClients, enters, refers, sender, ownAnswer, swornReceiver, clientFiles, senderFiles, swornFiles, messages, swornConsulting, clientNotes, ownHistory, receiverHistory);
