import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWith } from '../consults/with.js';
import { LooksPanel } from '../dossiers/looks-panel.js';
import { ClientPast } from '../dossiers/past-panel.js';
import { ClientDocument, type ClientQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { AttachmentsPanel } from '../shared/attachments/attachments-panel.js';
import { ButtonLink } from '../shared/button.js';
import { Fact, Facts, lines } from '../shared/facts.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatDay, formatList, formatWholeDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { nameOf } from '../shared/name.js';
import { PageHead, Panel, usePageTitle } from '../shared/page.js';
import { usePersonFacts } from '../shared/person-facts.js';
import { PrivateNotesPanel } from '../shared/private-notes.js';
import { RecusalsPanel } from '../shared/recusals.js';
import { usePartners, useReferralTypes } from '../shared/reference.js';
import { useDoor, useMe } from '../shared/session.js';
import { ClientTimeline } from './client-timeline.js';
import { stateFor, Status } from '../shared/status.js';
import { Audience, whyOf, Withheld } from '../shared/withheld.js';

type ClientRow = NonNullable<ClientQuery['client']>;
type ReferralEntry = ClientRow['referrals'][number];

/** One client's file, of one's own partner only. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(ClientDocument, { id });
  usePageTitle(t('clients.file.tab'));
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  return data.client ? <File client={data.client} /> : <NotFound />;
}

function File({ client }: { client: ClientRow }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { nameOf: partnerName } = usePartners();
  const mayNote = useDoor('Note.write');
  const name = nameOf(client) ?? t('person.noName');
  return (
    <>
      <PageHead
        title={name}
        tabTitle={t('clients.file.tab')}
        crumbs={[{ label: t('clients.title'), to: '/clienten' }, { label: t('clients.file.tab') }]}
        meta={
          <>
            <Audience alone>{t('clients.file.audience', { partner: partner.name })}</Audience>
            <span>{t('clients.file.since', { day: formatWholeDay(client.openedAt) })}</span>
            {client.sourcePartnerId && <span>{t('clients.file.fromReferral', { partner: partnerName(client.sourcePartnerId) })}</span>}
          </>
        }
        actions={
          <>
            {client.may.includes('register') && (
              <ButtonLink icon="eye" to={`/clienten/${client.id}/gedeeld`}>
                {t('clients.file.register')}
              </ButtonLink>
            )}
            {client.may.includes('change') && (
              <ButtonLink icon="edit" to={`/clienten/${client.id}/wijzigen`}>
                {t('clients.file.change')}
              </ButtonLink>
            )}
            {client.may.includes('refer') && (
              <ButtonLink variant="main" icon="send" to={`/doorverwijzingen/nieuw?client=${client.id}`}>
                {t('clients.file.refer')}
              </ButtonLink>
            )}
          </>
        }
      />
      {client.transferredTo && client.transferredAt && (
        <p className="note note--plain transferred">
          <Icon name="swap" />
          <span>{t('clients.file.transferred', { day: formatWholeDay(client.transferredAt), partner: partnerName(client.transferredTo) })}</span>
        </p>
      )}
      <FilePanel client={client} />
      <AttachmentsPanel dossierId={client.id} of="client" />
      <ReferralsPanel client={client} />
      <ConsultsPanel client={client} />
      <PrivateNotesPanel dossierId={client.id} notes={client.notes} mayWrite={mayNote} />
      <ClientTimeline client={client} />
      <ClientPast id={client.id} hidden={client.withheld.map(({ dataClass }) => dataClass)} />
      <LooksPanel dossierId={client.id} isAlone />
      <RecusalsPanel dossierId={client.id} recusals={client.recusals} />
    </>
  );
}

function FilePanel({ client }: { client: ClientRow }) {
  const { t } = useTranslation();
  const { identity, contact, address, size } = usePersonFacts();
  const { representativeName, representativeKind, representativeFor, representativeScope, representativeUntil, representativePhone } = client;
  const facts = [
    { dataClass: 'IDENTITY', label: t('clients.file.identity'), text: identity(client) },
    { dataClass: 'CONTACT', label: t('clients.file.contact'), text: contact(client) },
    { dataClass: 'ADDRESS', label: t('clients.file.address'), text: lines(address(client), client.addressProtected && <span className="mute">{t('clients.file.protected')}</span>) },
    { dataClass: 'HOUSEHOLD_SIZE', label: t('clients.file.size'), text: size(client) },
    { dataClass: 'HOUSEHOLD', label: t('clients.file.household'), text: client.householdNote },
  ] as const;
  return (
    <Panel id="gegevens" title={t('clients.file.facts')}>
      <div className="panel__body">
        <Facts>
          {facts.map(({ dataClass, label, text }) => {
            const why = whyOf(client.withheld, dataClass);
            return (
              <Fact key={dataClass} label={label}>
                {why ? <Withheld withheld={why} /> : text}
              </Fact>
            );
          })}
          {client.cirNumber && <Fact label={t('clients.file.cir')}>{client.cirNumber}</Fact>}
          {representativeName && (
            <Fact label={t('clients.file.representative')}>
              {lines(
                [representativeName, representativeKind && t(`representativeKind.${representativeKind}`).toLowerCase()].filter(Boolean).join(', '),
                representativeFor && t(`representedFor.${representativeFor}`),
                representativeScope,
                representativePhone && <a href={`tel:${representativePhone.replace(/[^\d+]/g, '')}`}>{representativePhone}</a>,
                representativeUntil && t('clients.file.representativeUntil', { day: formatWholeDay(representativeUntil) }),
              )}
            </Fact>
          )}
        </Facts>
      </div>
    </Panel>
  );
}

function ReferralsPanel({ client: { referrals } }: { client: ClientRow }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { shortNameOf } = usePartners();
  const { labelOf } = useReferralTypes();
  const withWhom = ({ fromPartnerId, recipients }: ReferralEntry) => {
    if (fromPartnerId !== partner.id) return t('referrals.from', { partner: shortNameOf(fromPartnerId) });
    const to = recipients.filter(({ chosen }) => chosen).map(({ receiverId }) => shortNameOf(receiverId));
    return to.length ? t('referrals.to', { partner: formatList(to) }) : t('referrals.toNobody');
  };
  // A receiver does not see when the sender changed it: for her it is when it came.
  const lastAt = ({ changedAt, answers }: ReferralEntry) => {
    const at = changedAt ?? answers.find(({ partnerId }) => partnerId === partner.id)?.deliveredAt;
    return at && formatDay(at);
  };
  return (
    <Panel id="doorverwijzingen" title={t('clients.file.referrals')} count={referrals.length || undefined}>
      {referrals.length ? (
        <ul className="rows rows--plain">
          {referrals.map((referral) => (
            <li key={referral.id}>
              <div>
                <p className="rows__title">
                  <Link to={referral.state === 'DRAFT' ? `/doorverwijzingen/${referral.id}/bewerken` : `/doorverwijzingen/${referral.id}`}>{labelOf(referral.type)}</Link>
                </p>
                <p className="rows__sub">{[withWhom(referral), referral.transfer && t('sharing.transfer').toLowerCase(), referral.number, lastAt(referral)].filter(Boolean).join(' · ')}</p>
              </div>
              <span className="rows__state">
                <Status state={stateFor(referral, partner.id)} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel__body soft">{t('clients.file.noReferrals')}</p>
      )}
    </Panel>
  );
}

/** Short questions about her, in which no partner was told her name. */
function ConsultsPanel({ client: { id, consults } }: { client: ClientRow }) {
  const { t } = useTranslation();
  const withWhom = useWith();
  const mayAsk = useDoor('Consult.ask');
  return (
    <Panel
      id="vragen"
      title={t('consults.ofClient')}
      count={consults.length || undefined}
      aside={
        mayAsk && (
          <ButtonLink small icon="talk" to={`/vragen/nieuw?client=${id}`}>
            {t('consults.new')}
          </ButtonLink>
        )
      }
    >
      {consults.length ? (
        <ul className="rows rows--plain">
          {consults.map((consult) => (
            <li key={consult.id}>
              <div>
                <p className="rows__title">
                  <Link className="clamp" to={`/vragen/${consult.id}`}>
                    {consult.question}
                  </Link>
                </p>
                <p className="rows__sub">{[withWhom(consult), consult.number, formatDay(consult.askedAt)].join(' · ')}</p>
              </div>
              <span className="rows__state">
                <Status state={consult.state} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel__body soft">{t('consults.noneOfClient')}</p>
      )}
    </Panel>
  );
}
