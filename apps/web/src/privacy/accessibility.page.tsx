import { useTranslation } from 'react-i18next';
import { PageHead, Panel } from '../shared/page.js';

/** What we aim at, what we looked at, and what we did not. */
export function Page() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('privacy.accessibility.title')} tabTitle={t('privacy.accessibility.title')} lead={t('privacy.accessibility.lead')} />
      <Panel id="streven" title={t('privacy.accessibility.aim.title')}>
        <div className="panel__body prose">
          <p>{t('privacy.accessibility.aim.text')}</p>
        </div>
      </Panel>
      {(['tested', 'untested'] as const).map((part) => (
        <Panel key={part} id={`deel-${part}`} title={t(`privacy.accessibility.${part}.title`)}>
          <div className="panel__body prose">
            <ul>
              {t(`privacy.accessibility.${part}.items`, { returnObjects: true }).map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        </Panel>
      ))}
      <Panel id="probleem" title={t('privacy.accessibility.problem.title')}>
        <div className="panel__body prose">
          <p>{t('privacy.accessibility.problem.text')}</p>
        </div>
      </Panel>
    </>
  );
}
