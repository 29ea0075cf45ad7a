import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ann, bram, geert, hilde, jens, joke, nele, type Person, tom } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { aClientRow, aRow, check, csvOf, day, enter, FAULTS, headersOf, sizes } from './importing.js';

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

const NATIONAL = /96\D*04\D*03\D*001\D*13/;

describe('a row that does not hold', () => {
  it.each(FAULTS)('is named by its column: %s', async (_, change, column, says) => {
    const before = await sizes(truth);
    const file = csvOf([aRow('F-1', change)]);
    for (const report of [await check(portal, ann, file), await enter(portal, ann, file)]) {
      const [{ fate, remarks }] = report.lines;
      expect([fate, remarks.filter((each) => each.column === column)]).toEqual(['FAULTY', [{ column, says: expect.stringMatching(says) }]]);
      expect(report.text).not.toMatch(NATIONAL);
    }
    expect(await sizes(truth)).toEqual(before);
  });

  it('is named when it has more cells than there are columns, and when its number stands twice', async () => {
    const [heads, row] = csvOf([aClientRow('F-2')]).split('\r\n');
    expect((await check(portal, ann, [heads, `${row};te;veel`, row].join('\n'))).lines).toMatchObject([{ fate: 'FAULTY', remarks: [{ column: null, says: expect.stringContaining('meer cellen') }] }, { fate: 'FAULTY', remarks: [{ column: 'Eigen nummer', says: 'Dit nummer staat ook in rij 2.' }] }]);
  });

  it('tells all that is wrong at once', async () => {
    const { lines: [{ remarks }] } = await check(portal, ann, csvOf([aRow('F-3', { Voornaam: '', Geboortedatum: 'x', 'De vraag': '', Partners: '', 'Verteld dat': '', 'Verteld wat': 'nee', Stand: 'afgesloten', Dringend: 'x' })]));
    expect(remarks.map(({ column }) => column).sort()).toEqual(['De vraag', 'Dringend', 'Geboortedatum', 'Partners', 'Stand', 'Verteld dat', 'Verteld wat', 'Voornaam']);
  });

  it('leaves a number nowhere, not in the log either', async () => {
    await enter(portal, ann, csvOf([aRow('F-4', { 'Over het gezin': 'rr 96.04.03-001.13', Taal: '96040300113', 'Contactpersoon bij de partner': '96.04.03 001 13', Familienaam: '960403-001.13' })]));
    expect(portal.logs.join('\n')).not.toMatch(NATIONAL);
    expect((await truth.rows<{ all: string }>(`select string_agg(t::text, ' ') as all from (select to_jsonb(c) t from client c union all select to_jsonb(i) from imported_row i union all select to_jsonb(l) from trail l) x`))[0].all).not.toMatch(NATIONAL);
  });
});

describe('a file that is none', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /^Dit bestand is leeg\.$/],
    ['only blanks', ' \r\n ;;; \r\n', /^Dit bestand is leeg\.$/],
    ['without rows', csvOf([aClientRow('x')]).split('\r\n')[0], /^Onder de namen van de kolommen staat nog niets\.$/],
    ['a workbook', Buffer.from('504b0304140006', 'hex'), /^Dit is geen CSV-bestand\./],
    ['something with zeros', Buffer.from('Eigen nummer;Voornaam;Familienaam\n1;a\0;b'), /^Dit is geen CSV-bestand\./],
    ['without a needed column', 'Voornaam;Familienaam\nRik;Proef', /^Deze kolommen ontbreken: Eigen nummer\./],
    ['with a column twice', 'Eigen nummer;Voornaam;Familienaam;voornaam\n1;a;b;c', /^De kolom Voornaam staat er twee keer\.$/],
    ['with an open quotation mark', 'Eigen nummer;Voornaam;Familienaam\n1;"a;b', /aanhalingsteken/],
    ['of too many rows', csvOf(Array.from({ length: 1001 }, (_, at) => aClientRow(`R-${at}`))), /^Dit bestand heeft 1001 rijen\. Hoogstens 1000 in één keer: splits het\.$/],
  ])('is refused as a whole: %s', async (_, file, says) => {
    const report = await check(portal, ann, file);
    expect([report.status, report.errors?.[0]]).toEqual([400, { message: expect.stringMatching(says), extensions: { code: 'INVALID', fields: [{ field: 'file', message: expect.stringMatching(says) }] } }]);
  });

  it('is refused when it is larger than the limit, and read up to it', async () => {
    const sized = (bytes: number) => `${csvOf([aClientRow('G-1')])}\n# ${'x'.repeat(bytes)}`;
    expect(await check(portal, ann, sized(2 * 1024 * 1024))).toMatchObject({ status: 413, errors: [{ extensions: { code: 'LIMIT' } }] });
    // One cell may not be endless either.
    expect(await check(portal, ann, `${csvOf([aClientRow('G-1')])}\n${'x'.repeat(200_000)}`)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'INVALID' } }] });
  });
});

