import { useTranslation } from 'react-i18next';
import type { AgreementText } from './agreements.js';
import type { Lane } from './stages.js';

type Terms = AgreementText['terms'];

/** The terms of an agreement in words: "2 werkdagen", "1 en 3 maanden". */
export function useTermWords() {
  const { t } = useTranslation();
  const length = ({ count, unit }: Terms[keyof Terms]): string => t(`mediation.length.${unit}`, { count });
  const followUps = ({ followUp1, followUp2 }: Terms): string => (followUp1.unit === followUp2.unit ? t('mediation.length.both', { first: followUp1.count, second: length(followUp2) }) : t('mediation.length.both', { first: length(followUp1), second: length(followUp2) }));
  const lane = (of: Lane, terms: Terms): string => {
    if (of === 'settled') return t('mediation.laneTerm.settled', { length: followUps(terms) });
    const name = { signalled: 'confirm', contact: 'contact', hearing: 'heard', talks: 'report' } as const;
    return t(`mediation.laneTerm.${of}`, { length: length(terms[name[of]]) });
  };
  return { length, followUps, lane };
}
