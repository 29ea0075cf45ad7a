import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { ann, bram, hilde, joris } from '../cast/cast.js';
import { added, addFile, bytesOf, CANARY, fetchFile, office, openDocument, pdf, photo, text } from '../cast/files.js';
import { aClient, aDraft, type Client, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const LIST = 'query ($id: ID!) { client(id: $id) { attachments { id version partnerId authorName dataClass state fileName description kind size addedAt removedAt removedBy may sharedWith { name } } } }';
type Listed = { id: string; version: number; state: string; fileName: string; kind: string; size: number; may: string[] };

describe('an attachment', () => {
  let portal: TestPortal;
  let truth: Truth;
  let client: Client;
  let draft: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    client = await aClient(portal, ann);
    draft = await aDraft(portal, ann, { client });
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const listed = async (id = client.id) => (await must<{ client: { attachments: Listed[] } }>(portal, ann, LIST, { id })).client.attachments;

  it('is added to a client, listed with all that tells of it, and given back', async () => {
    const { id, state, fileName } = await added(portal, ann, client.id, text('Verslag: één huisbezoek.'), { dataClass: 'HOUSING', description: 'Huisbezoek in maart' });
    expect({ state, fileName }).toEqual({ state: 'UNSCANNED', fileName: 'verslag.txt' });
    const [shown] = await listed();
    expect(shown).toMatchObject({ id, authorName: 'Ann Maes', dataClass: 'HOUSING', state: 'UNSCANNED', description: 'Huisbezoek in maart', kind: 'TXT', size: 26, removedAt: null, sharedWith: [], may: ['address', 'remove'] });
    const given = await fetchFile(portal, joris, id);
    expect(given.status).toBe(200);
    expect(await given.text()).toBe('Verslag: één huisbezoek.');
  });

  it('goes along with a draft, and is of its sender alone until a receiver that sits there is named', async () => {
    const { id } = await added(portal, ann, draft.id, text(), { dataClass: 'INCOME' });
    expect((await fetchFile(portal, bram, id)).status).toBe(404);
    const woondienst = await truth.partner('Woondienst Regio Izegem');
    const early = await addFile(portal, ann, draft.id, text(), { dataClass: 'INCOME', partnerIds: [woondienst] });
    expect([early.status, early.errors![0].extensions]).toEqual([400, { code: 'INVALID', fields: [{ field: 'partnerIds', message: 'Kies een partner die u bij dit dossier kent.' }] }]);
  });

  it('is given to save and never to show, and nothing keeps or compares it', async () => {
    const { id } = await added(portal, ann, client.id, { name: 'Verslag «één» "x"; y.pdf', bytes: await pdf() });
    const { headers } = await fetchFile(portal, ann, id, { range: 'bytes=0-3', 'if-none-match': '*' });
    const shown = Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control', 'etag', 'last-modified', 'accept-ranges', 'content-range'].map((name) => [name, headers.get(name)]));
    expect(shown).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Verslag ???n? -x-; y.pdf"; filename*=UTF-8''Verslag%20%C2%AB%C3%A9%C3%A9n%C2%BB%20-x-%3B%20y.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      etag: null, 'last-modified': null, 'accept-ranges': null, 'content-range': null,
    });
    const { id: other } = await added(portal, ann, client.id, text('x', '日本語.txt'));
    expect((await fetchFile(portal, ann, other)).headers.get('content-disposition')).toBe(`attachment; filename="???.txt"; filename*=UTF-8''%E6%97%A5%E6%9C%AC%E8%AA%9E.txt`);
  });

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'], ['C:\\map\\brief.txt', 'brief.txt'], ['con.txt', '_con.txt'], ['.txt', 'bijlage.txt'], ['a\u202etxt.exe.txt', 'atxt.exe.txt'], ['regel\r\neinde\u200b.txt', 'regeleinde.txt'],
    ['<img src=x onerror=alert(1)>.txt', 'img src=x onerror=alert(1)-.txt'], [`${'lang'.repeat(60)}.TXT`, `${'lang'.repeat(60).slice(0, 116)}.txt`],
  ])('has a name that is safe everywhere: %j becomes %j', async (given, kept) => {
    const { fileName } = await added(portal, ann, client.id, text('x', given));
    expect(fileName).toBe(kept);
  });

  it.each<[string, () => Promise<{ name: string; bytes: Uint8Array }>]>([
    ['a PDF', async () => ({ name: 'a.pdf', bytes: await pdf() })],
    ['a photo', async () => ({ name: 'a.jpeg', bytes: await photo() })],
    ['a PNG', async () => ({ name: 'a.png', bytes: await photo('png') })],
    ['a document', async () => ({ name: 'a.docx', bytes: office('docx', { 'word/media/image1.jpeg': await photo() }) })],
    ['a sheet', () => Promise.resolve({ name: 'a.xlsx', bytes: office('xlsx') })],
    ['an open document', async () => ({ name: 'a.odt', bytes: openDocument('text', { 'Pictures/1.png': await photo('png') }) })],
    ['an open sheet', () => Promise.resolve({ name: 'a.ods', bytes: openDocument('spreadsheet') })],
  ])('tells nothing of who made it, when it is %s', async (_, make) => {
    const file = await make();
    const inside = (bytes: Uint8Array): string => (bytes[0] === 0x50 ? Object.values(unzipSync(bytes)).map((part) => inside(part)).join() : Buffer.from(bytes).toString('latin1')) + Buffer.from(bytes).toString('latin1');
    // Text in a PDF is written as UTF-16 in hexadecimal.
    const hex = Buffer.from(CANARY, 'utf16le').swap16().toString('hex');
    const tells = (bytes: Uint8Array) => inside(bytes).includes(CANARY) || inside(bytes).toLowerCase().includes(hex);
    expect(tells(file.bytes)).toBe(true);
    const { id } = await added(portal, ann, client.id, file);
    const given = await bytesOf(portal, ann, id);
    expect(given.length).toBeGreaterThan(100);
    expect(tells(given)).toBe(false);
    const [{ content }] = await truth.rows<{ content: Buffer }>('select content from attachment_content where attachment_id = $1', [id]);
    expect(content.equals(given)).toBe(true);
  });

  it('is still what it was: a page, a picture held upright, words', async () => {
    const page = await PDFDocument.load(await bytesOf(portal, ann, (await added(portal, ann, client.id, { name: 'a.pdf', bytes: await pdf() })).id), { updateMetadata: false });
    expect([page.getPageCount(), page.getAuthor(), page.getProducer()]).toEqual([1, undefined, undefined]);
    const { width, height, exif, xmp, orientation } = await sharp(await bytesOf(portal, ann, (await added(portal, ann, client.id, { name: 'a.jpg', bytes: await photo() })).id)).metadata();
    expect({ width, height, exif, xmp, orientation }).toEqual({ width: 40, height: 60, exif: undefined, xmp: undefined, orientation: undefined });
    const parts = unzipSync(await bytesOf(portal, ann, (await added(portal, ann, client.id, { name: 'a.docx', bytes: office('docx') })).id));
    expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml', 'docProps/core.xml', 'word/document.xml']);
    expect(Buffer.from(parts['word/document.xml']).toString()).toContain('Verslag');
    expect(Buffer.from(parts['_rels/.rels']).toString()).not.toContain('thumbnail');
  });

  it('is taken away by its partner: what it was is gone, that it was there stays', async () => {
    const { id, version } = await added(portal, ann, client.id, text('Vergissing', 'vergissing.txt'), { description: 'Verkeerde cliënt' });
    const { removeAttachment } = await must<{ removeAttachment: object }>(portal, joris, 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeAttachment(key: $key, id: $id, version: $version) { state fileName description removedBy may } }', { key: randomUUID(), id, version });
    expect(removeAttachment).toEqual({ state: 'REMOVED', fileName: '', description: null, removedBy: 'Joris Callewaert', may: [] });
    expect(await truth.rows('select content from attachment_content where attachment_id = $1', [id])).toEqual([]);
    expect((await fetchFile(portal, ann, id)).status).toBe(404);
    expect((await listed()).find((each) => each.id === id)).toMatchObject({ state: 'REMOVED', fileName: '' });
    expect(JSON.stringify(await truth.rows('select * from attachment where id = $1', [id]))).not.toMatch(/vergissing|Verkeerde/i);
  });

  it('is added once, however often it is sent with one key', async () => {
    const key = randomUUID();
    const first = await added(portal, ann, client.id, text('Eens'), { key });
    expect((await added(portal, ann, client.id, text('Eens'), { key })).id).toBe(first.id);
    expect((await addFile(portal, ann, client.id, text('Anders'), { key })).errors![0].extensions.code).toBe('KEY_REUSED');
  });

  it('leaves a line in the trail when it comes, each time it is given, and when somebody fails to get it', async () => {
    const { id } = await added(portal, ann, client.id, text(), { dataClass: 'HEALTH' });
    await fetchFile(portal, joris, id);
    await fetchFile(portal, bram, id);
    const lines = await truth.rows(`select p.username, t.operation, t.record, t.classes, t.outcome, t.dossier_ids = array[$1::uuid] as here from trail t join person p on p.id = t.person_id where t.operation in ('addAttachment', 'downloadAttachment') order by t.id desc limit 3`, [client.id]);
    expect(lines.reverse()).toEqual([
      { username: 'ann.maes', operation: 'addAttachment', record: 'Attachment', classes: ['HEALTH'], outcome: 'DONE', here: true },
      { username: 'joris.callewaert', operation: 'downloadAttachment', record: 'Attachment', classes: ['HEALTH'], outcome: 'DONE', here: true },
      { username: 'bram.vandeputte', operation: 'downloadAttachment', record: '', classes: [], outcome: 'NOT_FOUND', here: false },
    ]);
  });

  it('is not for who sees no content: a coordinator neither adds nor finds one', async () => {
    const { id } = await added(portal, ann, draft.id, text(), { dataClass: 'INCOME' });
    expect((await addFile(portal, hilde, draft.id, text())).errors![0].extensions.code).toBe('FORBIDDEN');
    expect((await fetchFile(portal, hilde, id)).status).toBe(404);
  });

  it('has room up to a limit, which counts those of the own partner alone', async () => {
    const small = await startPortal({ env: { ATTACHMENTS_MB: '1' } });
    try {
      const other = await aClient(small, ann);
      const half = { name: 'half.txt', bytes: 'a'.repeat(600_000) };
      const first = await added(small, ann, other.id, half);
      const full = await addFile(small, ann, other.id, half);
      expect([full.status, full.errors![0].message]).toEqual([400, 'Alle bijlagen van uw organisatie bij dit dossier mogen samen hoogstens 1 MB zijn. Verwijder er eerst een.']);
      await must(small, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeAttachment(key: $key, id: $id, version: $version) { id } }', { key: randomUUID(), id: first.id, version: first.version });
      expect((await addFile(small, ann, other.id, half)).status).toBe(201);
    } finally {
      await small.stop();
    }
  });
});
