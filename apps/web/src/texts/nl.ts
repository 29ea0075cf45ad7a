import { app } from './nl/app.js';
import { attachments } from './nl/attachments.js';
import { book } from './nl/book.js';
import { clients } from './nl/clients.js';
import { directory } from './nl/directory.js';
import { privacy } from './nl/privacy.js';
import { protocols } from './nl/protocols.js';
import { draft } from './nl/draft.js';
import { referrals } from './nl/referrals.js';
import { session } from './nl/session.js';
import { sharing } from './nl/sharing.js';
import { words } from './nl/words.js';
import { worklist } from './nl/worklist.js';

/** Every text of the portal in Dutch: "u", short sentences, no codes. */
export const nl = { ...app, ...words, session, worklist, referrals, draft, clients, directory, privacy, protocols, book, sharing, attachments } as const;
