import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RegisterDocument, type RegisterQuery, type Standing } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { DownloadButton } from '../shared/download-button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { Shape, type ShapeName } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { nameOf } from '../shared/name.js';
import { PageHead, Panel, usePageTitle } from '../shared/page.js';
import { useClassWords } from '../shared/classes.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';

type RegisterEntry = RegisterQuery['register']['entries'][number];
const LOOKS: Record<Standing, ShapeName> = { RUNNING: 'ok', ENDED: 'plan', TAKEN_BACK: 'off' };
const COLUMNS = ['partner', 'classes', 'purpose', 'period', 'standing'] as const;

/** For the client: who got which facts, what for and until when. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  usePageTitle(t('clients.register.tab'));
  const { data, error, refetch } = useRead(RegisterDocument, { clientId: id });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  return data.register ? <Register register={data.register} /> : <NotFound />;
}

function Register({ register: { client, at, entries, looks } }: { register: RegisterQuery['register'] }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const name = nameOf(client) ?? t('person.noName');
  const now = entries.filter(({ standing }) => standing === 'RUNNING');
  const before = entries.filter(({ standing }) => standing !== 'RUNNING');
  return (
    <div className="register">
      <PageHead
        title={t('clients.register.title')}
        tabTitle={t('clients.register.tab')}
        crumbs={[{ label: t('clients.title'), to: '/clienten' }, { label: name, to: `/clienten/${client.id}` }, { label: t('clients.register.crumb') }]}
        meta={
          <>
            <b>{name}</b>
            <span>{t('clients.register.made', { day: formatWholeDay(at), partner: partner.name })}</span>
          </>
        }
        lead={t('clients.register.lead')}
        actions={
          <DownloadButton variant="main" path={`/paper/register/${client.id}`}>
            {t('sharing.paper.register')}
          </DownloadButton>
        }
      />
      <Entries id="nu-gedeeld" title={t('clients.register.now')} nothing={t('clients.register.nothingNow')} entries={now} />
      <Entries id="vroeger-gedeeld" title={t('clients.register.before')} nothing={t('clients.register.nothingBefore')} entries={before} />
      <Looks looks={looks} />
      <Rights />
    </div>
  );
}

function Entries({ id, title, nothing, entries }: { id: string; title: string; nothing: string; entries: readonly RegisterEntry[] }) {
  const { t } = useTranslation();
  return (
    <Panel id={id} title={title} count={entries.length || undefined}>
      {entries.length ? (
        <table className="table stack register__table" role="table" aria-labelledby={id}>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {t(`clients.register.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {entries.map((entry) => (
              <Entry key={`${entry.referralId} ${entry.partnerId} ${entry.since} ${entry.takenBackAt}`} entry={entry} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="panel__body soft">{nothing}</p>
      )}
    </Panel>
  );
}

function Entry({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation();
  const { nameOf: partnerName, namedAt } = usePartners();
  const words = useClassWords();
  const after = useAfterwards(entry);
  const label = (column: (typeof COLUMNS)[number]) => t(`clients.register.columns.${column}`);
  const look = LOOKS[entry.standing];
  const ground = [entry.ground, entry.agreedOn && t('clients.register.agreed', { day: formatWholeDay(entry.agreedOn) })].filter(Boolean).join(', ');
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {namedAt(entry.partnerId, entry.since)}
        {namedAt(entry.partnerId, entry.since) !== partnerName(entry.partnerId) && <span className="table__sub">{t('clients.register.nowCalled', { name: partnerName(entry.partnerId) })}</span>}
      </th>
      <td role="cell" data-l={label('classes')}>
        <span className="first">{words(entry.classes)}</span>
      </td>
      <td role="cell" data-l={label('purpose')}>
        <span>
          {entry.purpose}
          <span className="table__sub">{ground}</span>
        </span>
      </td>
      <td role="cell" data-l={label('period')}>
        <span>{t('clients.register.period', { from: formatWholeDay(entry.since), to: formatWholeDay(entry.takenBackAt ?? entry.until) })}</span>
      </td>
      <td role="cell" data-l={label('standing')}>
        <span>
          <span className={`status status--${look}`}>
            <Shape name={look} />
            {t(`clients.register.standing.${entry.standing}`)}
          </span>
          {after && <span className="table__sub">{after}</span>}
        </span>
      </td>
    </tr>
  );
}

/** Whose people saw it, and when: in the client's own file and in what was sent. */
function Looks({ looks }: { looks: RegisterQuery['register']['looks'] }) {
  const { t } = useTranslation();
  const { nameOf: partnerName } = usePartners();
  return (
    <Panel id="wie-keek" title={t('history.looks.title')}>
      <p className="panel__body">{t('clients.register.looksLead')}</p>
      <table className="table stack register__table" role="table" aria-labelledby="wie-keek">
        <thead role="rowgroup">
          <tr role="row">
            {(['partner', 'days'] as const).map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`clients.register.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {looks.map(({ partnerId, days }) => (
            <tr key={partnerId} role="row">
              <th scope="row" role="rowheader">
                {partnerName(partnerId)}
              </th>
              <td role="cell" data-l={t('clients.register.columns.days')}>
                <span>{days.map(formatWholeDay).join('; ')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Who took it back and what the partner said about it. */
function useAfterwards({ partnerId, takenBackAt, takenBackBy, confirmed, confirmedAt, keptGround }: RegisterEntry): string {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { calledOf } = usePartners();
  if (!takenBackAt) return '';
  const taken = t(`clients.register.stopped_${takenBackBy ?? 'SENDER'}`, { partner: partner.name, day: formatWholeDay(takenBackAt) });
  const said = confirmed === 'STOPPED' || confirmed === 'KEPT' || confirmed === 'WITHDRAWN' ? t(`clients.register.confirmed.${confirmed}`, { partner: calledOf(partnerId), day: formatWholeDay(confirmedAt ?? takenBackAt), ground: keptGround ?? '' }) : '';
  return [taken, said].filter(Boolean).join(' ');
}

function Rights() {
  const { t } = useTranslation();
  const { name, partner } = useMe();
  return (
    <Panel id="rechten" title={t('clients.register.rights')}>
      <div className="panel__body stackv--s">
        <p>{t('clients.register.right1')}</p>
        <p>{t('clients.register.right2')}</p>
        <p>
          <b>{t('clients.register.ask')}</b> {t('clients.register.askWhom', { person: name, partner: partner.name })}
        </p>
      </div>
    </Panel>
  );
}
