import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, elke, joke, joris, katrien, lies, type Person, sofie } from '../cast/cast.js';
import { added, addFile, bytesOf, fetchFile, text } from '../cast/files.js';
import { accept, aClient, aReferral, must, receive, type Referral, withdraw } from '../cast/scenes.js';
import { CAW, narrow, now, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const LIST = 'query ($id: ID!) { referral(id: $id) { attachments { id partnerId dataClass fileName may sharedWith { id } withheld { dataClass } } } }';
type Listed = { id: string; fileName: string; may: string[]; sharedWith: { id: string }[] };

describe('an attachment on a referral', () => {
  let portal: TestPortal;
  let truth: Truth;
  let woondienst: string;
  let caw: string;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    [woondienst, caw] = await Promise.all([truth.partner(WOONDIENST), truth.partner(CAW)]);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const toTwo = async (): Promise<Referral> => aReferral(portal, ann, { client: await aClient(portal, ann), type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT', 'INCOME'], [CAW]: ['CONTACT', 'HEALTH'] } });
  const add = async (who: Person, { id }: Referral, name: string, dataClass: string, partnerIds: string[] = []) => added(portal, who, id, text(name, `${name}.txt`), { dataClass, partnerIds });
  const list = async (who: Person, id: string) => (await portal.graphql<{ referral: { attachments: Listed[] } | null }>(LIST, { id }, who)).data?.referral?.attachments;
  const names = async (who: Person, id: string) => (await list(who, id))?.map(({ fileName }) => fileName.replace('.txt', '')).sort();
  const status = async (who: Person, id: string) => (await fetchFile(portal, who, id)).status;
  const address = (who: Person, { id, version }: { id: string; version: number }, partnerIds: string[]) =>
    portal.graphql<{ addressAttachment: { version: number } }>('mutation ($key: ID!, $id: ID!, $version: Int!, $to: [ID!]!) { addressAttachment(key: $key, id: $id, version: $version, partnerIds: $to) { version } }', { key: crypto.randomUUID(), id, version, to: partnerIds }, who);
  /** All that comes over the wire, apart from when and under which number. */
  const raw = async (who: Person, id: string) => {
    const answer = await fetchFile(portal, who, id);
    return JSON.stringify([answer.status, [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)), await answer.text()]).replaceAll(id, '');
  };

  it('is read by who is among its readers and is lent its class, and there for nobody else', async () => {
    const sent = await toTwo();
    const files: { [name: string]: { id: string } } = {
      own: await add(ann, sent, 'own', 'INCOME'), income: await add(ann, sent, 'income', 'INCOME', [woondienst]), health: await add(ann, sent, 'health', 'HEALTH', [caw]),
      unlent: await add(ann, sent, 'unlent', 'INCOME', [caw]), both: await add(ann, sent, 'both', 'HEALTH', [woondienst, caw]), mine: await add(ann, sent, 'mine', 'PRIVATE_NOTE'),
      result: await add(bram, sent, 'result', 'OUTCOME', [await truth.partner('OCMW Ledegem')]), kept: await add(bram, sent, 'kept', 'INCOME'),
      // A receiver's are the sender's to read when they are of the result, and no other.
      named: await add(bram, sent, 'named', 'INCOME', [await truth.partner('OCMW Ledegem')]),
    };
    const reads: [Person, string[] | undefined][] = [
      [ann, ['both', 'health', 'income', 'mine', 'own', 'result', 'unlent']], [joris, ['both', 'health', 'income', 'own', 'result', 'unlent']],
      [bram, ['income', 'kept', 'named', 'result']], [katrien, ['income', 'kept', 'named', 'result']], [joke, ['both', 'health']], [sofie, []], [lies, undefined], [elke, undefined],
    ];
    for (const [who, read] of reads) {
      expect([who.as, await names(who, sent.id)]).toEqual([who.as, read]);
      for (const [name, { id }] of Object.entries(files)) expect([who.as, name, await status(who, id)]).toEqual([who.as, name, read?.includes(name) ? 200 : 404]);
    }
    expect((await bytesOf(portal, joke, files.health.id)).toString()).toBe('health');
  });

  it('tells a receiver neither that there is another one nor for whom else it is', async () => {
    const sent = await toTwo();
    const both = await add(ann, sent, 'both', 'HEALTH', [woondienst, caw]);
    const before = JSON.stringify(await list(joke, sent.id));
    expect(before).not.toContain(woondienst);
    expect((await list(joke, sent.id))!.map(({ sharedWith, may }) => [sharedWith, may])).toEqual([[[], []]]);
    expect((await list(ann, sent.id))!.flatMap(({ sharedWith }) => sharedWith.map(({ id }) => id)).sort()).toEqual([woondienst, caw].sort());
    await address(ann, both, [caw]);
    await add(ann, sent, 'income', 'INCOME', [woondienst]);
    expect(JSON.stringify(await list(joke, sent.id))).toBe(before);
  });

  it('is for partners that its own knows there, and no receiver names another', async () => {
    const sent = await toTwo();
    const mine = await add(bram, sent, 'result', 'OUTCOME');
    const stranger = await truth.partner('Vivus');
    const refusals = [await address(bram, mine, [caw]), await address(bram, mine, [stranger]), await address(bram, mine, [crypto.randomUUID()])];
    expect(new Set(refusals.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
    expect(refusals[0].errors![0].extensions.code).toBe('INVALID');
    const [one, other] = await Promise.all([caw, stranger].map((id) => addFile(portal, bram, sent.id, text(), { dataClass: 'OUTCOME', partnerIds: [id] })));
    expect([one.status, one.errors]).toEqual([400, other.errors]);
    const { rules } = await must<{ rules: { partnerIds: string[] } }>(portal, bram, 'query ($id: ID!) { rules: attachmentRules(dossierId: $id) { partnerIds } }', { id: sent.id });
    expect(rules.partnerIds).toEqual([await truth.partner('OCMW Ledegem')]);
  });

  it('is gone at once for who is no longer among its readers, whose class was taken back, or who is kept away', async () => {
    const sent = await toTwo();
    const income = await add(ann, sent, 'income', 'INCOME', [woondienst]);
    const { data } = await address(ann, income, []);
    expect(await status(bram, income.id)).toBe(404);
    await address(ann, { id: income.id, version: data.addressAttachment.version }, [woondienst]);
    expect(await status(bram, income.id)).toBe(200);
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }', { key: crypto.randomUUID(), id: sent.id, personId: (await truth.person(katrien)).id });
    expect([await status(katrien, income.id), await status(bram, income.id)]).toEqual([404, 200]);
    await narrow(portal, await now(portal, sent), woondienst, ['CONTACT']);
    expect([await status(bram, income.id), await names(bram, sent.id)]).toEqual([404, []]);
  });

  it('stays with who added it after a withdrawal, and takes that of the sender away', async () => {
    const sent = await accept(portal, await receive(portal, await aReferral(portal, ann, { to: { [WOONDIENST]: ['CONTACT', 'INCOME'] } })));
    const [theirs, own] = [await add(ann, sent, 'theirs', 'INCOME', [woondienst]), await add(bram, sent, 'own', 'INCOME')];
    await withdraw(portal, await now(portal, sent));
    expect([await status(bram, theirs.id), await status(bram, own.id)]).toEqual([404, 200]);
    expect((await addFile(portal, bram, sent.id, text(), { dataClass: 'INCOME' })).attachment).toBeUndefined();
  });

  it('of others, removed, refused or nowhere: the same answer, byte for byte', async () => {
    const sent = await toTwo();
    const [health, gone] = [await add(ann, sent, 'health', 'HEALTH', [caw]), await add(ann, sent, 'gone', 'INCOME', [woondienst])];
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeAttachment(key: $key, id: $id, version: $version) { id } }', { key: crypto.randomUUID(), ...gone });
    const nowhere = await raw(bram, crypto.randomUUID());
    expect(nowhere).toContain('404');
    for (const id of [health.id, gone.id, sent.id]) expect(await raw(bram, id)).toBe(nowhere);
    expect(await raw(bram, 'geen-id')).toBe(nowhere);
  });

  it('with the same content as one of others is kept anew, and tells nothing of it', async () => {
    const [sent, other] = [await toTwo(), await aClient(portal, lies, { municipality: 'Izegem' })];
    const first = await add(ann, sent, 'gelijk', 'INCOME');
    const second = await added(portal, lies, other.id, text('gelijk', 'gelijk.txt'), { dataClass: 'INCOME' });
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(await truth.rows('select count(*)::int n from attachment_content where attachment_id = any($1)', [[first.id, second.id]])).toEqual([{ n: 2 }]);
    expect(await status(ann, second.id)).toBe(404);
  });
});
