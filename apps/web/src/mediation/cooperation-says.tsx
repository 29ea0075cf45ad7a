import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '../shared/facts.js';
import { Panel } from '../shared/page.js';
import { type CooperationText, LETTERS, PARTIES, statesWith, stateName, stepsOf, TERMS, termWords, type Party } from './cooperation-text.js';

type Props = { text: CooperationText; partyName: (party: Party) => string };

const Bullets = ({ all }: { all: readonly ReactNode[] }) => (
  <ul className="bullets">
    {all.map((each, index) => (
      <li key={index}>{each}</li>
    ))}
  </ul>
);

/** What was agreed, in readable words: who does and gives what, by which steps and terms, with which letters. */
export function CooperationSays({ text, partyName }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Panel id="geven" title={t('cooperation.gives')}>
        <div className="panel__body">
          <Facts>
            {PARTIES.map((party) => (
              <Fact key={party} label={t('cooperation.givesTo', { partner: partyName(party) })}>
                <Bullets all={text.gives[party]} />
              </Fact>
            ))}
          </Facts>
        </div>
      </Panel>
      <Panel id="rollen" title={t('cooperation.roles')}>
        <div className="panel__body">
          <Facts>
            {text.roles.map(({ party, role, does }) => (
              <Fact key={`${party} ${role}`} label={`${role}, ${partyName(party)}`}>
                {does}
              </Fact>
            ))}
          </Facts>
        </div>
      </Panel>
      <Panel id="termijnen" title={t('cooperation.terms')}>
        <Terms text={text} />
      </Panel>
      <Panel id="stappen" title={t('cooperation.steps')}>
        <div className="panel__body">
          <p className="hint">{t('cooperation.stepsHint')}</p>
          <Facts>
            {statesWith(text).map((state) => (
              <Fact key={state} label={t('cooperation.after', { state: stateName(t, state) })}>
                <Bullets all={stepsOf(t, text, state)} />
              </Fact>
            ))}
          </Facts>
        </div>
      </Panel>
      <Panel id="brieven" title={t('cooperation.letters')}>
        <div className="panel__body">
          <p className="hint">{t('cooperation.lettersHint')}</p>
          <Facts>
            {LETTERS.map((letter) => (
              <Fact key={letter} label={t(`cooperation.letter.${letter}`)}>
                {text.letters[letter]}
              </Fact>
            ))}
          </Facts>
        </div>
      </Panel>
    </>
  );
}

function Terms({ text }: { text: CooperationText }) {
  const { t } = useTranslation();
  const columns = ['length', 'from', 'remind', 'then'] as const;
  return (
    <table className="table stack" role="table">
      <caption className="vh">{t('cooperation.termColumn.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['term', ...columns] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`cooperation.termColumn.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {TERMS.map((term) => {
          const words = termWords(t, text.terms[term]);
          return (
            <tr key={term} role="row">
              <th scope="row" role="rowheader">
                {t(`cooperation.term.${term}`)}
              </th>
              {columns.map((column) => (
                <td key={column} role="cell" data-l={t(`cooperation.termColumn.${column}`)}>
                  <span>{words[column]}</span>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
