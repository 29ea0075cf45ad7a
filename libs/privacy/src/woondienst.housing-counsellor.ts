import { clientFiles, senderFiles, swornFiles } from './attachments.js';
import { clientNotes, messages, swornConsulting } from './conversing.js';
import { enters } from './imports.js';
import { mediates } from './mediation.js';
import { ownHistory, receiverHistory } from './history.js';
import { colleagues, ownAnswer, ownClients, page, refers, sender, swornReceiver, worklist } from './parts.js';
import { away, teamwork } from './people.js';

/** Answers what is referred to the Woondienst, follows up, and refers on (c2, c4). */
export const woondienstHousingCounsellor = page(colleagues, away, teamwork('HOUSING_COUNSELLOR'), worklist, ownClients, enters, refers, sender, ownAnswer, swornReceiver, clientFiles, senderFiles, swornFiles, messages, swornConsulting, clientNotes, ownHistory, receiverHistory, mediates);
