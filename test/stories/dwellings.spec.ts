import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, elke, linda, type Person, tom, wim } from '../cast/cast.js';
import { aSignal, report } from '../cast/mediation.js';
import { codeOf, must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { type Answer, startPortal, type TestPortal } from '../support/portal.js';

type Dwelling = { id: string; version: number; reference: string; street: string; postcode: string; municipality: string };
const FIELDS = 'id version reference street postcode municipality';
const HEAD = 'nummer;straat;postcode;gemeente';

describe("a company's own list of homes", () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const bring = (who: Person, file: string, key = randomUUID()): Promise<Answer<{ importDwellings: Dwelling[] } | null>> => portal.graphql(`mutation ($key: ID!, $file: String!) { importDwellings(key: $key, file: $file) { ${FIELDS} } }`, { key, file }, who);
  const listOf = async (who: Person): Promise<Dwelling[]> => (await must<{ dwellings: Dwelling[] }>(portal, who, `{ dwellings { ${FIELDS} } }`)).dwellings;
  const faultsOf = async (file: string): Promise<string[]> => (await bring(tom, file)).errors![0].extensions.fields!.map(({ message }) => message);

  it('comes from a file, with its columns in whatever order and between whatever signs', async () => {
    expect((await bring(tom, `${HEAD}\nV-1;Ooigemstraat 22;8710;Wielsbeke\nV-2;Molenstraat 3;8780;Oostrozebeke\n`)).data!.importDwellings).toHaveLength(2);
    await bring(tom, '\ufeffgemeente,Straat,POSTCODE,nummer\r\nIzegem,"Marktstraat 4, bus 2",8870,V-3\r\n');
    expect(await listOf(tom)).toEqual(expect.arrayContaining([expect.objectContaining({ reference: 'V-1', street: 'Ooigemstraat 22' }), expect.objectContaining({ reference: 'V-3', street: 'Marktstraat 4, bus 2', municipality: 'Izegem' })]));
  });

  it('changes nothing when the same file comes twice, and takes over what a later one says of the same number', async () => {
    const before = await listOf(tom);
    const file = `${HEAD}\nV-1;Ooigemstraat 22;8710;Wielsbeke\nV-2;Molenstraat 3;8780;Oostrozebeke`;
    expect((await bring(tom, file)).errors).toBeUndefined();
    expect(await listOf(tom)).toEqual(before);
    await bring(tom, `${HEAD}\nV-2;Molenstraat 3 bus 1;8780;Oostrozebeke`);
    const after = await listOf(tom);
    expect(after.find(({ reference }) => reference === 'V-2')).toMatchObject({ street: 'Molenstraat 3 bus 1', version: 2 });
    expect(after).toHaveLength(before.length);
  });

  it('is brought once when an answer got lost and the same key asks again', async () => {
    const [key, file] = [randomUUID(), `${HEAD}\nV-9;Kerkstraat 9;8710;Wielsbeke`];
    await bring(tom, file, key);
    expect((await bring(tom, file, key)).errors).toBeUndefined();
    expect((await listOf(tom)).filter(({ reference }) => reference === 'V-9')).toMatchObject([{ version: 1 }]);
    expect(codeOf(await bring(tom, `${HEAD}\nV-9;Elders 1;8710;Wielsbeke`, key))).toBe('KEY_REUSED');
  });

  it('says of each line what is wrong with it, and then keeps none of them', async () => {
    const before = await listOf(tom);
    expect(await faultsOf(`${HEAD}\nV-20;Goede straat 1;8710;Wielsbeke\nV-21;;8710;Wielsbeke\nV-22;Straat 2;87100;Wielsbeke\n;Straat 3;8710;Wielsbeke\nV-20;Straat 4;8710;Wielsbeke\nV-24;Straat 5;8710`)).toEqual([
      'Regel 3: straat ontbreekt.',
      'Regel 4: de postcode heeft vier cijfers.',
      'Regel 5: nummer ontbreekt.',
      'Regel 6: nummer V-20 staat er twee keer in.',
      'Regel 7: gemeente ontbreekt.',
    ]);
    expect(await faultsOf('nummer;straat;plaats\nV-1;Straat 1;Wielsbeke')).toEqual(['Kolom postcode, gemeente ontbreekt. De eerste regel moet zijn: nummer;straat;postcode;gemeente.']);
    expect(await faultsOf(HEAD)).toEqual(['Er staat geen enkele woning in dit bestand.']);
    expect(await faultsOf(`${HEAD}\n"V-1;Straat 1;8710;Wielsbeke`)).toEqual(['Dit is geen CSV-bestand dat we kunnen lezen.']);
    expect(await faultsOf(`${HEAD}\n${'x'.repeat(95_000)}`)).toEqual(['Dit bestand is te groot. Deel het op.']);
    expect(codeOf(await bring(tom, `${HEAD}\n${'V-1;Straat 1;8710;Wielsbeke\n'.repeat(4000)}`))).toBe('LIMIT');
    expect(await listOf(tom)).toEqual(before);
  });

  it('is never seen by anybody else, nor chosen from', async () => {
    await bring(elke, `${HEAD}\nT-1;Gentsestraat 5;8870;Izegem`);
    expect((await listOf(elke)).map(({ reference }) => reference)).toEqual(['T-1']);
    expect((await listOf(tom)).map(({ reference }) => reference)).not.toContain('T-1');
    for (const who of [bram, ann, linda, wim]) expect([who.as, await listOf(who)]).toEqual([who.as, []]);
    for (const who of [bram, ann, linda]) expect([who.as, codeOf(await bring(who, `${HEAD}\nX-1;Straat 1;8710;Wielsbeke`))]).toEqual([who.as, 'FORBIDDEN']);
    const [theirs] = await listOf(elke);
    expect(codeOf(await report(portal, tom, { input: { dwellingId: theirs.id } }))).toBe('INVALID');
    expect((await truth.rows<{ n: number }>("select count(*)::int n from tension_signal where street = 'Gentsestraat 5'"))[0].n).toBe(0);
  });

  it('gives a signal its address, which stays as it was when the list changes', async () => {
    const { id } = (await listOf(tom)).find(({ reference }) => reference === 'V-1')!;
    const signal = await aSignal(portal, { input: { dwellingId: id, street: undefined, postcode: undefined, municipality: undefined } });
    expect(signal).toMatchObject({ street: 'Ooigemstraat 22', postcode: '8710', municipality: 'Wielsbeke' });
    await bring(tom, `${HEAD}\nV-1;Ooigemstraat 24;8710;Wielsbeke`);
    expect((await must<{ signal: { street: string } }>(portal, tom, 'query ($id: ID!) { signal(id: $id) { street } }', { id: signal.id })).signal.street).toBe('Ooigemstraat 22');
  });
});
