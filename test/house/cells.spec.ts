import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cast from '../cast/cast.js';
import type { Person } from '../cast/cast.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, each } from './asking.js';
import { Cells } from './cells.js';
import { servedSchema } from './graph.js';
import { CLASSES } from './matrix.js';
import { patience, size, tell } from './sizes.js';

const everybody: Person[] = Object.values(cast);
const AT_THE_RECEIVER: { [state: string]: readonly string[] } = {
  DELIVERED: ['NEW', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'FEEDBACK_GIVEN', 'CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED', 'REOPENED', 'WITHDRAWN', 'STOPPED', 'KEPT'],
  CLOSED: ['CLOSED', 'REJECTED', 'REDIRECTED', 'EXPIRED'],
  WITHDRAWN: ['WITHDRAWN', 'STOPPED', 'KEPT'],
  MADE_IN_ERROR: ['WITHDRAWN', 'KEPT'],
};
const BEFORE = ['DRAFT', 'SENT', 'DISCARDED'];
const LEFT = ['WITHDRAWN', 'STOPPED', 'KEPT'];
/** Every state of a referral with every state that an answer can have by then; the rarest first, so that a short run has some of each. */
const STATES: [string, string | null][] = [...BEFORE.map((state): [string, null] => [state, null]), ...Object.entries(AT_THE_RECEIVER).flatMap(([state, answers]) => answers.map((answer): [string, string] => [state, answer]))];
const SHORT: readonly string[] = ['DRAFT', 'DELIVERED RECEIVED', 'CLOSED REJECTED', 'WITHDRAWN WITHDRAWN'];

/** Receivers of every kind, and what each was lent: all there is, some, or nothing. */
const RECEIVERS: { [partner: string]: readonly string[] } = {
  'Woondienst Regio Izegem': CLASSES.filter((each) => !['OUTCOME', 'PROGRESS', 'MESSAGE'].includes(each)),
  'OCMW Izegem': ['CORE', 'IDENTITY', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'HEALTH'],
  'CAW Centraal-West-Vlaanderen': ['CORE', 'IDENTITY'],
  Vivus: CLASSES,
  'Energiehuis Woondienst Regio Izegem': CLASSES,
};

