import type { Person } from '../cast/cast.js';
import { must } from '../cast/scenes.js';
import type { TestPortal } from '../support/portal.js';

/** A record, a list or a page in an answer, as far as tests read on in it: what was asked for is there. */
export interface Shown extends Array<Shown> {
  id: string;
  version: number;
  state: string;
  number: string;
  name: string;
  username: string;
  role: string;
  question: string;
  may: string[];
  withheld: { dataClass: string; why: string }[];
  givenName: string | null;
  familyName: string | null;
  phone: string | null;
  incomeNote: string | null;
  debtsNote: string | null;
  partnerId: string;
  personName: string;
  event: string;
  nodes: Shown;
  answers: Shown;
  timeline: Shown;
  notes: Shown;
  client: Shown;
  clients: Shown;
  referrals: Shown;
  mandates: Shown;
  next: string | null;
  partner: Shown;
  possible: boolean;
  says: string | null;
  cells: Shown;
  dataClass: string;
  always: boolean;
  cap: string | null;
  referral: Shown;
  receivers: Shown;
  receipts: Shown;
  recipients: Shown;
  persons: Shown;
  accessRequests: Shown;
  recusals: Shown;
  ownNumber: Shown | null;
  body: string;
  text: string | null;
  decision: string | null;
  decidedBy: string | null;
  contentVersion: number;
  transfer: boolean;
  liftedAt: string | null;
  classes: string[];
}
/** What a mutation gave. */
export type Done = { [verb: string]: Shown };

/** Asks, and fails the test when the portal says no. */
export const read = (portal: TestPortal, who: Person, query: string, variables: object = {}): Promise<{ [root: string]: Shown }> => must(portal, who, query, variables);
