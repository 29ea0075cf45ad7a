import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, els, evaInWielsbeke, hilde, joke, joris, katrien, lies, type Person, sofie } from '../cast/cast.js';
import { accept, aClient, codeOf, must, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';
import { aClientRow, aRow, check, csvOf, day, enter, isoDay, type Line, sizes } from './importing.js';
import { read } from './shown.js';
import { worklistOf } from './worklist.js';

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

const fates = ({ lines }: { lines: Line[] }) => lines.map(({ row, fate }) => `${row} ${fate}`);
const referralOf = async ({ clientId, referralId }: Line, from: Person, receiver: string): Promise<Referral> => {
  const [answer] = await truth.rows<{ id: string; version: number }>('select a.id, a.version from answer a join partner p on p.id = a.partner_id where a.dossier_id = $1 and p.name = $2', [referralId, receiver]);
  return { id: referralId!, clientId: clientId!, version: 0, from, number: '', answerId: answer.id, answerVersion: answer.version };
};
const WOONDIENST = 'Woondienst Regio Izegem';

describe('a file as spreadsheets save it', () => {
  const rows = [aRow('V-1', { Voornaam: 'Zoë', 'De vraag': 'Eerste regel;\nmet "aanhaling", en é.' }), aClientRow('V-2', { Geboortedatum: '1987-05-14' })];
  const text = csvOf(rows);
  const latin = (of: string) => Buffer.from(of, 'latin1');

  it.each<[string, string | Buffer]>([
    ['semicolons and UTF-8', text],
    ['a mark of UTF-8 in front', `\ufeff${text}`],
    ['commas', csvOf(rows, { delimiter: ',' })],
    ['tabs', csvOf(rows, { delimiter: '\t' })],
    ['Windows-1252', latin(text)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['line ends of a Macintosh', text.replaceAll('\r\n', '\r')],
  ])('is read with %s', async (_, file) => {
    const report = await check(portal, ann, file);
    expect(report.lines.map(({ name, fate, remarks }) => [name, fate, remarks])).toEqual([['Zoë Proef V-1', 'FITS', []], ['Rik Proef V-2', 'FITS', []]]);
  });

  it('is read in any order of columns, with explaining and empty rows in between, and tells of columns that it does not know', async () => {
    const [heads, ...lines] = csvOf([{ Voornaam: 'Mia', 'EIGEN NUMMER': 'V-3', familienaam: 'Volgorde', Haarkleur: 'rood' }]).split('\r\n');
    const report = await check(portal, ann, [heads, '# dit is uitleg;;;', ';;;', ...lines, ''].join('\r\n'));
    expect(report).toMatchObject({ rows: 1, unknown: ['Haarkleur'], lines: [{ row: 4, reference: 'V-3', name: 'Mia Volgorde', fate: 'FITS' }] });
  });

  it('keeps what the cells say, in every sign', async () => {
    const { lines: [line] } = await enter(portal, ann, latin(csvOf([aRow('V-4', { Voornaam: 'Zoë', 'De vraag': 'Eerste regel;\nmet "aanhaling", en é.' })])));
    expect((await read(portal, bram, 'query ($id: ID!) { referral(id: $id) { givenName question birthDate phone } }', { id: line.referralId })).referral).toEqual({ givenName: 'Zoë', question: 'Eerste regel;\nmet "aanhaling", en é.', birthDate: '1987-05-14', phone: '+32 470 11 22 33' });
  });
});

describe('looking at a file first', () => {
  it('tells of each row what would become of it, and writes nothing', async () => {
    await aClient(portal, ann, { givenName: 'Renilde', familyName: 'Kerkhove', birthDate: '1970-02-03' });
    const before = await sizes(truth);
    const report = await check(portal, ann, csvOf([
      aRow('K-1', { Geboortedatum: '' }), aClientRow('K-2', { Voornaam: 'Renilde', Familienaam: 'Kerkhove', Geboortedatum: '3/2/1970' }), aClientRow('K-3', { Voornaam: '', Geboortedatum: '31/02/1990', 'Aantal kinderen': 'twee' }), aRow('K-4', { Gemeente: 'Brugge' }),
    ]));
    expect(report.lines).toEqual([
      { row: 2, reference: 'K-1', name: 'Rik Proef K-1', fate: 'FITS', withReferral: true, remarks: [], clientId: null, referralId: null },
      { row: 3, reference: 'K-2', name: 'Renilde Kerkhove', fate: 'FITS', withReferral: false, remarks: [{ column: null, says: 'Dit lijkt op een cliënt van uw dienst. Kijk na of het om iemand anders gaat.' }], clientId: null, referralId: null },
      { row: 4, reference: 'K-3', name: 'Proef K-3', fate: 'FAULTY', withReferral: false, clientId: null, referralId: null, remarks: [{ column: 'Geboortedatum', says: 'Deze datum bestaat niet.' }, { column: 'Aantal kinderen', says: 'Schrijf een geheel getal.' }, { column: 'Voornaam', says: 'Vul dit in.' }] },
      { row: 5, reference: 'K-4', name: 'Rik Proef K-4', fate: 'FAULTY', withReferral: true, clientId: null, referralId: null, remarks: [{ column: 'Partners', says: 'Woondienst werkt in Izegem, Ingelmunster, Ledegem, Oostrozebeke en Wielsbeke, niet in Brugge.' }] },
    ]);
    expect(report.counts).toEqual({ FITS: 2, ENTERED: 0, PRESENT: 0, DIFFERS: 0, FAULTY: 2 });
    expect(await sizes(truth)).toEqual(before);
  });

  it('does not hint at a resembling client of another partner', async () => {
    await aClient(portal, lies, { givenName: 'Godelieve', familyName: 'Zeldzaam', birthDate: '1961-02-03', municipality: 'Izegem' });
    expect((await check(portal, ann, csvOf([aClientRow('K-5', { Voornaam: 'Godelieve', Familienaam: 'Zeldzaam', Geboortedatum: '3/2/1961' })]))).lines).toMatchObject([{ fate: 'FITS', remarks: [] }]);
  });

  it('is needed of the very file that is entered', async () => {
    const { hash } = await check(portal, ann, csvOf([aClientRow('K-6')]));
    const before = await sizes(truth);
    for (const wrong of [hash, 'x', '']) {
      const report = await enter(portal, ann, csvOf([aClientRow('K-7')]), wrong || ' ');
      expect([report.status, report.errors?.[0]]).toEqual([409, { message: 'Dit is een ander bestand dan u nakeek. Kijk het eerst na.', extensions: { code: 'CONFLICT' } }]);
    }
    expect(await sizes(truth)).toEqual(before);
  });
});

describe('what runs already', () => {
  it('is entered as it stands, with its real dates, and the answer is left to the receiver', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('L-1', { 'Dossier sinds': day(-90), Stand: 'aanvaard', 'Contactpersoon bij de partner': 'Katrien Lagae', Gezondheid: 'In behandeling.', Delen: 'Contactgegevens | Gezondheid en psychosociaal' })]));
    expect(line).toMatchObject({ fate: 'ENTERED', remarks: [] });
    const noon = `${isoDay(-14)}T`;
    const asked = 'query ($id: ID!) { referral(id: $id) { state draftedAt sentAt deliveredAt agreedOn ownNumber { number } client { openedAt } answers { state deliveredAt contactName } timeline { event personName at text } notes { body } shares { classes since } receipts { at } } }';
    const { referral } = await read(portal, ann, asked, { id: line.referralId });
    expect(referral).toMatchObject({
      state: 'DELIVERED', draftedAt: expect.stringContaining(noon), sentAt: expect.stringContaining(noon), deliveredAt: expect.stringContaining(noon), agreedOn: isoDay(-15), ownNumber: { number: 'L-1' }, client: { openedAt: expect.stringContaining(`${isoDay(-90)}T`) },
      answers: [{ state: 'NEW', deliveredAt: expect.stringContaining(noon), contactName: null }], notes: [{ body: 'In behandeling.' }], shares: [{ classes: ['CORE', 'IDENTITY', 'CONTACT', 'HEALTH'], since: expect.stringContaining(noon) }],
      receipts: [{ at: expect.stringContaining(`${isoDay(0)}T`) }],
    });
    const told = [
      { event: 'IMPORTED', personName: 'Ann Maes', at: expect.stringContaining(`${isoDay(0)}T`), text: 'Volgens de afzender al aanvaard. Contactpersoon volgens de afzender: Katrien Lagae.' },
      { event: 'DELIVERED', personName: 'Ann Maes', at: expect.stringContaining(noon), text: null },
    ];
    const own = (event: string, at: string) => ({ event, personName: 'Ann Maes', at: expect.stringContaining(at), text: null });
    const all = [own('OWN_NUMBER', `${isoDay(0)}T`), ...told, own('SENT', noon), own('DRAFTED', noon)];
    // What was sent and delivered at the same moment stands in no order.
    expect(referral.timeline).toHaveLength(all.length);
    expect(referral.timeline).toEqual(expect.arrayContaining(all));
    const received = (await read(portal, katrien, asked, { id: line.referralId })).referral;
    expect(received).toMatchObject({ state: null, ownNumber: null, client: null, notes: [{ body: 'In behandeling.' }], timeline: told });
    const taken = await accept(portal, await receive(portal, await referralOf(line, ann, WOONDIENST), katrien), katrien);
    expect((await read(portal, ann, asked, { id: taken.id })).referral.answers).toMatchObject([{ state: 'ACCEPTED', contactName: 'Katrien Lagae' }]);
  });

  it('goes to several partners, who do not learn of one another', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('L-2', { Doorverwijzing: 'woningzoektocht', Partners: 'woondienst | CAW', Delen: '' })]));
    const asked = 'query ($id: ID!) { referral(id: $id) { answers { partnerId } timeline { event } } }';
    expect((await read(portal, ann, asked, { id: line.referralId })).referral.answers).toHaveLength(2);
    for (const who of [bram, joke]) expect((await read(portal, who, asked, { id: line.referralId })).referral).toMatchObject({ answers: [{}], timeline: [{ event: 'IMPORTED' }, { event: 'DELIVERED' }] });
  });

  it('ends its agreement when it was agreed to end, and shares no longer than that', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('L-3', { 'Akkoord tot': day(20) })]));
    expect(await truth.rows(`select a.until::text, (s.until at time zone 'Europe/Brussels')::date::text as shared from agreement a join share s on s.agreement_id = a.id where a.about_id = $1`, [line.referralId])).toEqual([{ until: isoDay(20), shared: isoDay(20) }]);
  });

  it('is in the worklists of both sides, late where it is late, and reminds and escalates nobody for what was over before', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('L-4', { 'Verstuurd op': day(-30), 'Akkoord op': day(-30) })]));
    expect(await worklistOf(portal, bram, line.referralId!)).toEqual({ TODO: ['DECIDE HOUSING_COUNSELLOR'], OVERDUE: ['DECIDE HOUSING_COUNSELLOR'], WAITING: [], UPCOMING: [] });
    expect(await worklistOf(portal, ann, line.referralId!)).toEqual({ TODO: [], OVERDUE: ['AWAIT_ANSWER mine'], WAITING: ['AWAIT_ANSWER mine'], UPCOMING: [] });
    await portal.app.get(Terms).run();
    expect(await truth.rows('select kind from task where dossier_id = $1 and (reminded_at is not null or escalated_at is not null)', [line.referralId])).toEqual([]);
    for (const who of [sofie, hilde]) expect((await worklistOf(portal, who, line.referralId!)).TODO).toEqual([]);
  });

  it('reminds and escalates what is still to come, from the day when it was really delivered', async () => {
    // Delivered on Monday 30 November, entered on Wednesday: day 3 is Thursday, and the term ends on Monday 7 December.
    setClock(portal, '2026-12-02T10:00:00Z');
    const { lines } = await enter(portal, ann, csvOf([aRow('L-5', { 'Verstuurd op': '30/11/2026', 'Akkoord op': '30/11/2026' }), aRow('L-6', { 'Verstuurd op': '24/11/2026', 'Akkoord op': '24/11/2026' }), aRow('L-8', { 'Verstuurd op': '26/11/2026', 'Akkoord op': '26/11/2026' })]));
    const [running, reminded, ending] = lines.map(({ referralId }) => referralId);
    expect(await truth.rows(`select kind, due, remind_at, escalate from task where dossier_id = $1 and kind = 'DECIDE'`, [running])).toEqual([{ kind: 'DECIDE', due: new Date('2026-12-07T22:59:59.999Z'), remind_at: new Date('2026-12-03T11:00:00Z'), escalate: true }]);
    // Its term ended the evening before.
    expect(await truth.rows(`select due, remind_at, escalate from task where dossier_id = $1 and kind = 'DECIDE'`, [reminded])).toEqual([{ due: new Date('2026-12-01T22:59:59.999Z'), remind_at: null, escalate: false }]);
    // Day 3 was the day before, day 5 is still to come: nothing of the reminder is left for a calendar that changes.
    expect(await truth.rows(`select due, remind_at, remind_days, escalate from task where dossier_id = $1 and kind = 'DECIDE'`, [ending])).toEqual([{ due: new Date('2026-12-03T22:59:59.999Z'), remind_at: null, remind_days: null, escalate: true }]);
    setClock(portal, '2026-12-03T11:00:00Z');
    await portal.app.get(Terms).run();
    expect(await truth.rows('select kind from task where dossier_id = $1 and reminded_at is not null', [running])).toEqual([{ kind: 'DECIDE' }]);
    setClock(portal, '2026-12-08T11:00:00Z');
    await portal.app.get(Terms).run();
    expect((await worklistOf(portal, sofie, running!)).TODO).toEqual(['ESCALATED COORDINATOR']);
    expect((await worklistOf(portal, sofie, reminded!)).TODO).toEqual([]);
    freeClock(portal);
  });

  it('starts an ordinary term when the receiver asks something', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('L-7')]));
    const received = await receive(portal, await referralOf(line, ann, WOONDIENST));
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $version: Int!) { askSender(key: $key, id: $id, version: $version, text: "Sinds wanneer?") { id } }', { key: crypto.randomUUID(), id: received.answerId, version: received.answerVersion });
    expect(await truth.rows(`select escalate, remind_at is not null as reminds, due > now() as coming from task where dossier_id = $1 and kind = 'ANSWER_QUESTION'`, [line.referralId])).toEqual([{ escalate: true, reminds: true, coming: true }]);
  });

  it('tells the coordinators of each receiver once per file, and nobody of each row', async () => {
    await truth.rows('delete from notice');
    await enter(portal, ann, csvOf([aRow('N-1'), aRow('N-2'), aRow('N-3', { Doorverwijzing: 'Psychosociale hulp', Partners: 'CAW', Delen: '' }), aRow('N-4', { Doorverwijzing: 'Psychosociale hulp', Partners: 'CAW', Delen: '' })]));
    const notices = await truth.rows(`select p.username, n.kind, n.dossier_id from notice n join person p on p.id = n.person_id order by 1`);
    expect(notices).toEqual([{ username: els.as, kind: 'IMPORTED', dossier_id: null }, { username: sofie.as, kind: 'IMPORTED', dossier_id: null }]);
    // Whatever comes later is told as ever.
    const [{ id }] = await truth.rows(`select r.id from referral r join own_number n on n.dossier_id = r.id where n.number = 'N-1'`);
    await accept(portal, await receive(portal, await referralOf({ referralId: id, clientId: '' } as Line, ann, WOONDIENST)), bram);
    expect((await truth.rows(`select kind from notice where dossier_id = $1`, [id])).length).toBe(0);
    const later = await enter(portal, ann, csvOf([aRow('N-1'), aRow('N-2')]));
    expect(fates(later)).toEqual(['2 PRESENT', '3 PRESENT']);
    expect(await truth.rows(`select 1 from notice where kind = 'IMPORTED'`)).toHaveLength(2);
  });
});

