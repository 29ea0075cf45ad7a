import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MailPreferenceDocument, SetMailPreferenceDocument, type Digest, type MailPreferenceQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { formatFullDay } from '../shared/format.js';
import { Icon, type IconName } from '../shared/icon.js';
import { CheckField, SelectField } from '../shared/form/field.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, Panel } from '../shared/page.js';
import { useMails, useMe } from '../shared/session.js';
import { toast } from '../shared/overlay/toasts.js';

type Preference = MailPreferenceQuery['mailPreference'];

const DIGESTS: readonly Digest[] = ['DAILY', 'NEVER'];

/** Which mail one wishes, and where it goes. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const read = useRead(MailPreferenceDocument, {});
  const preference = read.data?.mailPreference;
  return (
    <>
      <PageHead title={t('preferences.title')} tabTitle={t('preferences.title')} lead={t('preferences.lead', { partner: partner.name })} />
      {read.error && !preference ? <Fault error={read.error} onRetry={() => void read.refetch()} /> : !preference ? <Skeleton lines={5} /> : null}
      {preference && (
        <Panel id="mail" title={t('preferences.mail')}>
          <div className="panel__body stackv">
            <Address of={preference} />
            <Wishes key={preference.version} of={preference} />
          </div>
        </Panel>
      )}
    </>
  );
}

/** Where mail goes, or why none does. */
function Address({ of: { person } }: { of: Preference }) {
  const { t } = useTranslation();
  const mails = useMails();
  const { email, mailRefusedAt } = person ?? {};
  if (!mails) return <Hint icon="info" text={t('preferences.none')} />;
  if (!email) return <Hint icon="alert" care text={t('preferences.noAddress')} />;
  if (mailRefusedAt) return <Hint icon="alert" care text={t('preferences.refused', { email, day: formatFullDay(mailRefusedAt) })} />;
  return (
    <p>
      {t('preferences.address')} <b>{email}</b>. {t('preferences.askAdmin')}
    </p>
  );
}

function Hint({ icon, care, text }: { icon: IconName; care?: true; text: string }) {
  return (
    <div className={care ? 'note note--care' : 'note'}>
      <Icon name={icon} />
      <p>{text}</p>
    </div>
  );
}

function Wishes({ of: { id, version, urgent, digest } }: { of: Preference }) {
  const { t } = useTranslation();
  const { register, handleSubmit } = useForm({ defaultValues: { urgent, digest } });
  const set = useChange(SetMailPreferenceDocument, { onSuccess: () => toast(t('preferences.done')) });
  const submit = handleSubmit((wish) => set.mutate({ id, version, ...wish }));
  return (
    <form className="stackv" noValidate onSubmit={(event) => void submit(event)}>
      <CheckField registration={register('urgent')} label={t('preferences.urgent')} hint={t('preferences.urgentHint')} />
      <SelectField registration={register('digest')} label={t('preferences.digest')} hint={t('preferences.digestHint')} options={DIGESTS.map((value) => ({ value, label: t(`preferences.digests.${value}`) }))} size="narrow" />
      <p className="small soft">{t('preferences.content')}</p>
      <FaultNote error={set.error} />
      <div className="actions">
        <Button type="submit" variant="main" isPending={set.isPending}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}
