import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Notice, update, Work } from '#kernel';
import { type Digest, MailPreference } from './mail-preference.record.js';

type Change = { key: string; id: string; version: number };

/** What somebody does with what she was told, and which mail she wishes. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** A notice that was seen stays seen from its first time on. */
  see(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'seeNotice', key, request: { id, version } }, async (desk) => {
      const notice = await desk.lock(Notice, id, 'see', version);
      const writes = notice.readAt ? [] : [update(Notice, notice, { readAt: this.clock.now() })];
      return { id, record: Notice, dossierIds: notice.dossierId ? [notice.dossierId] : [], writes };
    });
  }

  /** All that she was told until a moment: what came after it she has not seen yet. */
  seeAll(me: Actor, { key, until }: { key: string; until: Date }): Promise<string> {
    return this.work.do(me, { operation: 'seeAllNotices', key, request: { until } }, () => {
      const all = { text: 'update notice set read_at = $1, version = version + 1 where partner_id = $2 and person_id = $3 and read_at is null and at <= $4', values: [this.clock.now(), me.partnerId, me.personId, until] };
      return Promise.resolve({ id: me.personId, record: Notice, dossierIds: [], writes: [{ sql: () => all }] });
    });
  }

  prefer(me: Actor, { key, ...request }: Change & { urgent: boolean; digest: Digest }): Promise<string> {
    return this.work.do(me, { operation: 'setMailPreference', key, request }, async (desk) => {
      const present = await desk.lock(MailPreference, request.id, 'change', request.version);
      return { id: present.id, record: MailPreference, dossierIds: [], writes: [update(MailPreference, present, { urgent: request.urgent, digest: request.digest })] };
    });
  }
}
