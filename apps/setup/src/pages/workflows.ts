import type { AnyFlow } from '#kernel';
import { flows } from '../../../api/src/flows.js';

/** The workflows as diagrams and tables, made from the tables that run. */
export const workflowsPage = (): string =>
  ['# Werkstromen', '', 'Gemaakt uit de tabellen die draaien, met `npm run generate`. Niet met de hand wijzigen.', '', ...flows.flatMap(part)].join('\n');

function part(flow: AnyFlow): string[] {
  const arrows = Object.entries(flow.states).flatMap(([from, events]) => Object.entries(events).map(([event, arrow]) => ({ from, event, ...arrow! })));
  return [
    `## ${flow.name}`,
    '',
    `Bron: ${flow.source}.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${flow.starts}`,
    ...arrows.filter(({ from, to }) => from !== to).map(({ from, to, event }) => `  ${from} --> ${to}: ${event}`),
    '```',
    '',
    '| van | gebeurtenis | naar | nodig | opent | sluit |',
    '|---|---|---|---|---|---|',
    ...arrows.map(({ from, event, to, needs = [], opens = [], closes = [], byClock }) =>
      `| ${from} | ${event}${byClock ? ' (klok)' : ''} | ${to} | ${needs.map(({ says, source }) => `${says}${source ? ` (${source})` : ''}`).join(' ') || '–'} | ${opens.map(({ task, for: side, within }) => `${task} bij ${side}${within ? `, term ${within}` : ''}`).join('; ') || '–'} | ${closes.join(', ') || '–'} |`,
    ),
    '',
  ];
}
