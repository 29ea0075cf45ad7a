import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { DataClass, WhyWithheld } from '../generated/graphql/graphql.js';
import { Icon } from './icon.js';

export type WithheldFacts = { dataClass: DataClass; why: WhyWithheld };

/** Whom one may ask about what is not shown. */
export type Asked = { person?: string; partner?: string };

export const whyOf = (withheld: readonly WithheldFacts[], dataClass: DataClass): WithheldFacts | undefined => withheld.find((one) => one.dataClass === dataClass);

/** A fact that one does not get here, why, and whom to ask. It looks the same whether or not there is one. */
export function Withheld({ withheld: { dataClass, why }, asked, label }: { withheld: WithheldFacts; asked?: Asked; label?: string }) {
  const { t } = useTranslation();
  const name = t(`dataClass.${dataClass}`);
  const whom = asked && [asked.person, asked.partner].filter(Boolean).join(', ');
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="withheld-line" isExpanded={isOpen} onExpandedChange={setOpen}>
      <span className="withheld">
        <Icon name="lock" size="s" />
        {label ?? t(`withheld.label.${why}`)}
      </span>
      <Button slot="trigger" className="why" aria-label={t('withheld.whyOf', { name })} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        {t('withheld.why')}
      </Button>
      <DisclosurePanel className="why-card" role="group" aria-label={t(`withheld.title.${why}`, { name })}>
        <div className="why-card__body">
          <p className="why-card__title">{t(`withheld.title.${why}`, { name })}</p>
          <p>{t(`withheld.text.${why}`, { partner: asked?.partner ?? t('withheld.sender') })}</p>
          <p className="mute">{t('withheld.saysNothing')}</p>
          <dl>
            <dt>{t('withheld.rule')}</dt>
            <dd>{t(`withheld.ruleText.${why}`)}</dd>
            {whom && (
              <>
                <dt>{t('withheld.ask')}</dt>
                <dd>{whom}</dd>
              </>
            )}
          </dl>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Who reads this: an eye with organisations, or a lock for nobody else. */
export function Audience({ alone, children }: { alone?: boolean; children: React.ReactNode }) {
  return (
    <span className="audience">
      <Icon name={alone ? 'lock' : 'eye'} size="s" />
      <span>{children}</span>
    </span>
  );
}
