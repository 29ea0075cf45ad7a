import { WorklistDocument, type WorklistPart, type WorklistQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import type { TaskFilter } from './filter.js';
import type { Task } from './task-text.js';

/** One part of the worklist, page by page. */
export const useWorklist = (part: WorklistPart, filter: TaskFilter, insteadOf?: string) =>
  useReadPages<Awaited<{ worklist: { nodes: Task[]; next: string | null } }>, WorklistQueryVariables, Task>(WorklistDocument, { part, ...filter, insteadOf, first: 25 }, ({ worklist }) => worklist);
