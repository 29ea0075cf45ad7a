import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sendOutside } from '../shared/api/ask.js';
import { Button, ButtonLink } from '../shared/button.js';
import { Done, isGone, OutsideFault, OutsidePage } from './outside-page.js';

/** Where the link of the mail leads. A press of the button confirms, for machines that read mail open every link. */
export function Page() {
  const { t } = useTranslation();
  const { secret = '' } = useParams();
  const confirm = useMutation({ mutationFn: () => sendOutside(`/signal/${encodeURIComponent(secret)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }) });
  const gone = isGone(confirm.error);
  return (
    <OutsidePage title={t('outside.confirm.title')}>
      {confirm.isSuccess ? (
        <Done title={t('outside.confirm.done')}>
          <p>{t('outside.confirm.doneText')}</p>
        </Done>
      ) : (
        <div className="stackv">
          <h1>{t(gone ? 'outside.confirm.gone' : 'outside.confirm.title')}</h1>
          <p role={gone ? 'alert' : undefined}>{t(gone ? 'outside.confirm.goneText' : 'outside.confirm.text')}</p>
          {!gone && <OutsideFault error={confirm.error} />}
          <div className="actions">
            {gone ? (
              <ButtonLink to="/melden">{t('outside.confirm.again')}</ButtonLink>
            ) : (
              <Button variant="main" isPending={confirm.isPending} onPress={() => confirm.mutate()}>
                {t('outside.confirm.button')}
              </Button>
            )}
          </div>
        </div>
      )}
    </OutsidePage>
  );
}
