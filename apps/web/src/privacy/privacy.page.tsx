import { useTranslation } from 'react-i18next';
import { PageHead, Panel } from '../shared/page.js';

const ROWS = ['CORE', 'IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH', 'JUDICIAL', 'PRIVATE_NOTE'] as const;

/** What the portal keeps, who reads what, and whom to ask. */
export function Page() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('privacy.title')} tabTitle={t('privacy.title')} lead={t('privacy.lead')} />
      <Panel id="bewaart" title={t('privacy.keeps.title')}>
        <div className="panel__body prose">
          <ul>
            {t('privacy.keeps.items', { returnObjects: true }).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>
            <b>{t('privacy.keeps.not')}</b>
          </p>
        </div>
      </Panel>
      <Panel id="leest" title={t('privacy.reads.title')}>
        <div className="panel__body prose">
          <p>{t('privacy.reads.lead')}</p>
        </div>
        <table className="table stack" role="table">
          <caption className="vh">{t('privacy.reads.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['kind', 'own', 'other'] as const).map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {t(`privacy.reads.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {ROWS.map((row) => (
              <tr key={row} role="row">
                <th scope="row" role="rowheader">
                  {t(`dataClass.${row}`)}
                </th>
                {(['own', 'other'] as const).map((column) => (
                  <td key={column} role="cell" data-l={t(`privacy.reads.${column}`)}>
                    <span>{t(`privacy.reads.rows.${row}.${column}`)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="panel__foot soft">{t('privacy.reads.coordinator')}</p>
      </Panel>
      {(['agree', 'protocol', 'device', 'rights', 'contact'] as const).map((part) => (
        <Panel key={part} id={`deel-${part}`} title={t(`privacy.${part}.title`)}>
          <div className="panel__body prose">
            <p>{t(`privacy.${part}.text`)}</p>
          </div>
        </Panel>
      ))}
    </>
  );
}
