import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann, bram, dirk, elke, filip, frank, linda, lode, marijke, type Person, sofie, tom } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { cause, codeOf, must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Row = { id: string; version: number; state: string; edition: number; inForce: boolean; hash: string; text: string; may: string[]; [field: string]: unknown };
type Text = { title: string; municipalities: string[]; terms: { [term: string]: { [part: string]: unknown } }; steps: { [state: string]: { [event: string]: string } }; letters: { [letter: string]: string } };

const SHOWS = 'id version partnerId companyId edition state inForce may title municipalities validFrom validTo text hash partnerSignedBy partnerSignedAs partnerSignedAt partnerSignedHash companySignedBy companySignedAs companySignedAt companySignedHash endedOn endedReason';
const [yesterday, today, tomorrow] = [-1, 0, 1].map(inDays);

describe('a cooperation protocol', () => {
  let portal: TestPortal;
  let truth: Truth;
  const partner: { [name: string]: string } = {};
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    for (const { id, name } of await truth.rows<{ id: string; name: string }>('select id, name from partner')) partner[name] = id;
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const listed = async (who: Person) => (await must<{ cooperationProtocols: Row[] }>(portal, who, `{ cooperationProtocols { ${SHOWS} } }`)).cooperationProtocols;
  const of = async (who: Person, company: string, state: string) => (await listed(who)).find((row) => row.companyId === partner[company] && row.state === state)!;

  it('is in force for Vivus in two municipalities, which everybody reads; that with Thuiswest is talked about, and theirs alone', async () => {
    for (const who of [ann, tom, elke]) expect(await of(who, 'Vivus', 'ACTIVE')).toMatchObject({ edition: 2, inForce: true, municipalities: ['37010', '37017'], companySignedAs: 'Directeur', may: [] });
    for (const who of [elke, filip, bram, sofie, marijke]) expect([who.as, (await of(who, 'Thuiswest', 'NEGOTIATION')).title]).toEqual([who.as, 'Samenwerkingsprotocol huurbemiddeling met Thuiswest']);
    for (const who of [ann, tom, lode, frank]) expect([who.as, await of(who, 'Thuiswest', 'NEGOTIATION')]).toEqual([who.as, undefined]);
  });
});
