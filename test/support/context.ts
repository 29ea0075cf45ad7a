import type pg from 'pg';
import { type Context, contextKeyOf, enteringOn, Regime } from '#kernel';

/**
 * Makes the open transaction of a connection somebody's, as the portal does.
 * @param url the portal's address, where the server is not that of all tests: its password makes the key
 */
export async function enter(client: pg.Client, { partnerId, personId, regime = Regime.PROFESSIONAL_SECRECY, role }: { partnerId: string; personId?: string | null; regime?: string; role?: string }, url = process.env.TEST_DATABASE_URL!): Promise<void> {
  await client.query(enteringOn(client, contextKeyOf(url))({ partnerId, personId: personId || null, regime, role: role || undefined } as Context));
}
