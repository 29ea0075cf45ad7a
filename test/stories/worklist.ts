import { must } from '../cast/scenes.js';
import type { Person } from '../cast/cast.js';
import type { TestPortal } from '../support/portal.js';

export type Part = 'TODO' | 'OVERDUE' | 'WAITING' | 'UPCOMING';
type Task = { kind: string; dossierId: string; personId: string | null; role: string | null; due: string | null; reminded: boolean; escalatedAt: string | null; referral: { number: string } | null };
/** One word per task: its kind, and whose it is. */
export type Worklist = { [part in Part]: string[] };

const FIELDS = '{ nodes { kind dossierId personId role due reminded escalatedAt referral { number } } }';

/** What somebody's home page shows of one dossier: `KIND mine` or `KIND ROLE`. The counts are those of the whole page. */
export async function worklistOf(portal: TestPortal, who: Person, dossierId: string): Promise<Worklist> {
  const { parts, counts } = await home(portal, who);
  const all = Object.fromEntries(Object.entries(parts).map(([part, nodes]) => [part.toLowerCase(), nodes.length]));
  if (JSON.stringify(all) !== JSON.stringify({ todo: counts.todo, overdue: counts.overdue, waiting: counts.waiting, upcoming: counts.upcoming })) throw new Error(`The counts ${JSON.stringify(counts)} are not those of the lists ${JSON.stringify(all)}`);
  return Object.fromEntries(Object.entries(parts).map(([part, nodes]) => [part, nodes.filter((task) => task.dossierId === dossierId).map(({ kind, personId, role }) => `${kind} ${personId ? 'mine' : role}`).sort()])) as Worklist;
}

/** The tasks of one part, whole. */
export async function tasksOf(portal: TestPortal, who: Person, part: Part, dossierId: string): Promise<Task[]> {
  return (await home(portal, who)).parts[part].filter((task) => task.dossierId === dossierId);
}

type Counts = { todo: number; overdue: number; waiting: number; upcoming: number };
async function home(portal: TestPortal, who: Person): Promise<{ parts: { [part in Part]: Task[] }; counts: Counts }> {
  const list = (part: Part) => `${part}: worklist(part: ${part}, first: 50) ${FIELDS}`;
  const data = await must<{ [part in Part]: { nodes: Task[] } } & { worklistCounts: Counts }>(portal, who, `{ ${list('TODO')} ${list('OVERDUE')} ${list('WAITING')} ${list('UPCOMING')} worklistCounts { todo overdue waiting upcoming } }`);
  const parts = { TODO: data.TODO.nodes, OVERDUE: data.OVERDUE.nodes, WAITING: data.WAITING.nodes, UPCOMING: data.UPCOMING.nodes };
  return { parts, counts: data.worklistCounts };
}

export const nothing: Worklist = { TODO: [], OVERDUE: [], WAITING: [], UPCOMING: [] };