describe('every cell of the privacy matrix', () => {
  let portal: TestPortal;
  let truth: Truth;
  let cells: Cells;
  let woondienst: string;

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    cells = new Cells(new Asking(portal), truth, await servedSchema(portal, cast.ann));
    woondienst = await truth.partner('Woondienst Regio Izegem');
    // One colleague at a receiver and one at the sender hold a political mandate.
    await truth.rows(`update mandate set political = true, version = version + 1 where person_id = any($1)`, [[(await truth.person(cast.mohamed)).id, (await truth.person(cast.joris)).id]]);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** A referral with a row of everything by everybody, in these states: past every trigger, so that no workflow stands in the way. */
  async function scene(state: string, answer: string | null, shielded: boolean): Promise<string> {
    const client = await scenes.aClient(portal, cast.ann, { addressProtected: shielded, representativeName: 'Jo Smet', representativeKind: 'ADMINISTRATOR' });
    const { id } = await scenes.aDraft(portal, cast.ann, { client, to: { 'Woondienst Regio Izegem': ['CONTACT'] }, changes: { incomeNote: 'Leefloon', meetsIncomeCondition: true, accessibleHome: true, lowestIncomeCategory: true, incomeProofOn: '2026-01-05', pastTenancyNote: 'Vroeger bij u', heating: 'GAS', homeNote: 'Oude ketel' } });
    await scenes.aNote(portal, cast.ann, id, 'PRIVATE_NOTE', 'van ann');
    const [{ partner_id: sender }] = await truth.rows<{ partner_id: string }>('select partner_id from referral where id = $1', [id]);
    const put = (table: string, row: object) => truth.rows(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [{ id: crypto.randomUUID(), version: 1, dossier_id: id, ...row }]);
    const now = new Date().toISOString();
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`update referral set state = $2, version = version + 1, opposing_partner_id = (select id from partner where name = 'Thuiswest'), redirect_ids = array[$3::uuid], sent_at = now(), deliver_at = now(), delivered_at = now(), content_at = now(), agreed_on = today(), agreed_way = 'ORAL' where id = $1`, [id, state, woondienst]);
    for (const dataClass of ['HEALTH', 'JUDICIAL']) await put('note', { partner_id: sender, audience: [], author_id: (await truth.person(cast.ann)).id, data_class: dataClass, body: 'geheim', changed_at: now, sealed: false });
    await put('referral_person', { partner_id: sender, audience: [], relation: 'CHILD', given_name: 'Mia', family_name: 'Lippens', left_out: false });
    await put('referral_person', { partner_id: sender, audience: [sender], relation: 'OTHER', given_name: 'Niet', family_name: 'Akkoord', left_out: false });
    const around = [sender, ...(answer ? await Promise.all(Object.keys(RECEIVERS).map((name) => truth.partner(name))) : [])];
    for (const [at, partner] of around.entries()) {
      const lent = Object.values(RECEIVERS)[at - 1];
      const people = await truth.rows<{ id: string }>('select p.id from person p where p.partner_id = $1 and p.username not in (select unnest($2::text[])) limit 1', [partner, everybody.map(({ as }) => as)]);
      const author_id = (await truth.rows<{ id: string }>('select id from person where partner_id = $1 order by username limit 1', [partner]))[0].id;
      const file = { partner_id: partner, author_id, author_name: 'Iemand', file_name: 'a.txt', kind: 'TXT', size: 1, added_at: now };
      for (const [dataClass, fileState] of [['INCOME', 'CLEAN'], ['INCOME_CATEGORY', 'UNSCANNED'], ['HEALTH', 'CLEAN'], ['OUTCOME', 'CLEAN'], ['DEBTS', 'PENDING'], ['HOUSEHOLD_SIZE', 'REFUSED']]) await put('attachment', { ...file, data_class: dataClass, state: fileState, audience: around });
      await put('attachment', { ...file, data_class: 'HOUSING_WISHES', state: 'CLEAN', audience: [partner] });
      await put('attachment', { ...file, data_class: 'PRIVATE_NOTE', state: 'CLEAN', audience: [partner] });
      await put('own_number', { partner_id: partner, audience: [partner], number: `eigen ${at}` });
      await put('recusal', { partner_id: partner, audience: [partner], person_id: people[0]?.id ?? crypto.randomUUID(), person_name: 'Iemand', reason: 'familie', since: now, set_by: 'Iemand' });
      const message = { partner_id: partner, author_id: crypto.randomUUID(), author_name: 'Iemand', at: now, urgent: false, reader_ids: [], body: 'bericht' };
      await put('message', { ...message, audience: [partner], state: 'WAITING', to_partner_ids: [sender], leaves_at: now });
      await put('message', { ...message, audience: [...new Set([partner, sender])], state: 'DELIVERED', to_partner_ids: [sender] });
      await put('message', { ...message, audience: [partner, woondienst], state: 'DELIVERED', to_partner_ids: [woondienst] });
      if (!lent) continue;
      const left = LEFT.includes(answer!);
      await truth.rows(`insert into party (dossier_id, partner_id, roles, granted_by, kind, state) values ($1, $2, $3, $4, 'Referral', $5)`, [id, partner, [left ? 'FORMER_RECEIVER' : 'RECEIVER'], sender, answer]);
      await put('answer', { partner_id: partner, from_partner_id: sender, audience: [sender, partner], state: answer, delivered_at: now, content_version: 1, fellow_ids: [], advice: 'raad', reject_reason: 'OTHER', reject_text: 'tekst', kept_ground: 'grond', redirect_partner_id: woondienst });
      await put('share', { partner_id: partner, granted_by: sender, audience: [sender, partner], classes: lent, purpose: 'proef', ground: 'proef', since: now, until: left ? now : '2199-01-01' });
      await put('share', { partner_id: partner, granted_by: sender, audience: [sender, partner], classes: CLASSES, purpose: 'proef', ground: 'teruggenomen', since: now, until: '2199-01-01', ended_at: now, ended_by: 'SENDER' });
      await put('receipt', { partner_id: sender, audience: [sender], receiver_id: partner, at: now, content_version: 1, classes: lent, fields: ['phone'], book_version: 1, hash: 'x' });
      if (partner !== woondienst) await put('recipient', { partner_id: sender, audience: [sender], receiver_id: partner, classes: lent, chosen: true });
      await put('access_request', { partner_id: partner, audience: [partner, sender], to_partner_id: sender, state: 'ASKED', classes: ['DEBTS'], reason: 'nodig', until: '2199-01-01', asked_at: now, asked_by: 'Iemand' });
      for (const audience of [[sender, partner], [partner]]) await put('timeline_entry', { partner_id: partner, audience, person_name: 'Iemand', at: now, event: 'FEEDBACK', outcome: 'uitkomst', classes: [] });
    }
    await truth.rows('set session_replication_role = origin');
    return id;
  }

  const chosen = STATES.filter(([state, answer]) => size.scenes > SHORT.length || SHORT.includes([state, answer].filter(Boolean).join(' ')));

  it.each(chosen)('is what goes over the wire: a referral that is %s, at its receivers %s', async (state, answer) => {
    const id = await scene(state, answer, STATES.findIndex((each) => each[0] === state && each[1] === answer) % 2 === 0);
    await each(everybody, async (who) => {
      await cells.read(who, id);
      await cells.act(who, id, woondienst);
    });
    expect(cells.deviations.splice(0).slice(0, 4)).toEqual([]);
  }, patience);

  it('of somebody who is excluded is empty', async () => {
    const id = await scene('DELIVERED', 'RECEIVED', false);
    const away = [cast.ann, cast.hilde, cast.bram, cast.sofie, cast.tom, cast.joke];
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) select unnest($1::uuid[]), $2, 'familie'`, [await Promise.all(away.map(async (who) => (await truth.person(who)).id)), id]);
    const before = cells.counts.absent;
    await each(away, async (who) => {
      await cells.read(who, id);
      await cells.act(who, id, woondienst);
    });
    expect(cells.deviations.splice(0).slice(0, 4)).toEqual([]);
    expect(cells.counts.absent - before).toBe(away.length);
  }, patience);

  it('was looked at: each kind of cell, and how many', () => {
    tell(`${cells.total} cells of ${chosen.length + 1} referrals and ${everybody.length} readers: ${JSON.stringify(cells.counts)}; 0 deviations`);
    for (const [what, count] of Object.entries(cells.counts)) expect([what, count > 150 * chosen.length || (what !== 'actions' && count > 100)]).toEqual([what, true]);
  });
});
