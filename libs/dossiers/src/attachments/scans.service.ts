import { Inject, Injectable, Logger } from '@nestjs/common';
import { scan, ScannerAway } from '#files';
import { Clock, type Context, DataClass, NOBODY, NoticeKind, Regime, tell, Units, Work } from '#kernel';
import { Attachment } from './attachment.record.js';
import { type AttachmentSettings, ATTACHMENTS } from './attachment-settings.js';
import { AttachmentState } from './attachment.workflow.js';

/** How many files one run asks about; the next run takes the rest. */
const AT_MOST = 100;

/** Asks the scanner about each file before anybody reads it. While the scanner is away, all of them wait (UP-11). */
@Injectable()
export class ScansService {
  private readonly log = new Logger('Scans');

  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(ATTACHMENTS) private readonly settings: AttachmentSettings,
  ) {}

  /** Run by the worker: whatever still waits, oldest first. @returns how many got a verdict */
  async run(): Promise<number> {
    if (!this.settings.clamav) return 0;
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<{ id: string; partner_id: string }>({ text: 'select id, partner_id from pending_attachments($1)', values: [AT_MOST] }));
    let done = 0;
    for (const { id, partner_id: partnerId } of rows) if (await this.scan(id, partnerId)) done += 1;
    return done;
  }

  /** @returns whether there is a verdict; never throws: the file waits, and nobody reads it */
  async scan(id: string, partnerId: string): Promise<boolean> {
    try {
      await this.judge(id, { partnerId, personId: null, regime: Regime.DISCRETION });
      return true;
    } catch (error) {
      this.log.warn(error instanceof ScannerAway ? error.message : `a file waits: ${(error as Error).name}`);
      return false;
    }
  }

  private async judge(id: string, clock: Context): Promise<void> {
    const content = await this.units.run(clock, async (unit) => {
      const { rows } = await unit.query<{ content: Buffer | null }>({ text: 'select content_to_scan($1) as content', values: [id] });
      return rows[0].content;
    });
    if (!content) return;
    const verdict = await scan(this.settings.clamav!, content);
    if (!verdict.clean) this.log.error(`a file was quarantined: ${verdict.signature.replace(/[^\w.-]/g, '')}`);
    await this.work.tick(clock, 'scanAttachment', async (desk) => {
      const now = this.clock.now();
      const state = verdict.clean ? AttachmentState.CLEAN : AttachmentState.REFUSED;
      const { rows } = await desk.unit.query<{ dossier_id: string; author_id: string }>({ text: 'select dossier_id, author_id from scanned($1, $2, $3)', values: [id, state, now] });
      if (!rows.length) return null;
      const [{ dossier_id: dossierId, author_id: personId }] = rows;
      const told = verdict.clean ? [] : [tell(clock.partnerId, { personId }, { dossierId, kind: NoticeKind.FILE_REFUSED, urgent: true, at: now })];
      return { id, record: Attachment, dossierIds: [dossierId], classes: [DataClass.CORE], writes: told };
    });
  }
}
