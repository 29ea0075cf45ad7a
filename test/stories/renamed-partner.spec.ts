import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Identity } from '#kernel';
import { Papers } from '#referrals';
import { writeReference } from '../../apps/setup/src/reference.js';
import { ann, bram, geert, type Person, wim } from '../cast/cast.js';
import { accept, aClient, aReferral, type Client, must, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const [OLD, NEW] = ['Woondienst Regio Izegem', 'Woonhuis Midwest'];

describe('a partner that is renamed by its region file', () => {
  let portal: TestPortal;
  let truth: Truth;
  let client: Client;
  let before: Referral;
  let after: Referral;
  let folder: string;

  /** Brings the database in line with the region files as somebody changed them. */
  const load = async (change: (yaml: string) => string) => {
    const file = path.join(folder, 'region-izegem.yaml');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const owner = new pg.Client({ connectionString: portal.ownerUrl, options: '-c role=woonbrug_owner' });
    await owner.connect();
    await writeReference(owner, folder, true).finally(() => owner.end());
  };
  const written = async (who: Person, partner: string, what: 'register' | 'referral', id: string) => {
    const request = { headers: { authorization: `Bearer ${await portal.signIn(who.as)}` }, rawHeaders: [] as string[] };
    const me = (await portal.app.get(Identity, { strict: false }).capacitiesOf(request)).find(({ role, partnerName }) => String(role) === who.capacity.role && partnerName === partner)!;
    return (await portal.app.get(Papers, { strict: false })[what](me, id)).html;
  };
  const named = (who: Person): Person => ({ ...who, capacity: { ...who.capacity, partner: NEW } });

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-region-'));
    cpSync('deploy/reference', folder, { recursive: true });
    await truth.rows(`insert into closing_day (id, partner_id, day, label, set_by) select gen_random_uuid(), id, '2027-02-02', 'Brugdag', 'Wim' from partner where name = $1`, [OLD]);
    client = await aClient(portal, ann);
    before = await accept(portal, await receive(portal, await aReferral(portal, ann, { client })));
    await load((yaml) => yaml.replaceAll(`name: ${OLD}\n`, `name: ${NEW}\n`));
    after = await aReferral(portal, ann, { client, to: { [NEW]: ['CONTACT'] } });
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps everything: its people, its files, its tasks, its closing days', async () => {
    const { me, referral, closingDays } = await must<{ me: { name: string; partner: { name: string } }; referral: { state: string }; closingDays: { day: string }[] }>(portal, named(bram), `{ me { name partner { name } } referral(id: "${before.id}") { state } closingDays { day } }`);
    expect([me.name, me.partner.name, closingDays]).toEqual(['Bram Vandeputte', NEW, [{ day: '2027-02-02' }]]);
    expect(referral).toBeTruthy();
    expect((await must<{ worklist: { nodes: object[] } }>(portal, named(bram), '{ worklist(part: TODO) { nodes { kind } } }')).worklist.nodes).toHaveLength(2);
  });

  it('remembers what it was called, once for each name, and that loading the same file again is no new name', async () => {
    await load((yaml) => yaml);
    const { partners } = await must<{ partners: { name: string; earlierNames: { name: string; until: string }[] }[] }>(portal, ann, '{ partners { name earlierNames { name until } } }');
    expect(partners.filter(({ earlierNames }) => earlierNames.length)).toEqual([{ name: NEW, earlierNames: [{ name: OLD, until: expect.any(String) }] }]);
  });

  it('stands in the register and on papers under the name of their day', async () => {
    const register = await written(ann, 'OCMW Ledegem', 'register', client.id);
    expect(register).toContain(`${OLD} (nu ${NEW})`);
    expect(register).toMatch(new RegExp(`<th scope="row">${NEW}</th>`));
    const copy = await written(bram, NEW, 'referral', after.id);
    expect(copy).toContain(`kopie voor ${NEW}`);
    await load((yaml) => yaml.replace('name: OCMW Ledegem\n', 'name: Sociaal Huis Ledegem\n'));
    expect(await written(bram, NEW, 'referral', before.id)).toContain('van OCMW Ledegem, afgeleverd');
  });

  it('keeps its own closing days when the file names others', async () => {
    await load((yaml) => yaml.replace('key: ocmw-ledegem\n', 'key: ocmw-ledegem\n    closingDays: [{ day: 2027-05-07, label: Brugdag }]\n'));
    const days = await must<{ closingDays: object[] }>(portal, { ...geert, capacity: { ...geert.capacity, partner: 'Sociaal Huis Ledegem' } }, '{ closingDays { day } }');
    expect(days.closingDays).toEqual([]);
    expect((await must<{ closingDays: object[] }>(portal, named(wim), '{ closingDays { day } }')).closingDays).toHaveLength(1);
  });
});
