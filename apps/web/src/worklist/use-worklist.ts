import { WorklistDocument, type TaskKind, type WorklistPart, type WorklistQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import type { Task } from './task-text.js';

/** One part of the worklist, page by page. */
export const useWorklist = (part: WorklistPart, kind: TaskKind | undefined, insteadOf?: string) =>
  useReadPages<Awaited<{ worklist: { nodes: Task[]; next: string | null } }>, WorklistQueryVariables, Task>(WorklistDocument, { part, kind, insteadOf, first: 25 }, ({ worklist }) => worklist);
