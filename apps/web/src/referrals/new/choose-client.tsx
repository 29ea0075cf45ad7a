import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchClientsDocument } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { ButtonLink } from '../../shared/button.js';
import { Fault } from '../../shared/faults.js';
import { formatWholeDay } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Skeleton } from '../../shared/loading.js';
import { nameOf } from '../../shared/name.js';
import { Panel } from '../../shared/page.js';
import { SearchBox } from '../../shared/search-box.js';
import { useDoor } from '../../shared/session.js';

/** Looks among one's own clients first; a new one only after that. */
export function ChooseClient() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const mayOpen = useDoor('Client.open');
  const found = useRead(SearchClientsDocument, { words: words || null, first: 10 }, { keepPrevious: true });
  const clients = found.data?.clients.nodes.filter(({ may }) => may.includes('refer'));
  return (
    <Panel id="voor-wie" title={t('referrals.choose.searchTitle')}>
      <div className="panel__body">
        <SearchBox label={t('referrals.choose.search')} hint={t('referrals.choose.searchHint')} value={words} onChange={setWords} />
      </div>
      {found.error ? <Fault error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending && <Skeleton lines={3} />}
      {clients && (
        <div aria-live="polite">
          {clients.length > 0 && (
            <ul className="rows rows--plain rows--top" aria-label={t('referrals.choose.results')}>
              {clients.map((client) => (
                <li key={client.id}>
                  <div>
                    <b>{nameOf(client) ?? t('person.noName')}</b>
                    <p className="rows__sub">{[client.birthDate && t('person.born', { date: formatWholeDay(client.birthDate) }), client.municipality].filter(Boolean).join(' · ')}</p>
                  </div>
                  <ButtonLink small to={`/doorverwijzingen/nieuw?client=${client.id}`} aria-label={`${t('referrals.choose.pick')}: ${nameOf(client)}`}>
                    {t('referrals.choose.pick')}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          )}
          {!clients.length && words && (
            <p className="panel__body soft">
              <Icon name="info" size="s" /> {t('referrals.choose.nobody', { words })}
            </p>
          )}
        </div>
      )}
      {mayOpen && (words || clients?.length === 0) && (
        <div className="panel__foot rowx rowx--between">
          <span>{t('referrals.choose.newClientHint')}</span>
          <ButtonLink small icon="plus" to="/clienten/nieuw?voor=doorverwijzing" state={{ words }}>
            {t('referrals.choose.newClient')}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}