describe('the same file again', () => {
  const file = csvOf([aRow('H-1'), aClientRow('H-2')]);

  it('changes nothing, whoever of the partner enters it, in whatever form', async () => {
    expect(fates(await enter(portal, ann, file))).toEqual(['2 ENTERED', '3 ENTERED']);
    const before = await sizes(truth);
    const again = await enter(portal, ann, file);
    expect(again.lines).toMatchObject([{ fate: 'PRESENT', remarks: [], clientId: expect.any(String), referralId: expect.any(String) }, { fate: 'PRESENT', referralId: null }]);
    expect(fates(await enter(portal, joris, csvOf([aClientRow('H-2', { Geboortedatum: '1987-05-14' }), aRow('H-1')], { delimiter: ',' })))).toEqual(['2 PRESENT', '3 PRESENT']);
    expect(await sizes(truth)).toEqual(before);
  });

  it('tells of a number that says something else now, and overwrites nothing', async () => {
    const before = await sizes(truth);
    const { lines } = await enter(portal, joris, csvOf([aClientRow('H-2', { Voornaam: 'Anders' })]));
    expect(lines).toMatchObject([{ fate: 'DIFFERS', remarks: [{ column: null, says: 'Dit nummer is al ingevoerd, en toen stond er iets anders in de rij. Er verandert niets: pas het dossier zelf aan.' }] }]);
    expect(await sizes(truth)).toEqual(before);
    expect((await read(portal, ann, 'query ($id: ID!) { client(id: $id) { givenName } }', { id: lines[0].clientId })).client).toEqual({ givenName: 'Rik' });
  });

  it('is another file at another partner, who learns nothing of the numbers of the first', async () => {
    const izegem = csvOf([aRow('H-1', { Gemeente: 'Izegem' }), aClientRow('H-2', { Voornaam: 'Anders' })]);
    expect((await check(portal, lies, izegem)).lines).toMatchObject([{ fate: 'FITS', remarks: [] }, { fate: 'FITS', remarks: [] }]);
    expect(fates(await enter(portal, lies, izegem))).toEqual(['2 ENTERED', '3 ENTERED']);
  });

  it('is entered once when two enter it at the same moment', async () => {
    const many = csvOf(Array.from({ length: 12 }, (_, at) => aRow(`T-${at}`)));
    const reports = await Promise.all([enter(portal, ann, many), enter(portal, joris, many), enter(portal, ann, many)]);
    for (let at = 0; at < 12; at += 1) expect(reports.map(({ lines }) => lines[at].fate).sort()).toEqual(['ENTERED', 'PRESENT', 'PRESENT']);
    expect(await truth.rows(`select count(*)::int as rows, count(distinct dossier_id)::int as clients, (select count(*)::int from client where family_name like 'Proef T-%') as all from imported_row where reference like 'T-%'`)).toEqual([{ rows: 12, clients: 12, all: 12 }]);
  });

  it('says no more than that a number is taken to who is kept away from the file', async () => {
    const { lines: [line] } = await enter(portal, ann, csvOf([aClientRow('H-3', { Voornaam: 'Geheim' })]));
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }', { key: crypto.randomUUID(), id: line.clientId, personId: (await truth.person(joris)).id });
    for (const file of [csvOf([aClientRow('H-3', { Voornaam: 'Geheim' })]), csvOf([aClientRow('H-3')])]) {
      for (const report of [await check(portal, joris, file), await enter(portal, joris, file)]) expect(report.lines).toMatchObject([{ fate: 'FAULTY', clientId: null, referralId: null, remarks: [{ column: 'Eigen nummer', says: 'Dit nummer is bij uw organisatie al gebruikt.' }] }]);
    }
  });
});