describe('the door for files', () => {
  const send = (headers: object, body: BodyInit, path = '/import') => fetch(`${portal.url}${path}`, { method: 'POST', headers: headers as Record<string, string>, body });
  const form = (more: { [field: string]: string | Blob } = {}): FormData => {
    const of = new FormData();
    of.set('file', new Blob([csvOf([aClientRow('D-1')])]), 'x.csv');
    for (const [field, value] of Object.entries(more)) of.append(field, value as string);
    return of;
  };

  it.each<[string, Person]>([['a coordinator', hilde], ['an admin', geert], ['a data protection officer', nele], ['a landlord', tom], ['an energy adviser', jens]])('is shut for %s, who sees no template and no columns either', async (_, who) => {
    expect(await check(portal, who, csvOf([aClientRow('D-2')]))).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    for (const path of ['sjabloon.csv', 'columns']) expect((await fetch(`${portal.url}/import/${path}`, { headers: await headersOf(portal, who) })).status).toBe(403);
  });

  it('is open for who opens clients and refers them, each with what her own partner may send', async () => {
    for (const who of [ann, joke, bram]) expect((await check(portal, who, csvOf([aClientRow('D-3')]))).lines).toMatchObject([{ fate: 'FITS' }]);
    const values = async (who: Person) => {
      const { columns } = (await (await fetch(`${portal.url}/import/columns`, { headers: await headersOf(portal, who) })).json()) as { columns: { name: string; values: string[] }[] };
      return columns.find(({ name }) => name === 'Doorverwijzing')!.values;
    };
    expect(await values(ann)).toContain('Naar de Woondienst');
    expect(await values(bram)).not.toContain('Naar de Woondienst');
    expect(await values(bram)).toContain('Financiële hulp');
  });

  it('wants a token and one capacity of hers, as every other', async () => {
    const { authorization, 'x-capacity': capacity } = await headersOf(portal, ann);
    expect((await send({}, form())).status).toBe(415); // a page elsewhere can send this
    for (const headers of [{ authorization }, { authorization: 'Bearer x', 'x-capacity': capacity }, { authorization, 'x-capacity': (await headersOf(portal, bram))['x-capacity'] }]) expect((await send(headers, form())).status).toBe(401);
    for (const path of ['sjabloon.csv', 'columns']) expect((await fetch(`${portal.url}/import/${path}`)).status).toBe(401);
    expect((await send({ authorization, 'x-capacity': capacity }, form(), '/paper')).status).toBe(415);
    expect((await send({ authorization, 'x-capacity': capacity }, form(), '/graphql')).status).toBe(415);
  });

  it('takes one file and its hash, and nothing else', async () => {
    const headers = await headersOf(portal, ann);
    for (const more of [{ orgId: 'x' }, { hash: 'x', status: 'CLOSED' }, { second: new Blob(['x']) }, { file: new Blob(['x']) }, { hash: 'x'.repeat(200) }, { __proto__x: 'y' }] as { [field: string]: string | Blob }[]) expect([Object.keys(more), (await send(headers, form(more))).status >= 400]).toEqual([Object.keys(more), true]);
    expect((await send(headers, new FormData())).status).toBe(400);
    const packed = await send({ ...headers, 'content-type': 'multipart/form-data; boundary=b', 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(1_000_000)));
    expect(packed.status).toBe(400);
    expect((await fetch(`${portal.url}/import`, { headers })).status).toBe(404);
    expect(await truth.rows(`select 1 from imported_row where reference = 'D-1'`)).toEqual([]);
  });

  it('gives a template that explains itself, and is no file yet', async () => {
    const response = await fetch(`${portal.url}/import/sjabloon.csv`, { headers: await headersOf(portal, ann) });
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="woonbrug-sjabloon.csv"');
    expect(text).toContain('"# Uitleg. Verplicht.');
    expect((await check(portal, ann, text)).errors?.[0].message).toBe('Onder de namen van de kolommen staat nog niets.');
    const [heads] = text.split('\r\n');
    const [, , example] = text.split('\r\n');
    // Its example is a sound row, but for the days, which pass.
    const report = await check(portal, ann, `${heads}\r\n${example.replace('# Voorbeeld: ', '')}`.replaceAll(/\d\d\/0[23]\/2026/g, day(-10)));
    expect(report).toMatchObject({ unknown: [], lines: [{ fate: 'FITS', reference: '2026/014' }] });
  });

  it('has a file to try it with in the demo, with one fault in it', async () => {
    const { lines } = await check(portal, ann, readFileSync('deploy/demo/invoeren-ocmw-ledegem.csv'));
    expect(lines.map(({ fate, remarks: [fault] }) => [fate, fault?.column])).toEqual([['FITS', undefined], ['FITS', undefined], ['FAULTY', 'Geboortedatum'], ['FITS', undefined]]);
  });

  it('makes no formula of what somebody typed, in its report', async () => {
    const { csv } = await check(portal, ann, csvOf([aClientRow('=HYPERLINK("http://x";"y")', { Voornaam: '' }), aClientRow('+1', { Voornaam: '' }), aClientRow('@SUM(A1)', { Voornaam: '' }), aClientRow('-2', { Voornaam: '' }), aClientRow('G"7')]));
    expect(csv.split('\r\n').slice(1, -1).map((line) => /^"\d+";"((?:[^"]|"")*)"/.exec(line)![1])).toEqual([`'=HYPERLINK(""http://x"";""y"")`, `'+1`, `'@SUM(A1)`, `'-2`, 'G""7']);
  });
});
