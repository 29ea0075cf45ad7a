import type { ValidationError } from 'class-validator';
import { stateName, stepName } from './mediation-names.js';

/** A fault in the words of a file, and in those of the portal. */
export type Words = [reason: string, says: string];

/** What a text may have wrong beside its shape. */
export const FAULTS = {
  unknownKey: () => ['is not a known key', 'Dit hoort hier niet.'],
  noPlace: () => ['names no municipality', 'Kies minstens één gemeente.'],
  unknownPlace: (name) => [`there is no municipality "${name}"`, `Deze gemeente kennen we niet: ${name}.`],
  outside: (name, company) => [`"${name}" lies outside the area of ${company}`, `${name} ligt buiten het werkingsgebied van ${company}.`],
  unknownState: (state) => [`there is no state "${state}"`, `Deze stand bestaat niet: ${state}.`],
  unknownEvent: (event) => [`there is no step "${event}"`, `Deze stap bestaat niet: ${event}.`],
  notSteps: () => ['must hold steps with the state that each leads to', 'Hier horen stappen te staan, elk met de stand waarheen ze leidt.'],
  noStep: (state, event, to) => [`no mediation goes from ${state} by "${event}" to ${to}: a protocol may leave out steps, never add one`, `Van “${stateName(state)}” leidt “${stepName(event)}” niet naar “${stateName(to)}”. Een protocol kan stappen weglaten, maar er geen toevoegen.`],
  unreachable: (state) => [`no step leads from SIGNALLED to ${state}`, `Geen enkele stap leidt van een melding naar “${stateName(state)}”.`],
  endless: (state) => [`from ${state} no end can be reached`, `Van “${stateName(state)}” leidt geen enkele stap naar een einde.`],
  noEnd: () => ['no mediation would ever end', 'Geen enkele bemiddeling zou ooit eindigen.'],
  wrongStart: (start) => [`runs from ${start}`, start === 'SIGNING' ? 'Deze termijn loopt vanaf het tekenen van de afspraken.' : 'Deze termijn loopt vanaf de melding.'],
  lateReminder: () => ['must lie before the end of the term', 'De herinnering moet voor het einde van de termijn vallen.'],
  impossible: (event, states) => [`"${event}" is no step of this protocol in ${states}`, `“${stepName(event)}” kan in dit protocol niet bij ${states.split(', ').map((state) => `“${stateName(state)}”`).join(' en ')}.`],
  unknownPlaceholder: (word, known) => [`there is no placeholder {${word}}; there are: ${known}`, `{${word}} kennen we niet. Wel: ${known}.`],
} as const satisfies { [name: string]: (...words: string[]) => Words };
export type FaultName = keyof typeof FAULTS;

/** What the portal says of a part that has not its shape, by the check that it fails. */
const SHAPE: { readonly [check: string]: string } = {
  whitelistValidation: 'Dit hoort hier niet.',
  nestedValidation: 'Dit is niet goed ingevuld.',
  isObject: 'Dit is niet goed ingevuld.',
  isArray: 'Dit moet een lijst zijn.',
  arrayNotEmpty: 'Vul dit in.',
  arrayUnique: 'Hier staat iets tweemaal.',
  arrayMaxSize: 'Dit zijn er te veel.',
  isNotEmpty: 'Vul dit in.',
  matches: 'Vul dit in.',
  isString: 'Vul tekst in.',
  maxLength: 'Dit is te lang.',
  isIn: 'Kies een van de mogelijkheden.',
  isInt: 'Vul een geheel getal van 1 tot 365 in.',
  min: 'Vul een geheel getal van 1 tot 365 in.',
  max: 'Vul een geheel getal van 1 tot 365 in.',
  noNationalNumber: 'Hier staat een rijksregisternummer. Dat bewaren we nooit: haal het weg.',
};
const IN_A_FILE: { readonly [check: string]: string } = { whitelistValidation: 'is not a known key', nestedValidation: 'must hold keys with values', isString: 'must be text' };

/** What is wrong with one property, once for each thing that the portal would say of it. */
export function shapeWords({ constraints = {}, property, value }: ValidationError): Words[] {
  const failed = Object.entries(constraints);
  if (failed.length && value === undefined) return [['is missing', 'Dit ontbreekt.']];
  const words = failed.map(([check, message]): Words => [IN_A_FILE[check] ?? message.replace(`${property} `, ''), SHAPE[check] ?? 'Dit is niet goed ingevuld.']);
  return words.filter(([, says], index) => words.findIndex(([, other]) => other === says) === index);
}
