import { setImmediate } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { ann, jens, lies } from '../cast/cast.js';
import { added, addFile, formOf, headersOf, office, openDocument, pdf, pdfWith, photo, type Sent, text, zipped } from '../cast/files.js';
import { aClient, type Client } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const KIND = 'Dit soort bestand nemen we niet aan. Kies een pdf, een foto (jpg of png), een document (docx of odt), een rekenblad (xlsx of ods) of een tekst (txt).';
const DIFFERS = 'De inhoud van dit bestand past niet bij zijn naam. Bewaar het opnieuw in het juiste formaat.';
const ACTIVE = /macro of een script/;
const EMBEDDED = /een ander bestand verborgen/;
const LOCKED = /achter een wachtwoord/;
const DOUBLED = /op twee manieren gelezen/;
const UNPACKED = /te groot wanneer het uitgepakt wordt/;

/** A PNG that says to be this large: its first bytes are all that anybody needs to believe it. */
function claims(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return png([['IHDR', header], ['IDAT', Buffer.from('789c030000000001', 'hex')], ['IEND', Buffer.alloc(0)]]);
}
function png(chunks: readonly [string, Buffer][]): Uint8Array {
  const parts = chunks.map(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
function crcOf(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A zip of one entry whose list says what it likes. */
function liar({ size, flags = 0, bytes = deflateRawSync(Buffer.alloc(1_000_000)) }: { size: number; flags?: number; bytes?: Buffer }): Uint8Array {
  const name = Buffer.from('word/document.xml');
  const fields = (into: Buffer, at: number) => {
    into.writeUInt16LE(flags, at);
    into.writeUInt16LE(8, at + 2);
    into.writeUInt32LE(bytes.length, at + 12);
    into.writeUInt32LE(size, at + 16);
    into.writeUInt16LE(name.length, at + 20);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  fields(local, 6);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  fields(central, 8);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + bytes.length, 16);
  return Buffer.concat([local, name, bytes, central, name, end]);
}

/** Ten megabytes of nothing. */
const MUCH = new Uint8Array(10_000_000);
const XML = '<?xml version="1.0"?>';
const link = (type: string) => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://elders.example/x" TargetMode="External"/></Relationships>`;
const js = { S: PDFName.of('JavaScript'), JS: PDFString.of('app.alert(1)') };

const FILES: readonly [what: string, make: () => Sent | Promise<Sent>, says: string | RegExp][] = [
  ['nothing', () => ({ name: 'a.txt', bytes: '' }), 'Dit bestand is leeg.'],
  ['a program', () => ({ name: 'a.exe', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) }), KIND],
  ['a page of the web', () => ({ name: 'a.html', bytes: '<html><script>alert(1)</script></html>' }), KIND],
  ['a drawing that can hold a script', () => ({ name: 'a.svg', bytes: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' }), KIND],
  ['a zip', () => ({ name: 'a.zip', bytes: zipped({ 'a.txt': 'x' }) }), KIND],
  ['a file without an end to its name', () => ({ name: 'bestand', bytes: 'x' }), KIND],
  ['a program that is called a PDF', () => ({ name: 'a.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) }), DIFFERS],
  ['a PDF that is called a photo', async () => ({ name: 'a.jpg', bytes: await pdf() }), DIFFERS],
  ['a photo that is called a PNG', async () => ({ name: 'a.png', bytes: await photo() }), DIFFERS],
  ['a sheet that is called a document', () => ({ name: 'a.docx', bytes: office('xlsx') }), DIFFERS],
  ['bytes that are called a text', () => ({ name: 'a.txt', bytes: randomBytes(500) }), DIFFERS],
  ['a page of the web that is called a photo', () => ({ name: 'a.jpg', bytes: '<html><script>alert(1)</script></html>' }), DIFFERS],
  ['a name that ends twice', () => ({ name: 'factuur.pdf.exe', bytes: 'MZ' }), KIND],
  ['a PDF behind something else', async () => ({ name: 'a.pdf', bytes: Buffer.concat([Buffer.from('GIF89a '), await pdf()]) }), /past niet|twee manieren/],
  ['a PDF with a zip at its end', async () => ({ name: 'a.pdf', bytes: Buffer.concat([await pdf(), zipped({ 'a.txt': 'x' })]) }), DOUBLED],
  ['a photo with a zip at its end', async () => ({ name: 'a.jpg', bytes: Buffer.concat([await photo(), zipped({ 'a.txt': 'x' })]) }), DOUBLED],
  ['a document with something before it', () => ({ name: 'a.docx', bytes: Buffer.concat([Buffer.from('#!/bin/sh\n'), office('docx')]) }), /past niet|twee manieren/],
  ['a document with something behind it', () => ({ name: 'a.docx', bytes: Buffer.concat([office('docx'), Buffer.from('<script>')]) }), DOUBLED],
  ['a PDF that runs a script when it opens', async () => ({ name: 'a.pdf', bytes: await pdfWith('OpenAction', js) }), ACTIVE],
  ['a PDF with a script on its page', async () => ({ name: 'a.pdf', bytes: await pdf({ change: (document) => document.getPage(0).node.set(PDFName.of('AA'), document.context.obj({ O: js })) }) }), ACTIVE],
  ['a PDF with a script in its names', async () => ({ name: 'a.pdf', bytes: await pdf({ change: (document) => document.addJavaScript('x', 'app.alert(1)') }) }), ACTIVE],
  ['a PDF that starts a program', async () => ({ name: 'a.pdf', bytes: await pdfWith('OpenAction', { S: PDFName.of('Launch'), F: PDFString.of('cmd.exe') }) }), ACTIVE],
  ['a PDF whose script has a name in disguise', async () => ({ name: 'a.pdf', bytes: Buffer.from(Buffer.from(await pdfWith('OpenAction', js)).toString('latin1').replace('/S /JavaScript', '/S /J#61vaScript').replace('/JS (', '/J#53 ('), 'latin1') }), ACTIVE],
  ['a PDF with a file in it', async () => ({ name: 'a.pdf', bytes: await pdf({ change: (document) => document.attach(Buffer.from('x'), 'x.exe') }) }), EMBEDDED],
  ['a locked PDF', async () => ({ name: 'a.pdf', bytes: await locked() }), LOCKED],
  ['half a PDF', () => ({ name: 'a.pdf', bytes: '%PDF-1.7\nnothing' }), /beschadigd/],
  ['a document with macros', () => ({ name: 'a.docm', bytes: office('docx', { 'word/vbaProject.bin': 'x' }, 'application/vnd.ms-word.document.macroEnabled.main+xml') }), ACTIVE],
  ['a document with macros under another name', () => ({ name: 'a.docx', bytes: office('docx', { 'word/vbaProject.bin': 'x' }) }), ACTIVE],
  ['a document that says to have macros', () => ({ name: 'a.docx', bytes: office('docx', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml') }), ACTIVE],
  ['a document that starts a program by a field', () => ({ name: 'a.docx', bytes: office('docx', { 'word/footer1.xml': `${XML}<w:ftr><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:ftr>` }) }), ACTIVE],
  ['a document with another in it', () => ({ name: 'a.docx', bytes: office('docx', { 'word/embeddings/oleObject1.bin': 'x' }) }), EMBEDDED],
  ['a document that fetches its template elsewhere', () => ({ name: 'a.docx', bytes: office('docx', { 'word/_rels/settings.xml.rels': link('attachedTemplate') }) }), /andere plaats op het internet/],
  ['a document with entities', () => ({ name: 'a.docx', bytes: office('docx', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }) }), /beschadigd/],
  ['an open document with macros', () => ({ name: 'a.odt', bytes: openDocument('text', { 'Basic/Standard/Module1.xml': `${XML}<x/>` }) }), ACTIVE],
  ['a locked open document', () => ({ name: 'a.odt', bytes: openDocument('text', { 'META-INF/manifest.xml': `${XML}<manifest:encryption-data/>` }) }), LOCKED],
  ['an old or locked office file', () => ({ name: 'a.docx', bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]) }), LOCKED],
  ['a document that climbs to a folder above', () => ({ name: 'a.docx', bytes: office('docx', { '../../x.xml': 'x' }) }), /beschadigd/],
  ['a zip bomb that tells', () => ({ name: 'a.docx', bytes: liar({ size: 45_000_000 }) }), UNPACKED],
  ['a zip bomb in many parts', () => ({ name: 'a.docx', bytes: office('docx', Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`word/${at}.xml`, MUCH]))) }), UNPACKED],
  ['a zip of too many parts', () => ({ name: 'a.docx', bytes: office('docx', Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`word/${at}.xml`, 'x']))) }), UNPACKED],
  ['a zip bomb that lies', () => ({ name: 'a.docx', bytes: liar({ size: 1000 }) }), /beschadigd|past niet/],
  ['a locked zip', () => ({ name: 'a.docx', bytes: liar({ size: 1000, flags: 1 }) }), /achter een wachtwoord|past niet/],
  ['an image of 50,000 × 50,000', () => ({ name: 'a.png', bytes: claims(50_000, 50_000) }), 'Deze afbeelding is te groot: hoogstens 50 miljoen beeldpunten.'],
  ['half a photo', async () => ({ name: 'a.jpg', bytes: (await photo()).subarray(0, 300) }), /beschadigd/],
  ['a national number in a text', () => text('Haar nummer is 84.05.06-001.66 of zo'), /rijksregisternummer/],
  ['a national number in a document', () => ({ name: 'a.docx', bytes: office('docx', { 'word/document.xml': `${XML}<w:document><w:t>84.05</w:t><w:t>.06-001.66</w:t></w:document>` }) }), /rijksregisternummer/],
  ['a national number in a name', () => text('x', '84050600166.txt'), /rijksregisternummer/],
];

/** As another program would have locked it: the library that makes our PDFs cannot. */
async function locked(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  document.context.trailerInfo.Encrypt = document.context.register(document.context.obj({ Filter: 'Standard', V: 2, R: 3, Length: 128, P: -3904, O: PDFString.of('x'.repeat(32)), U: PDFString.of('x'.repeat(32)) }));
  return document.save({ useObjectStreams: false });
}

describe('a file that the portal does not take', () => {
  let portal: TestPortal;
  let truth: Truth;
  let client: Client;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    client = await aClient(portal, ann);
  });
  afterAll(async () => {
    const stored = await truth.rows<{ n: number }>('select (select count(*) from attachment)::int + (select count(*) from attachment_content)::int as n');
    await truth.close();
    await portal.stop();
    expect(stored).toEqual([{ n: 0 }]);
  });

  it.each(FILES)('is %s: refused with what to do, and nothing of it is kept', async (_, make, says) => {
    const file = await make();
    // Making some takes so long that the connection kept open has ended; its end is to be seen first.
    await setImmediate();
    const { status, errors } = await addFile(portal, ann, client.id, file);
    expect([status, errors?.[0].extensions.code, errors?.[0].extensions.fields?.map(({ field }) => field)]).toEqual([400, 'INVALID', ['file']]);
    if (typeof says === 'string') expect(errors![0].message).toBe(says);
    else expect(errors![0].message).toMatch(says);
    expect(await truth.rows('select id from attachment')).toEqual([]);
  });

  it('is larger than the limit', async () => {
    const { status, errors } = await addFile(portal, ann, client.id, { name: 'a.txt', bytes: 'a'.repeat(10 * 1024 * 1024 + 1) });
    expect([status, errors![0].extensions.code, errors![0].message]).toEqual([413, 'LIMIT', 'Dit bestand is groter dan 10 MB. Maak het kleiner of splits het.']);
  });

  it.each<[string, object, string]>([
    ['a class of which no file is kept', { dataClass: 'IDENTITY' }, 'dataClass'], ['a class that is none', { dataClass: 'x' }, 'dataClass'], ['a result at one\'s own client', { dataClass: 'OUTCOME' }, 'dataClass'],
    ['a key that is none', { key: 'x' }, 'key'], ['a partner that is none', { partnerIds: ['x'] }, 'partnerIds'], ['a national number in what is said of it', { description: '84.05.06-001.66' }, 'description'], ['too long a description', { description: 'x'.repeat(301) }, 'description'],
  ])('comes with %s', async (_, about, field) => {
    const { status, errors } = await addFile(portal, ann, client.id, text(), about);
    expect([status, errors![0].extensions.code, errors![0].extensions.fields!.map((each) => each.field)]).toEqual([400, 'INVALID', [field]]);
  });

  it('comes without a file, as two, or under another name', async () => {
    const form = (change: (form: FormData) => void) => {
      const made = formOf(client.id, text());
      change(made);
      return made;
    };
    const post = async (body: FormData) => (await fetch(`${portal.url}/attachment`, { method: 'POST', headers: await headersOf(portal, ann), body })).status;
    expect(await post(form((made) => made.delete('file')))).toBe(400);
    expect(await post(form((made) => made.append('file', new Blob(['x']), 'b.txt')))).toBe(400);
    expect(await post(form((made) => made.append('other', new Blob(['x']), 'b.txt')))).toBe(400);
  });

  it('comes from a page elsewhere, without a token, as a form or to where no file may go (UP-01, TK-18)', async () => {
    const headers = await headersOf(portal, ann);
    const body = () => formOf(client.id, text());
    expect((await addFile(portal, ann, client.id, text(), { headers: { origin: 'https://elders.example' } })).status).toBe(400);
    expect((await fetch(`${portal.url}/attachment`, { method: 'POST', body: body() })).status).toBe(401);
    expect((await fetch(`${portal.url}/attachment`, { method: 'POST', headers: { authorization: headers.authorization }, body: body() })).status).toBe(401);
    for (const path of ['/graphql', '/attachment/x', '/attachment/', '/session', `/attachment/${client.id}`]) expect([path, (await fetch(`${portal.url}${path}`, { method: 'POST', headers, body: body() })).status]).toEqual([path, 415]);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) expect([type, (await fetch(`${portal.url}/attachment`, { method: 'POST', headers: { ...headers, 'content-type': type }, body: '{}' })).status]).toEqual([type, 415]);
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect([method, (await fetch(`${portal.url}/attachment/${client.id}`, { method, headers, body: body() })).status]).toEqual([method, 415]);
  });

  it('is for a file of another, or of nobody: the same answer, whatever is sent', async () => {
    const theirs = await aClient(portal, lies);
    const answers = await Promise.all([theirs.id, crypto.randomUUID()].flatMap((id) => [text(), { name: 'a.exe', bytes: 'MZ' }].map(async (file) => {
      const { status, errors, headers } = await addFile(portal, ann, id, file);
      return JSON.stringify([status, errors, [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name))]);
    })));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
  });

  it('is of a class that the law keeps from its sender', async () => {
    expect((await addFile(portal, jens, client.id, text(), { dataClass: 'HEALTH' })).errors![0].extensions.code).toBe('NOT_FOUND');
  });

  it('breaks off halfway, and leaves room for the next', async () => {
    const { authorization, 'x-capacity': capacity } = await headersOf(portal, ann);
    const { hostname, port } = new URL(portal.url);
    for (let time = 0; time < 12; time += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(`POST /attachment HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${authorization}\r\nX-Capacity: ${capacity}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nbegin`);
      await new Promise((resolve) => setTimeout(resolve, 60));
      socket.destroy();
    }
    const { id } = await added(portal, ann, client.id, text());
    await truth.rows('delete from attachment_content');
    await truth.rows('delete from attachment where id = $1', [id]);
  });
});
