import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScansService } from '#dossiers';
import { scan } from '#files';
import { ann, bram } from '../cast/cast.js';
import { added, bytesOf, fetchFile, office, photo, type Sent, text } from '../cast/files.js';
import { aReferral, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Clamd, MARKER, TAKES } from './clamd.js';

/** Run by `npm run test:clamav`; what the portal makes of a scanner that fails in other ways is in test/stories/attachments-scanned.spec.ts. */
describe('a real clamd', () => {
  const clamd = new Clamd();
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  let woondienst: string;
  beforeAll(async () => {
    await clamd.start();
    portal = await startPortal({ env: { CLAMAV: clamd.socket } });
    truth = await Truth.of(portal);
    sent = await aReferral(portal, ann);
    woondienst = await truth.partner('Woondienst Regio Izegem');
  }, 60_000);
  afterAll(async () => {
    await truth?.close();
    await portal?.stop();
    await clamd.remove();
  });

  const add = (file: Sent) => added(portal, ann, sent.id, file, { dataClass: 'DEBTS', partnerIds: [woondienst] });
  const stateOf = async (id: string) => (await must<{ referral: { attachments: { id: string; state: string }[] } }>(portal, ann, 'query ($id: ID!) { referral(id: $id) { attachments { id state } } }', { id: sent.id })).referral.attachments.find((each) => each.id === id)?.state;
  const packed = () => office('docx', { 'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${MARKER} ${'zin '.repeat(2000)}</w:t></w:r></w:p></w:body></w:document>` });

  it.each<[string, () => Sent | Promise<Sent>]>([
    ['a text', () => text('Verslag van het huisbezoek.')], ['a photo', async () => ({ name: 'a.jpg', bytes: await photo() })], ['a document', () => ({ name: 'a.docx', bytes: office('docx') })], ['many chunks', () => text('geen teken. '.repeat(TAKES / 16))],
  ])('lets pass what its signatures do not name: %s', async (_, make) => {
    const { id, state } = await add(await make());
    expect(state).toBe('CLEAN');
    expect((await bytesOf(portal, bram, id)).length).toBeGreaterThan(0);
  });

  it.each<[string, () => Sent]>([
    ['in a text', () => text(`Beste, ${MARKER}`)], ['packed in a document', () => ({ name: 'brief.docx', bytes: packed() })], ['where two chunks meet', () => text('a'.repeat(64 * 1024 - 7) + MARKER)],
  ])('keeps apart what they name: %s', async (_, make) => {
    const file = make();
    const { id, state } = await add(file);
    expect(state).toBe('REFUSED');
    expect([(await fetchFile(portal, ann, id)).status, (await fetchFile(portal, bram, id)).status]).toEqual([400, 404]);
    const told = await truth.rows<{ n: number }>(`select count(*)::int n from notice where kind = 'FILE_REFUSED' and dossier_id = $1`, [sent.id]);
    expect(told[0].n).toBeGreaterThan(0);
  });

  it('that takes no file of that size gives no verdict: nobody reads it', async () => {
    const { id, state } = await add(text('a'.repeat(TAKES + 300_000)));
    expect(state).toBe('PENDING');
    expect((await fetchFile(portal, bram, id)).status).toBe(404);
  });

  it('that died is asked again once it lives, and nobody reads a file before', async () => {
    await clamd.kill();
    const [good, bad] = [await add(text('Goed')), await add(text(MARKER))];
    expect([good.state, bad.state]).toEqual(['PENDING', 'PENDING']);
    expect((await fetchFile(portal, bram, good.id)).status).toBe(404);
    await clamd.start();
    await portal.app.get(ScansService, { strict: false }).run();
    expect([await stateOf(good.id), await stateOf(bad.id)]).toEqual(['CLEAN', 'REFUSED']);
    expect((await bytesOf(portal, bram, good.id)).toString()).toBe('Goed');
  });

  it('is asked at a host and port too', async () => {
    const address = `127.0.0.1:${clamd.port}`;
    expect(await scan(address, Buffer.from('goed'))).toEqual({ clean: true });
    expect(await scan(address, Buffer.from(MARKER))).toEqual({ clean: false, signature: expect.stringContaining('Woonbrug.Proef') });
  });
});
