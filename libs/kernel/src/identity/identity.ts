import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../policy/book.js';
import { Refusal } from '../vocabulary/refusal.js';
import type { PartnerKind, Regime, Role } from '../vocabulary/vocabulary.js';
import { Units } from '../work/unit.js';
import { type Account, TokenVerifier } from './token-verifier.js';

type Row = { id: string; person_id: string; person_name: string; tied: boolean; partner_id: string; partner_name: string; partner_kind: PartnerKind; regime: Regime; role: Role; municipality: string | null; political: boolean; until: string | null; ended: boolean };

/** The header in which a request names the one capacity that it is made in: the id of a mandate. */
export const CAPACITY = 'x-capacity';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** From token to person to one capacity; the rights come from the database, in the same request (stack 5). */
@Injectable()
export class Identity {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly units: Units,
  ) {}

  /** @throws Refusal UNAUTHENTICATED without a good token and exactly one capacity of one's own */
  async actorOf(request: Pick<Request, 'headers' | 'rawHeaders'>): Promise<Actor> {
    const named = request.headers[CAPACITY];
    const times = request.rawHeaders.filter((header, at) => at % 2 === 0 && header.toLowerCase() === CAPACITY).length;
    if (times !== 1 || typeof named !== 'string' || !UUID.test(named)) throw new Refusal('UNAUTHENTICATED');
    const capacity = (await this.capacitiesOf(request)).find(({ mandateId }) => mandateId === named.toLowerCase());
    if (!capacity) throw new Refusal('UNAUTHENTICATED');
    return capacity;
  }

  /** Remembers that a session at the sign-in ended, for its tokens live a little longer. @throws Refusal BAD_REQUEST when the sign-in did not say so, UNAVAILABLE when nobody can be asked for its key */
  async endSession(logoutToken: unknown): Promise<void> {
    const session = await this.tokens.endedSession(String(logoutToken)).catch((error: unknown) => {
      throw error instanceof Refusal ? error : new Refusal('BAD_REQUEST');
    });
    await this.units.alone({ name: 'end session', text: 'select end_session($1)', values: [session] });
  }

  /** All capacities of who holds the token; none when the person is unknown or was set inactive, or signed out elsewhere. */
  async capacitiesOf(request: Pick<Request, 'headers'>): Promise<(Actor & { until: string | null })[]> {
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw new Refusal('UNAUTHENTICATED');
    const account = await this.tokens.accountOf(token).catch((error: unknown) => {
      throw error instanceof Refusal ? error : new Refusal('UNAUTHENTICATED');
    });
    const rows = await this.rowsOf(account);
    if (rows.some(({ ended }) => ended)) throw new Refusal('UNAUTHENTICATED');
    if (!rows.length) throw new Refusal('UNAUTHENTICATED', 'U hebt nog geen toegang tot Woonbrug. Vraag het aan de beheerder van uw organisatie.');
    return rows.map((row) => ({
      mandateId: row.id, personId: row.person_id, name: row.person_name, partnerId: row.partner_id, partnerName: row.partner_name, partnerKind: row.partner_kind,
      regime: row.regime, role: row.role, municipality: row.municipality, political: row.political, until: row.until, proved: account.proved,
    }));
  }

  private async rowsOf({ subject, username, session }: Account): Promise<Row[]> {
    const told = await this.units.alone({ name: 'capacities', text: 'select to_json(c) from (select c.*, session_ended($3) as ended from capacities_of($1, $2) c) c', values: [subject, username, session] });
    const rows = told.map(([row]) => JSON.parse(row!) as Row);
    if (rows.some(({ tied }) => !tied)) await this.units.alone({ name: 'tie account', text: 'select tie_account($1, $2)', values: [subject, username] });
    return rows;
  }
}