describe('the trail of a file', () => {
  it('names who looked and who entered, and each dossier', async () => {
    await truth.rows('truncate trail');
    const { lines: [line] } = await enter(portal, ann, csvOf([aRow('S-1')]));
    const trail = await truth.rows<{ operation: string; outcome: string; dossier_ids: string[]; classes: string[] }>(`select operation, outcome, dossier_ids, classes from trail where operation in ('checkImportedRow', 'importRow') order by id`);
    expect(trail.map(({ operation, outcome }) => [operation, outcome])).toEqual([['checkImportedRow', 'DONE'], ['importRow', 'DONE']]);
    expect(trail[1].dossier_ids.sort()).toEqual([line.clientId, line.referralId].sort());
    expect(trail[1].classes.sort()).toEqual(['CONTACT', 'CORE', 'IDENTITY']);
  });

  it('holds an attempt without right', async () => {
    await truth.rows('truncate trail');
    expect(codeOf({ ...(await check(portal, hilde, csvOf([aClientRow('S-2')]))), data: null } as never)).toBe('FORBIDDEN');
    expect(await truth.rows('select operation, outcome from trail')).toEqual([{ operation: 'import', outcome: 'FORBIDDEN' }]);
  });

  it('does not let a partner without a protocol send by a file what it may not send by hand', async () => {
    const { lines: [line] } = await check(portal, evaInWielsbeke, csvOf([aRow('S-3', { Gemeente: 'Wielsbeke' })]));
    expect(line).toMatchObject({ fate: 'FAULTY', remarks: [{ column: 'Partners', says: expect.stringContaining('Er is geen actief gegevensprotocol van OCMW Wielsbeke naar Woondienst.') }] });
  });
});
