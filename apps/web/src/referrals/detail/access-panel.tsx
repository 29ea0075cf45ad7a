import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefuseAccessDocument } from '../../generated/graphql/graphql.js';
import { useChange } from '../../shared/api/use-change.js';
import { Button } from '../../shared/button.js';
import { useClassWords } from '../../shared/classes.js';
import { Fact, Facts } from '../../shared/facts.js';
import { formatDay, formatWholeDay } from '../../shared/format.js';
import { maxOf } from '../../shared/limits.js';
import { toast } from '../../shared/overlay/toasts.js';
import { Panel } from '../../shared/page.js';
import { usePartners } from '../../shared/reference.js';
import { GrantDialog } from './grant-dialog.js';
import type { ReferralRow } from './referral.page.js';
import { TextDialog } from '../../shared/overlay/text-dialog.js';

export type AccessRow = ReferralRow['accessRequests'][number];

/** Who asked to see more, and what became of it. */
export function AccessPanel({ row, isSender }: { row: ReferralRow; isSender: boolean }) {
  const { t } = useTranslation();
  if (!row.accessRequests.length) return null;
  return (
    <Panel id="vragen-om-toegang" title={t(isSender ? 'sharing.access.titleSender' : 'sharing.access.title')}>
      {row.accessRequests.map((request) => (
        <Request key={request.id} row={row} request={request} isSender={isSender} />
      ))}
    </Panel>
  );
}

function Request({ row, request, isSender }: { row: ReferralRow; request: AccessRow; isSender: boolean }) {
  const { t } = useTranslation();
  const { nameOf } = usePartners();
  const words = useClassWords();
  const [open, setOpen] = useState<'grant' | 'refuse'>();
  const close = () => setOpen(undefined);
  const { state, classes, reason, until, askedAt, askedBy, decidedAt, decidedBy, decision, partnerId, may } = request;
  const asker = nameOf(partnerId);
  return (
    <div className="panel__body access">
      <Facts>
        <Fact label={t('sharing.access.who')}>{t('sharing.access.whoOn', { person: askedBy, partner: asker, day: formatDay(askedAt) })}</Fact>
        <Fact label={t('sharing.access.whatShort')}>{t('sharing.access.classes', { classes: words(classes) })}</Fact>
        <Fact label={t('sharing.access.whyShort')}>{reason}</Fact>
        <Fact label={t('sharing.access.untilShort')}>{formatWholeDay(until)}</Fact>
        <Fact label={t('sharing.access.state')}>
          {state === 'ASKED' ? t(isSender ? 'sharing.access.askedYou' : 'sharing.access.waits') : t(`sharing.access.${state}`, { person: decidedBy ?? '', day: decidedAt ? formatDay(decidedAt) : '' })}
          {decision && <span className="quote line">{decision}</span>}
        </Fact>
      </Facts>
      {(may.includes('grant') || may.includes('refuse')) && (
        <div className="actions access__actions">
          {may.includes('grant') && <Button onPress={() => setOpen('grant')}>{t('sharing.access.grant')}</Button>}
          {may.includes('refuse') && (
            <Button variant="bad" onPress={() => setOpen('refuse')}>
              {t('sharing.access.refuse')}
            </Button>
          )}
        </div>
      )}
      {open === 'grant' && <GrantDialog row={row} request={request} onClose={close} />}
      {open === 'refuse' && <RefuseDialog request={request} partner={asker} onClose={close} />}
    </div>
  );
}

function RefuseDialog({ request: { id, version }, partner, onClose }: { request: AccessRow; partner: string; onClose: () => void }) {
  const { t } = useTranslation();
  const refuse = useChange(RefuseAccessDocument);
  return (
    <TextDialog
      title={t('sharing.access.refuse')}
      label={t('sharing.access.refuseLabel')}
      hint={t('sharing.access.refuseHint', { partner })}
      missing={t('sharing.access.refuseMissing')}
      audience={t('referrals.dialog.audience', { partner })}
      max={maxOf('AccessRequest', 'decision', 1000)}
      bad
      isPending={refuse.isPending}
      error={refuse.error}
      onSubmit={(text, release) =>
        refuse.mutate(
          { id, version, text },
          {
            onSuccess: () => {
              release();
              onClose();
              toast(t('sharing.access.refused'));
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
