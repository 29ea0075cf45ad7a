import { app } from './nl/app.js';
import { attachments } from './nl/attachments.js';
import { book } from './nl/book.js';
import { calendar } from './nl/calendar.js';
import { clients } from './nl/clients.js';
import { consults } from './nl/consults.js';
import { directory } from './nl/directory.js';
import { history } from './nl/history.js';
import { messages } from './nl/messages.js';
import { notices, preferences } from './nl/notices.js';
import { glass, trail } from './nl/oversight.js';
import { privacy } from './nl/privacy.js';
import { protocols } from './nl/protocols.js';
import { imports } from './nl/imports.js';
import { draft } from './nl/draft.js';
import { absence, handover, team } from './nl/people.js';
import { referrals } from './nl/referrals.js';
import { search } from './nl/search.js';
import { session } from './nl/session.js';
import { sharing } from './nl/sharing.js';
import { words } from './nl/words.js';
import { outside, signingLink } from './nl/outside.js';
import { worklist } from './nl/worklist.js';

/** Every text of the portal in Dutch: "u", short sentences, no codes. */
export const nl = { ...app, ...words, session, worklist, referrals, draft, clients, consults, messages, directory, calendar, notices, preferences, privacy, protocols, book, sharing, attachments, absence, team, handover, imports, history, glass, trail, search, outside, signingLink } as const;
