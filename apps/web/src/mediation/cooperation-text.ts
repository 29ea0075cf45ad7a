import type { TFunction } from 'i18next';
import { STEPS } from '../generated/mediation.js';

export const TERMS = ['confirm', 'contact', 'heard', 'report', 'followUp1', 'followUp2'] as const;
export const LETTERS = ['invitation', 'settlement', 'closing'] as const;
export const PARTIES = ['WOONDIENST', 'COMPANY'] as const;
export const UNITS = ['WORKING_DAYS', 'CALENDAR_DAYS', 'MONTHS'] as const;
export const ESCALATE = 'ESCALATE';

export type Party = (typeof PARTIES)[number];
export type TermName = (typeof TERMS)[number];
export type MediationState = keyof typeof STEPS;
export type CooperationTerm = { count: number; unit: (typeof UNITS)[number]; from: 'DELIVERY' | 'SIGNING'; remindAt?: number; then: string };
/** What a protocol says, as the server keeps it. */
export type CooperationText = {
  title: string;
  goal: string;
  municipalities: string[];
  roles: { party: Party; role: string; does: string }[];
  gives: Record<Party, string[]>;
  steps: { [state: string]: { [event: string]: string } };
  terms: Record<TermName, CooperationTerm>;
  letters: Record<(typeof LETTERS)[number], string>;
};

/** The server kept only what has this shape. */
export const textOf = ({ text }: { text: string }): CooperationText => JSON.parse(text) as CooperationText;
export const STATES = Object.keys(STEPS) as MediationState[];

type StepName = keyof (typeof import('../generated/mediation.js'))['STEP_NAMES'];
export const stepName = (t: TFunction, step: string): string => t(`cooperation.mediationStep.${step as StepName}`);
export const stateName = (t: TFunction, state: string): string => t(`cooperation.mediationState.${state as MediationState}`);

/** The states that have steps, in the order of the table. */
export const statesWith = ({ steps }: Pick<CooperationText, 'steps'>): MediationState[] => STATES.filter((state) => Object.keys(steps[state] ?? {}).length > 0);
export const stepsOf = (t: TFunction, { steps }: Pick<CooperationText, 'steps'>, state: MediationState): string[] =>
  Object.keys(STEPS[state]).filter((event) => event in (steps[state] ?? {})).map((event) => t('cooperation.step', { step: stepName(t, event), to: stateName(t, steps[state][event]) }));

/** A term in words, by the columns of its table. */
export function termWords(t: TFunction, { count, unit, from, remindAt, then }: CooperationTerm) {
  return {
    length: t(`cooperation.length.${unit}`, { count }),
    from: t(`cooperation.first.${from}.${unit}`),
    remind: remindAt ? t('cooperation.remind', { day: remindAt }) : t('cooperation.noReminder'),
    then: then === ESCALATE ? t('cooperation.escalate') : t('cooperation.thenStep', { step: stepName(t, then) }),
  };
}

/** A whole text as named parts, to lay two of them side by side. */
export function partsOf(t: TFunction, text: CooperationText, placeName: (nis: string) => string): { key: string; label: string; says: string }[] {
  return [
    { key: 'title', label: t('cooperation.subject'), says: text.title },
    { key: 'goal', label: t('cooperation.goal'), says: text.goal },
    { key: 'municipalities', label: t('cooperation.municipalities'), says: text.municipalities.map(placeName).join('\n') },
    { key: 'roles', label: t('cooperation.roles'), says: text.roles.map(({ party, role, does }) => `${role} (${t(`cooperation.party.${party}`)}): ${does}`).join('\n') },
    ...PARTIES.map((party) => ({ key: `gives ${party}`, label: t('cooperation.givesTo', { partner: t(`cooperation.party.${party}`) }), says: text.gives[party].join('\n') })),
    ...TERMS.map((term) => ({ key: `term ${term}`, label: t(`cooperation.term.${term}`), says: Object.values(termWords(t, text.terms[term])).join('\n') })),
    ...STATES.map((state) => ({ key: `steps ${state}`, label: t('cooperation.after', { state: stateName(t, state) }), says: stepsOf(t, text, state).join('\n') })),
    ...LETTERS.map((letter) => ({ key: `letter ${letter}`, label: t(`cooperation.letter.${letter}`), says: text.letters[letter] })),
  ];
}
