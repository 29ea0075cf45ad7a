import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { DataClass, WhyWithheld } from '../generated/graphql/graphql.js';
import { Icon } from './icon.js';

export type WithheldFacts = { dataClass: DataClass; why: WhyWithheld };

/** Whom one may ask about what is not shown. */
export type Asked = { person?: string; partner?: string };

export const whyOf = (withheld: readonly WithheldFacts[], dataClass: DataClass): WithheldFacts | undefined => withheld.find((one) => one.dataClass === dataClass);

/** What the page itself knows to say about a class; read only when somebody asks. */
type Explain = (dataClass: DataClass) => ReactNode;

type WithheldProps = { withheld: WithheldFacts; asked?: Asked; label?: string; explain?: Explain };

/** A fact that one does not get here, why, and whom to ask. It looks the same whether or not there is one. */
export function Withheld({ withheld, asked, label, explain }: WithheldProps) {
  const { t } = useTranslation();
  const { dataClass, why } = withheld;
  const name = t(`dataClass.${dataClass}`);
  return (
    <Asking name={t('withheld.whyOf', { name })} text={t('withheld.why')} title={t(`withheld.title.${why}`, { name })} explain={explain ? () => explain(dataClass) : () => <Usual withheld={withheld} asked={asked} />}>
      <span className="withheld">
        <Icon name="lock" size="s" />
        {label ?? t(`withheld.label.${why}`)}
      </span>
    </Asking>
  );
}

/** A fact that one does get, with the same question beside it. */
export function Shown({ dataClass, explain, children }: { dataClass: DataClass; explain: Explain; children: ReactNode }) {
  const { t } = useTranslation();
  const name = t(`dataClass.${dataClass}`);
  return (
    <Asking isQuiet name={t('withheld.whyShownOf', { name })} text={t('withheld.whyShown')} title={name} explain={() => explain(dataClass)}>
      <span className="shown pre">{children}</span>
    </Asking>
  );
}

type AskingProps = { name: string; text: string; title: string; isQuiet?: boolean; explain: () => ReactNode; children: ReactNode };

/** A line with a question that opens its answer under it; Escape closes it. */
function Asking({ name, text, title, isQuiet, explain, children }: AskingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className={isQuiet ? 'withheld-line withheld-line--shown' : 'withheld-line'} isExpanded={isOpen} onExpandedChange={setOpen}>
      {children}
      <Button slot="trigger" className={isQuiet ? 'why why--quiet' : 'why'} aria-label={name} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        {text}
      </Button>
      <DisclosurePanel className="why-card" role="group" aria-label={title}>
        {isOpen && <div className="why-card__body">{explain()}</div>}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** What is known without asking the server. */
function Usual({ withheld: { dataClass, why }, asked }: { withheld: WithheldFacts; asked?: Asked }) {
  const { t } = useTranslation();
  const whom = asked && [asked.person, asked.partner].filter(Boolean).join(', ');
  return (
    <>
      <p className="why-card__title">{t(`withheld.title.${why}`, { name: t(`dataClass.${dataClass}`) })}</p>
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
    </>
  );
}

/** Who reads this: an eye with organisations, or a lock for nobody else. */
export function Audience({ alone, children }: { alone?: boolean; children: ReactNode }) {
  return (
    <span className="audience">
      <Icon name={alone ? 'lock' : 'eye'} size="s" />
      <span>{children}</span>
    </span>
  );
}
