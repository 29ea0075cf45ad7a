import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CopyFieldsFragment } from '../generated/graphql/graphql.js';
import { Button } from '../shared/button.js';
import { formatWholeDay } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { signalPath } from './paths.js';
import type { SignalRow } from './signal.page.js';
import { isOver } from './stages.js';

export type Settlement = CopyFieldsFragment;

/** The text that counts now: what was replaced is no longer signed by anybody. */
export const currentOf = ({ settlements }: SignalRow): Settlement | undefined => settlements.find(({ state }) => state === 'OFFERED' || state === 'SIGNED');

/** What is to be signed, or was. */
export function SettlementPanel({ row, onSign }: { row: SignalRow; onSign: () => void }) {
  const { t } = useTranslation();
  const settlement = currentOf(row);
  const isSigned = settlement?.state === 'SIGNED';
  return (
    <Panel id="tekenen" title={t(isSigned ? 'signals.settlement.titleSigned' : 'signals.settlement.title')}>
      <div className="panel__body small soft stackv--s">
        {settlement ? <Current settlement={settlement} onSign={onSign} /> : <p>{t(isOver(row) ? 'signals.settlement.noneOver' : 'signals.settlement.none')}</p>}
        {settlement?.body && (settlement.landlordSignedAt || isSigned) && (
          <p>
            <Link to={`${signalPath(row.id)}/akkoord`}>{t(isSigned ? 'signals.settlement.print' : 'signals.settlement.read')}</Link>
          </p>
        )}
      </div>
    </Panel>
  );
}

function Current({ settlement: { state, offeredAt, signedAt, landlordSignedAt, landlordSignedBy, may }, onSign }: { settlement: Settlement; onSign: () => void }) {
  const { t } = useTranslation();
  if (state === 'SIGNED') return <p>{t('signals.settlement.signed', { day: formatWholeDay(signedAt!) })}</p>;
  if (landlordSignedAt) return <p>{t('signals.settlement.waits', { person: landlordSignedBy ?? '', day: formatWholeDay(landlordSignedAt) })}</p>;
  return (
    <>
      <p>{t('signals.settlement.ready', { day: formatWholeDay(offeredAt!) })}</p>
      {may.includes('sign') && (
        <Button block icon="pen" onPress={onSign}>
          {t('signals.settlement.sign')}
        </Button>
      )}
    </>
  );
}
